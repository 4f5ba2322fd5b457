import { describe, expect, test } from "vitest";
import { readSheet } from "../../loaders/dataset/read-sheet.js";
import type { Overrides } from "../../loaders/definitions/overrides.js";
import { SAMPLE_ROWS } from "../../loaders/files/sheet.js";
import { DEFINITIONS } from "../support/definitions.js";
import { sheetOf, sheetOfLines } from "./sheets.js";

const read = (lines: string[], overrides: Overrides = {}) => readSheet(sheetOfLines(...lines), DEFINITIONS, overrides);
const five = (line: (i: number) => string) => Array.from({ length: 5 }, (_, i) => line(i + 1));

describe("headings that mean nothing are read by their values", () => {
  test("where one column is e-mails, one days, one money", () => {
    const { table, columns, sources } = read([
      "column_1,column_2,column_3,column_4",
      ...five((i) => `x${i},an${i}@shop.test,2026-01-0${i},1200${i}`)
    ]);
    expect(table).toBe("orders");
    expect(columns).toMatchObject({ email: "column_2", ordered_at: "column_3" });
    expect(sources.email).toBe("values");
  });

  test("but not where two columns could be meant", () => {
    const { columns } = read(["customer_id,amount,A,B", ...five((i) => `c${i},5,2026-01-0${i},2026-02-0${i}`)], {
      table: "orders"
    });
    expect(columns.ordered_at).toBeUndefined();
  });
});

describe("goods of an order with a discount beside them", () => {
  const rows = five((i) => `A${i},2026-01-0${i},091234567${i},150000,10000,140000`);
  const headings = "Mã đơn,Ngày,SĐT,Tổng tiền hàng,Giảm giá";

  test("are less the discount where nothing else tells the money", () => {
    const { columns, constants } = read([`${headings},Ghi chú`, ...rows]);
    expect(columns).toMatchObject({ list_price: "Tổng tiền hàng", discount: "Giảm giá" });
    expect([columns.amount, constants.quantity]).toEqual([undefined, "1"]);
  });

  test("give way to what the customer has to pay", () => {
    expect(read([`${headings},Khách phải trả`, ...rows]).columns.amount).toBe("Khách phải trả");
  });
});

describe("a column “id” of orders", () => {
  test("is the order's where a row is an order", () => {
    const rows = five((i) => `${i},${i},2026-01-0${i},5`);
    expect(read(["id,customer_id,order_date,amount", ...rows]).columns.order_id).toBe("id");
  });

  test("is a line's own where rows are lines", () => {
    const rows = five((i) => `${i},${i},2026-01-0${i},5,Trà`);
    expect(read(["id,customer_id,order_date,amount,product", ...rows]).columns).not.toHaveProperty("order_id");
  });
});

test("names beside the table, as of a pivot, don't name its customers", () => {
  const rows = five((i) => `${i},2026-01-0${i},Nguyễn Văn An,091234567${i},5,,${i < 3 ? "Trần Thị Bê" : ""}`);
  const { columns } = read(["Mã đơn,Ngày,Khách hàng,SĐT,Thành tiền,,Khách", ...rows]);
  expect(columns.customer_name).toBe("Khách hàng");
  expect(columns).not.toHaveProperty("customer_id");
});

describe("a heading whose values say otherwise", () => {
  test("isn't used, and that is told", () => {
    const { columns, contradicted } = read([
      "customer_id,order_date,amount,phone",
      ...five((i) => `c${i},2026-01-0${i},5,2026-02-0${i}`)
    ]);
    expect(columns.phone).toBeUndefined();
    expect(contradicted).toContainEqual({ id: "phone", heading: "phone" });
  });

  test("gives way to another heading of the same meaning", () => {
    const { columns } = read([
      "customer_id,order_date,amount,email,mail",
      ...five((i) => `c${i},2026-01-0${i},5,yes,an${i}@shop.test`)
    ]);
    expect(columns.email).toBe("mail");
  });

  test("of masked ids names nobody", () => {
    const { columns } = read([
      "Mã khách hàng,Ngày,Thành tiền,SĐT",
      ...five((i) => `n****${i},2026-01-0${i},5,091234567${i}`)
    ]);
    expect(columns).not.toHaveProperty("customer_id");
    expect(columns.phone).toBe("SĐT");
  });
});

describe("a column “Khách hàng”", () => {
  test.each([
    ["names beside phones are names", "Nguyễn Lan", { customer_name: "Khách hàng" }],
    ["codes beside phones are codes", "KH01", { customer_id: "Khách hàng" }]
  ])("%s", (_, cell, expected) => {
    const { columns } = read(["Ngày,Khách hàng,SĐT,Tiền", ...five((i) => `2026-01-0${i},${cell},091234567${i},5`)]);
    expect(columns).toMatchObject(expected);
  });

  test("of names serves as the id where nothing else does", () => {
    const { columns } = read(["Ngày,Tên khách hàng,Tiền", ...five((i) => `2026-01-0${i},Nguyễn Lan,5`)]);
    expect(columns.customer_id).toBe("Tên khách hàng");
  });
});

describe("money is read by its own cells", () => {
  const sheet = (headings: string[], ...rows: string[][]) => readSheet(sheetOf("o.csv", headings, rows), DEFINITIONS);
  const money = ["order_id", "date", "customer_id", "quantity", "amount"];

  test("and a count by its own", () => {
    const { source, questions } = sheet(
      money,
      ["1", "2026-03-01", "c1", "1,5", "52.50"],
      ["2", "2026-03-02", "c2", "2", "70"]
    );
    expect(questions).toEqual([]);
    expect(source).toMatchObject({ numbers: "dot", forms: { quantity: "comma" } });
  });

  test("never by a count: that leaves it open", () => {
    const { questions } = sheet(money, ["1", "2026-03-01", "c1", "1,5", "52,000"]);
    expect(questions).toMatchObject([{ column: "amount", example: "52,000" }]);
  });

  test("in Vietnam a group of three digits is thousands, whatever a layout says", () => {
    const lines = ["Mã hóa đơn", "Thời gian", "Mã khách hàng", "Mã hàng", "Số lượng", "Thành tiền"];
    const read = (cell: string) => sheet(lines, ["HD1", "21/03/2026", "KH1", "A", "1.5", cell]);
    expect(read("150.000").source).toMatchObject({ numbers: "comma" });
    expect(read("150,000").source).toMatchObject({ numbers: "dot" });
  });

  test("by the products of the file, where these decide", () => {
    const priced = ["order_id", "date", "customer_id", "quantity", "unit_price", "amount"];
    const { source } = sheet(
      priced,
      ["1", "2026-03-01", "c1", "3", "50000", "150.000"],
      ["2", "2026-03-01", "c1", "2", "45000", "90.000"]
    );
    expect(source).toMatchObject({ numbers: "comma" });
  });

  test("below the rows that were looked at a fraction that none of them has is not taken for one", () => {
    const rows = Array.from({ length: SAMPLE_ROWS }, (_, i) => [`${i}`, "2026-03-01", `c${i}`, "1", "12.50"]);
    expect(sheet(money, ...rows).source).toMatchObject({ numbers: "dot", forms: { amount: "dot-cents" } });
  });
});

describe("it asks, with both readings,", () => {
  test("where every day is 12 or less", () => {
    const { questions, source } = read(["customer_id,date,amount", "c1,03/04/2026,5", "c2,05/06/2026,5"]);
    expect(source).toBeUndefined();
    expect(questions).toEqual([
      {
        about: "dates",
        column: "date",
        example: "03/04/2026",
        readings: [
          { answer: "dmy", reads: "2026-04-03" },
          { answer: "mdy", reads: "2026-03-04" }
        ]
      }
    ]);
  });

  test("where amounts are 1.200", () => {
    const { questions } = read(["customer_id,date,amount", "c1,2026-04-03,1.200", "c2,2026-04-04,2.500"]);
    expect(questions).toMatchObject([
      {
        about: "numbers",
        example: "1.200",
        readings: [
          { answer: "comma", reads: "1200" },
          { answer: "dot", reads: "1.2" }
        ]
      }
    ]);
  });

  test("where one cell of an amount contradicts the others", () => {
    const lines = ["customer_id;date;amount", "c1;2026-04-03;1,250.50", "c2;2026-04-04;450.000"];
    const rows = lines.slice(1).map((line) => line.split(";"));
    expect(readSheet(sheetOf("o.csv", ["customer_id", "date", "amount"], rows), DEFINITIONS).questions).toEqual([
      {
        about: "numbers",
        column: "amount",
        example: "1,250.50 · 450.000",
        readings: [
          { answer: "dot", reads: "1250.5 · 450" },
          { answer: "mixed", reads: "1250.5 · 450000" }
        ]
      }
    ]);
  });

  test("but not what a person has said", () => {
    const lines = ["customer_id,date,amount", "c1,03/04/2026,1.200"];
    const { questions, source } = read(lines, { dates: "dmy", numbers: "comma" });
    expect(questions).toEqual([]);
    expect(source).toMatchObject({ dates: "dmy", numbers: "comma" });
  });

  test("nor of days that rows further down decide", () => {
    const rows = Array.from({ length: SAMPLE_ROWS }, (_, i) => [`c${i}`, "03/04/2026", "5"]);
    const { questions, source } = readSheet(sheetOf("o.csv", ["customer_id", "date", "amount"], rows), DEFINITIONS);
    expect(questions).toEqual([]);
    expect(source).toBeDefined();
    expect(source?.dates).toBeUndefined();
  });

  test("what statuses mean that it doesn't know, and on how many rows they are", () => {
    const lines = ["customer_id,date,amount,status", ...five((i) => `c${i},2026-04-0${i},5,zzz`)];
    expect(read(lines).issues).toMatchObject([{ code: "unknown-words", column: "status", got: "zzz (5)" }]);
    expect(read(lines, { words: { status: { zzz: "completed" } } }).source?.words).toEqual({
      status: { zzz: "completed" }
    });
  });
});

describe("what a person says", () => {
  test("takes a heading from the column that had it", () => {
    const { columns } = read(["id,date,total,paid", "c1,2026-01-01,9,5"], {
      table: "orders",
      columns: { customer_id: "id", amount: "paid" }
    });
    expect(columns).toMatchObject({ customer_id: "id", amount: "paid" });
  });

  test("drops a column with null", () => {
    const lines = ["customer_id,date,amount,discount", "c1,2026-01-01,9,5"];
    expect(read(lines, { columns: { discount: null } }).columns.discount).toBeUndefined();
  });

  test("can be that no platform's layout is meant, or which", () => {
    const lines = ["Mã đơn hàng,Ngày tạo,Khách hàng,Thanh toán,Tổng tiền", "1,21/03/2026,Lan,Đã thanh toán,5"];
    expect(read(lines).preset?.id).toBe("haravan-orders");
    expect(read(lines, { preset: null }).preset).toBeUndefined();
    expect(read(lines, { preset: "nothing" }).issues).toMatchObject([{ code: "unknown-preset", got: "nothing" }]);
  });

  test.each([
    [{ columns: { colour: "date" } }, "settings"],
    [{ columns: { amount: "Sum" } }, "unknown-heading"],
    [{ constants: { colour: "red" } }, "settings"]
  ])("is told when it can't be: %j", (overrides, code) => {
    const lines = ["customer_id,date,amount", "c1,2026-01-01,9"];
    expect(read(lines, overrides).issues.map((issue) => issue.code)).toContain(code);
  });
});

test("a list of people with a total and a day is no list of orders", () => {
  const { table } = read([
    "Tên khách hàng,Điện thoại,Địa chỉ,Tỉnh,Nhóm khách hàng,Ngày tạo,Tổng tiền",
    "Lan,0912345678,1 Lê Lợi,Huế,Sỉ,2026-01-01,500000"
  ]);
  expect(table).toBe("customers");
});

test("columns written in another style of days than the file's are left out", () => {
  const { columns, contradicted } = read([
    "customer_id,order_date,amount,cancelled_at",
    ...five((i) => `c${i},2${i}/04/2026,5,04/2${i}/2026`)
  ]);
  expect(columns.cancelled_at).toBeUndefined();
  expect(contradicted).toContainEqual({ id: "cancelled_at", heading: "cancelled_at" });
});
