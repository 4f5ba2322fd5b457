import type { Tables } from "./rows.js";

/** A row put in on purpose. `line` is the line of the file, the headings being line 1. */
export interface DirtyRow {
  file: string;
  line: number;
  vi: string;
  en: string;
}

type Row = Readonly<Record<string, unknown>>;

/** Where in the file (0–1), how the row differs from the one there, and what is wrong with it. */
type Stain = readonly [place: number, change: Row, vi: string, en: string];

const SAME: Row = {};

const CUSTOMERS: readonly Stain[] = [
  [
    0.31,
    { name: "Nguyễn Thị Trùng Mã", phone: "0900999888", province: "Cần Thơ", created: "2025-02-14" },
    "mã khách lặp lại với dữ liệu khác (dòng ngay trên là bản đầu)",
    "customer id repeated with different data (the line above holds the first)"
  ],
  [
    0.62,
    { customer_id: "", name: "Trần Văn Không Mã", phone: "0900999777", email: "", referred_by: "" },
    "khách không có mã",
    "customer without an id"
  ],
  [
    0.85,
    {
      customer_id: "KH99998",
      name: "Lê Thị Sai Ngày",
      phone: "0900999666",
      email: "",
      created: "31/02/2025",
      consent_date: "",
      referred_by: ""
    },
    "ngày tạo không có thật: 31/02/2025",
    "created on a day that does not exist: 31/02/2025"
  ]
];

const ORDERS: readonly Stain[] = [
  [
    0.08,
    { order_id: "DH90001", ordered_at: "31/02/2025" },
    "ngày không có thật: 31/02/2025",
    "a day that does not exist: 31/02/2025"
  ],
  [0.15, SAME, "trùng hoàn toàn dòng ngay trên", "exact duplicate of the line above"],
  [
    0.22,
    { order_id: "DH90002", ordered_at: "hôm qua" },
    "ngày không đọc được: hôm qua",
    "unreadable date: hôm qua (yesterday)"
  ],
  [0.35, { order_id: "DH90003", amount: "12a" }, "thành tiền không phải số: 12a", "amount is not a number: 12a"],
  [0.44, SAME, "trùng hoàn toàn dòng ngay trên", "exact duplicate of the line above"],
  [
    0.53,
    { order_id: "DH90004", ordered_at: "2062-03-11 10:15:00" },
    "đơn ghi ngày năm 2062",
    "order dated in the year 2062"
  ],
  [0.66, { order_id: "DH90005", status: "đang bay" }, "trạng thái lạ: đang bay", "unknown status: đang bay (flying)"],
  [0.78, { order_id: "DH90006", quantity: "hai" }, "số lượng viết bằng chữ: hai", "quantity in words: hai (two)"],
  [0.91, SAME, "trùng hoàn toàn dòng ngay trên", "exact duplicate of the line above"]
];

const EVENTS: readonly Stain[] = [
  [0.1, { customer_id: "" }, "thiếu mã khách", "customer id missing"],
  [0.2, SAME, "trùng hoàn toàn dòng ngay trên", "exact duplicate of the line above"],
  [
    0.3,
    { kind: "rating", channel: "website", value: 9, other_customer_id: "", subject: "" },
    "điểm đánh giá 9 (thang 1–5)",
    "rating of 9 on a scale of 1–5"
  ],
  [0.4, { occurred_at: "hôm qua" }, "ngày không đọc được: hôm qua", "unreadable date: hôm qua (yesterday)"],
  [0.5, { customer_id: "" }, "thiếu mã khách", "customer id missing"],
  [0.6, SAME, "trùng hoàn toàn dòng ngay trên", "exact duplicate of the line above"],
  [
    0.7,
    { kind: "thần giao cách cảm" },
    "loại tương tác lạ: thần giao cách cảm",
    "unknown kind: thần giao cách cảm (telepathy)"
  ],
  [0.9, SAME, "trùng hoàn toàn dòng ngay trên", "exact duplicate of the line above"]
];

/** The tables with a few bad rows put in, and the list of them. */
export function soil(tables: Tables): { tables: Record<keyof Tables, readonly object[]>; dirty: DirtyRow[] } {
  const customers = stain("customers.csv", tables.customers, CUSTOMERS);
  const orders = stain("orders.csv", tables.orders, ORDERS);
  const events = stain("events.csv", tables.events, EVENTS);
  return {
    tables: { customers: customers.rows, orders: orders.rows, events: events.rows, costs: tables.costs },
    dirty: [...customers.dirty, ...orders.dirty, ...events.dirty]
  };
}

function stain(file: string, rows: readonly object[], stains: readonly Stain[]): { rows: object[]; dirty: DirtyRow[] } {
  const stained: object[] = [];
  const dirty: DirtyRow[] = [];
  const places = new Map(stains.map((entry) => [findPlace(entry[0], rows), entry]));
  rows.forEach((row, i) => {
    stained.push(row);
    const found = places.get(i);
    if (found === undefined) return;
    const [, change, vi, en] = found;
    stained.push({ ...row, ...change });
    dirty.push({ file, line: stained.length + 1, vi, en });
  });
  return { rows: stained, dirty };
}

/** The first row from a part of the file on that names a customer, so that each bad row has one fault only. */
function findPlace(part: number, rows: readonly object[]): number {
  const from = Math.floor(part * rows.length);
  const ahead = rows.slice(from).findIndex((row) => "customer_id" in row && row.customer_id !== "");
  if (ahead === -1) throw new Error(`no row with a customer after ${from}`);
  return from + ahead;
}
