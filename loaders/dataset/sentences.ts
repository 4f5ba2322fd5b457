import type { Bilingual } from "../../src/terms/lang.js";
import type { TableName } from "../definitions/columns.js";
import type { Grain } from "../definitions/grain.js";
import type { DayFormat, NumberStyle } from "../engine/dialect.js";
import type { LeftKind, SheetForm } from "../files/sheet.js";
import type { ColumnMap } from "./source.js";

/** What one row of a file stands for, as a person would say it. */
export const GRAINS: Record<Grain, Bilingual> = {
  order: { vi: "Mỗi dòng là một đơn hàng.", en: "Each row is a whole order." },
  line: { vi: "Mỗi dòng là một món trong đơn, có tiền riêng.", en: "Each row is an order line with its own money." },
  "first-line": {
    vi: "Mỗi dòng là một món; thông tin chung của đơn chỉ ghi ở dòng đầu và được điền xuống các dòng sau.",
    en: "Each row is an order line; what belongs to the order stands on its first line only and is filled down."
  },
  repeated: {
    vi: "Mỗi dòng là một món; thông tin chung của đơn lặp lại trên từng dòng và chỉ tính một lần.",
    en: "Each row is an order line; what belongs to the order is repeated on every line and counted once."
  },
  unit: {
    vi: "Mỗi dòng là một chiếc: mua ba chiếc thì có ba dòng.",
    en: "Each row is a single unit: three units sold are three rows."
  },
  row: { vi: "Mỗi dòng là một mục.", en: "Each row is one entry." }
};

/** The same for tables other than orders. */
export const ROWS: Record<Exclude<TableName, "orders">, Bilingual> = {
  customers: { vi: "Mỗi dòng là một khách hàng.", en: "Each row is one customer." },
  events: { vi: "Mỗi dòng là một lần tiếp xúc với khách.", en: "Each row is one contact with a customer." },
  costs: { vi: "Mỗi dòng là chi phí một tháng của một kênh.", en: "Each row is one month's cost of one channel." }
};

/** Which money of an orders file counts, where no layout says it: headings by name, in the order of precedence. */
export function describeMoney(columns: ColumnMap, grain: Grain): Bilingual {
  const shared = grain === "first-line" || grain === "repeated" || grain === "line";
  const base = baseMoney(columns, shared);
  const less = ["order_discount", "refund", "order_refund", "returned_quantity"].flatMap((id) => columns[id] ?? []);
  if (less.length === 0) return base;
  const list = less.map((heading) => `“${heading}”`).join(", ");
  return { vi: `${base.vi} Trừ đi: ${list}.`, en: `${base.en} Less: ${list}.` };
}

function baseMoney(columns: ColumnMap, shared: boolean): Bilingual {
  const { amount, quantity, unit_price, list_price, discount, order_amount } = columns;
  if (order_amount && shared)
    return {
      vi: `Tiền của đơn lấy ở cột “${order_amount}”, tính một lần cho mỗi đơn và chia cho các dòng.`,
      en: `The order's money is in “${order_amount}”, counted once per order and shared out over its lines.`
    };
  if (amount)
    return {
      vi: `Tiền lấy ở cột “${amount}”${discount ? `, coi là đã trừ “${discount}”` : ""}.`,
      en: `The money is in “${amount}”${discount ? `, taken as already less “${discount}”` : ""}.`
    };
  if (quantity && unit_price)
    return { vi: `Tiền = “${quantity}” × “${unit_price}”.`, en: `Money = “${quantity}” × “${unit_price}”.` };
  if (quantity && list_price) {
    const minus = discount ? ` − “${discount}”` : "";
    return {
      vi: `Tiền = “${quantity}” × “${list_price}”${minus}.`,
      en: `Money = “${quantity}” × “${list_price}”${minus}.`
    };
  }
  if (list_price && discount)
    return { vi: `Tiền = “${list_price}” − “${discount}”.`, en: `Money = “${list_price}” − “${discount}”.` };
  return { vi: `Tiền lấy ở cột “${order_amount ?? ""}”.`, en: `The money is in “${order_amount ?? ""}”.` };
}

export const DAYS: Record<DayFormat, Bilingual> = {
  iso: { vi: "năm-tháng-ngày (2026-06-30)", en: "year-month-day (2026-06-30)" },
  dmy: { vi: "ngày trước, tháng sau (30/06/2026)", en: "day first (30/06/2026)" },
  mdy: { vi: "tháng trước, ngày sau (06/30/2026)", en: "month first (06/30/2026)" },
  "ymd-compact": { vi: "liền nhau (20260630)", en: "without signs (20260630)" },
  named: { vi: "tháng viết bằng chữ (30 Jun 2026)", en: "month by name (30 Jun 2026)" },
  serial: { vi: "số ngày của bảng tính (46203)", en: "a spreadsheet's day number (46203)" }
};

export const NUMBERS: Record<NumberStyle, Bilingual> = {
  comma: { vi: "dấu chấm ngăn hàng nghìn (1.250.000,5)", en: "dots part thousands (1.250.000,5)" },
  dot: { vi: "dấu chấm là thập phân (1,250,000.5)", en: "a dot parts decimals (1,250,000.5)" }
};

export const LEFT: Record<LeftKind, Bilingual> = {
  preamble: { vi: "dòng phía trên tiêu đề", en: "rows above the headings" },
  heading: { vi: "dòng tiêu đề khác", en: "other heading rows" },
  description: { vi: "dòng giải thích cột", en: "rows that explain the columns" },
  total: { vi: "dòng tổng cộng", en: "totals" },
  footer: { vi: "dòng cuối tệp", en: "footers" },
  blank: { vi: "dòng trống", en: "blank rows" }
};

const DELIMITERS: Record<string, Bilingual> = {
  ",": { vi: "dấu phẩy", en: "comma" },
  ";": { vi: "dấu chấm phẩy", en: "semicolon" },
  "\t": { vi: "tab", en: "tab" },
  "|": { vi: "gạch đứng", en: "bar" },
  " ": { vi: "khoảng trắng", en: "blanks" }
};

/** Kind, encoding, separator and packing, in words: `CSV, UTF-8, dấu phẩy`. */
export function describeForm({ kind, encoding, delimiter, packed }: SheetForm): Bilingual {
  const sign = delimiter === undefined ? undefined : (DELIMITERS[delimiter] ?? { vi: delimiter, en: delimiter });
  const parts = [kind.toUpperCase(), encoding?.toUpperCase()].filter((part) => part !== undefined);
  const end = packed ? [`.${packed}`] : [];
  return {
    vi: [...parts, ...(sign ? [sign.vi] : []), ...end].join(", "),
    en: [...parts, ...(sign ? [sign.en] : []), ...end].join(", ")
  };
}
