import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { recogniseColumns, recogniseTable } from "../../loaders/dataset/recognise.js";
import { findColumn } from "../../loaders/definitions/columns.js";
import { fold, foldAccents } from "../../src/terms/fold-heading.js";
import { DEFINITIONS } from "../support/definitions.js";
import { lacks, sharedFile } from "../support/shared.js";

const { tables } = DEFINITIONS;

describe("a file is", () => {
  test.each([
    ["orders", "order_id,customer_id,ordered_at,amount"],
    ["orders", "Mã đơn hàng,Mã khách hàng,Ngày đặt hàng,Thành tiền"],
    ["orders", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"],
    ["orders", "Email,Created at,Total"],
    ["orders", "KHÁCH HÀNG,NGÀY,SỐ LƯỢNG,ĐƠN GIÁ"],
    ["events", "customer_id,occurred_at,kind,channel"],
    ["events", "Mã KH,Thời gian,Loại sự kiện"],
    ["costs", "period,channel,amount"],
    ["costs", "Tháng,Kênh,Chi phí"],
    ["customers", "customer_id,name,phone"],
    ["customers", "Mã khách hàng,Họ tên,Số điện thoại,Ngày tạo"],
    ["orders", "id,khach_hang_id,ngay_dat,tong_tien,trang_thai"],
    ["orders", "customer_id,date,takings"],
    ["customers", "id,ho_ten,dien_thoai"],
    [undefined, "id,username,password"],
    [undefined, "x,y,z"],
    [undefined, "order_id,product,quantity"]
  ])("%s by its headings %s", (table, headings) => {
    expect(recogniseTable(tables, headings.split(","))).toBe(table);
  });

  test("the same whatever the order of its columns", () => {
    const headings = ["order_id", "customer_id", "ordered_at", "amount", "quantity", "status"];
    expect(recogniseTable(tables, [...headings].reverse())).toBe("orders");
    expect(recogniseColumns(tables.orders, [...headings].reverse())).toEqual(recogniseColumns(tables.orders, headings));
  });
});

describe("a column", () => {
  test.each([
    ["Mã đơn hàng", "order_id"],
    ["Mã hoá đơn", "order_id"],
    ["Mã hóa đơn", "order_id"],
    ["Invoice No.", "order_id"],
    ["CustomerID", "customer_id"],
    ["  khách hàng ", "customer_id"],
    ["Ngày bán", "ordered_at"],
    ["Thành tiền", "amount"],
    ["THÀNH TIỀN".normalize("NFD"), "amount"],
    ["Chiết khấu", "discount"],
    ["Đơn giá", "unit_price"],
    ["Giá vốn", "cost"],
    ["Trạng thái", "status"],
    ["Tổng tiền (đ)", "amount"],
    ["Ngày đặt (dd/mm/yyyy)", "ordered_at"],
    ["Mã đơn hàng / Order ID", "order_id"],
    ["Giảm giá (%)", undefined],
    ["nonsense", undefined]
  ])("%j of orders carries %s", (heading, id) => {
    expect(Object.keys(recogniseColumns(tables.orders, [heading]))).toEqual(id ? [id] : []);
  });

  test("named by all of a heading comes before one named by a part", () => {
    const map = recogniseColumns(tables.orders, ["Tổng tiền (dự kiến)", "Tổng thanh toán", "Khách phải trả"]);
    expect(map.amount).not.toBe("Tổng tiền (dự kiến)");
  });

  test("with the better name wins, and each heading serves once", () => {
    expect(recogniseColumns(tables.orders, ["total", "amount", "date", "order_date"])).toMatchObject({
      amount: "amount",
      ordered_at: "order_date"
    });
    const map = recogniseColumns(tables.customers, ["email", "id"]);
    expect(new Set(Object.values(map)).size).toBe(Object.values(map).length);
  });
});

describe("the list of columns", () => {
  const columns = Object.entries(tables).flatMap(([table, { columns }]) =>
    columns.map((column) => ({ path: `${table}.${column.id}`, column }))
  );

  test.each(columns)("$path has both labels, and each heading once", ({ column }) => {
    expect(column.label.vi && column.label.en).toBeTruthy();
    const names = [column.id, ...column.headings].map(fold);
    expect(names).not.toContain("");
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(columns.filter(({ column }) => column.words))("$path gives every spelling one meaning", ({ column }) => {
    const spellings = Object.entries(column.words ?? {}).flatMap(([word, more]) =>
      [word, ...more].map((s) => [fold(s), word] as const)
    );
    const twice = spellings.filter(([s, word]) =>
      spellings.some(([other, meaning]) => other === s && meaning !== word)
    );
    expect(twice).toEqual([]);
  });

  test("marks everything that tells who somebody is as personal", () => {
    const personal = columns.filter(({ column }) => column.personal).map(({ path }) => path);
    expect(personal).toEqual(
      expect.arrayContaining([
        "orders.customer_id",
        "customers.customer_id",
        "customers.name",
        "customers.phone",
        "customers.email",
        "customers.owner",
        "customers.referred_by",
        "events.customer_id",
        "events.other_customer_id"
      ])
    );
  });

  test("is found by table and name; an unknown one is the programmer's error", () => {
    expect(findColumn(tables, "orders.amount").kind).toBe("money");
    expect(() => findColumn(tables, "orders.colour")).toThrow("unknown column: orders.colour");
  });

  test("knows the kinds of events of the design", () => {
    expect(Object.keys(findColumn(tables, "events.kind").words ?? {})).toEqual(
      expect.arrayContaining([
        "reach",
        "visit",
        "view",
        "message",
        "signup",
        "trial",
        "workshop",
        "gift",
        "group-join",
        "complaint",
        "rating",
        "review",
        "share",
        "referral",
        "support"
      ])
    );
  });
});

describe("folding", () => {
  test.each([
    ["Mã đơn hàng", "madonhang"],
    ["Ðà Nẵng — Quận 1", "anangquan1"],
    ["ĐƠN_GIÁ (₫)", "dongia"],
    ["  E-mail ", "email"]
  ])("%j becomes %j", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test("keeps blanks where words matter, composed or not", () => {
    expect(foldAccents("Khách Đà\u00a0Nẵng")).toBe("khach da nang");
    expect(foldAccents("Khách Đà Nẵng".normalize("NFD"))).toBe("khach da nang");
  });
});

interface Layout {
  id?: string;
  headers?: string[];
}

describe.skipIf(lacks("../reference/export-headers.json"))(
  "layouts that shops bring (needs ../shared/reference)",
  () => {
    const read = () =>
      JSON.parse(readFileSync(sharedFile("../reference/export-headers.json"), "utf8")) as Record<
        string,
        Layout | string[]
      >;

    test("every layout is recognised or refused, none makes one heading serve two columns", () => {
      const layouts = Object.values(read()).flatMap((layout) =>
        Array.isArray(layout) ? [layout] : layout.headers ? [layout.headers] : []
      );
      expect(layouts.length).toBeGreaterThan(5);
      for (const headings of layouts) {
        const table = recogniseTable(tables, headings);
        if (!table) continue;
        const used = Object.values(recogniseColumns(tables[table], headings));
        expect(new Set(used).size).toBe(used.length);
        expect(used.every((heading) => headings.includes(heading))).toBe(true);
      }
    });
  }
);
