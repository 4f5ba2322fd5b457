import { describe, expect, test } from "vitest";
import { readDataset } from "../../loaders/dataset/read.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { openDefinitions } from "../../loaders/store/local.js";
import { computeTables } from "../../loaders/tables/compute.js";

/** Orders, with amounts and days that can be read in one way only, whatever the style. */
const ORDERS = Array.from({ length: 40 }, (_, i) => ({
  order: `ĐH${String(i >> 1).padStart(4, "0")}`,
  customer: `KH${String(i % 7).padStart(3, "0")}`,
  day: new Date(Date.UTC(2025, 0, 5 + i * 3)),
  product: ["Ghế gỗ sồi", "Đèn “Mộc”", "Bàn; gấp, nhỏ", "Nồi | chảo đất"][i % 4] ?? "",
  quantity: 1 + (i % 3),
  amount: 1_250_000 + i * 13_500.5,
  status: ["Hoàn thành", "Đã hủy"][i % 9 === 8 ? 1 : 0] ?? ""
}));

const two = (n: number) => String(n).padStart(2, "0");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: Record<string, (d: Date) => string> = {
  iso: (d) => d.toISOString().slice(0, 10),
  stamp: (d) => `${d.toISOString().slice(0, 10)} 08:30:00`,
  dmy: (d) => `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()} 08:30`,
  mdy: (d) => `${d.getUTCMonth() + 1}/${d.getUTCDate()}/${d.getUTCFullYear()} 8:30 AM`,
  named: (d) => `${two(d.getUTCDate())}-${MONTHS[d.getUTCMonth()]}-${two(d.getUTCFullYear() % 100)}`,
  serial: (d) => `${d.getTime() / 86_400_000 + 25_569}.35`
};

const group = (n: number, sign: string) => String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, sign);
const NUMBERS: Record<string, (n: number) => string> = {
  plain: (n) => n.toFixed(2),
  english: (n) => `$${group(n, ",")}.${n.toFixed(2).slice(-2)}`,
  vietnamese: (n) => `${group(n, ".")},${n.toFixed(2).slice(-2)}₫`,
  spaced: (n) => `${group(n, "\u00a0")},${n.toFixed(2).slice(-2)}`
};

const bytes16 = (text: string, little: boolean) => {
  const out = new DataView(new ArrayBuffer(text.length * 2 + 2));
  out.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) out.setUint16(2 + i * 2, text.charCodeAt(i), little);
  return new Blob([out.buffer]);
};
const ENCODINGS: Record<string, (text: string) => Blob> = {
  "UTF-8": (text) => new Blob([text]),
  "UTF-8 with a mark": (text) => new Blob([`\ufeff${text}`]),
  "UTF-8, accents apart": (text) => new Blob([text.normalize("NFD")]),
  "UTF-16 LE": (text) => bytes16(text, true),
  "UTF-16 BE": (text) => bytes16(text, false)
};

function write(sign: string, end: string, day: (d: Date) => string, number: (n: number) => string): string {
  const quote = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(sign) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const rows = ORDERS.map((o) => [
    o.order,
    o.customer,
    day(o.day),
    o.product,
    String(o.quantity),
    number(o.amount),
    o.status
  ]);
  const all = [
    ["Mã đơn hàng", "Mã khách hàng", "Ngày đặt", "Tên hàng", "Số lượng", "Thành tiền", "Trạng thái"],
    ...rows
  ];
  return all.map((row) => row.map(quote).join(sign) + end).join("");
}

async function imported(file: Blob) {
  const engine = await openDuckdb({ threads: 2 });
  try {
    const tables = await computeTables(
      engine,
      await readDataset(holdFiles("shop", { "o.csv": file }), await openDefinitions())
    );
    // A sign beside an amount is its currency, which one dialect writes and another doesn't.
    const rows = await engine.rows(
      "SELECT * EXCLUDE (currency) FROM orders_read ORDER BY order_id, product, ordered_at"
    );
    const [count] = tables.files;
    return {
      rows,
      rejects: tables.rejects,
      read: count?.rowsRead,
      money: count?.moneyAccepted,
      valid: { ...count?.valid, currency: undefined }
    };
  } finally {
    await engine.close();
  }
}

/** 24 ways, each part of the style in several of them. */
const DIALECTS = Array.from({ length: 24 }, (_, i) => ({
  encoding: Object.keys(ENCODINGS)[i % 5] ?? "",
  sign: [",", ";", "\t", "|"][(i >> 1) % 4] ?? "",
  end: ["\n", "\r\n", "\r"][i % 3] ?? "",
  day: Object.keys(DAYS)[(i * 5 + (i >> 3)) % 6] ?? "",
  number: Object.keys(NUMBERS)[(i + (i >> 2)) % 4] ?? ""
}));

describe("one table in 24 dialects is one table", () => {
  const plain = imported(new Blob([write(",", "\n", DAYS.iso ?? String, NUMBERS.plain ?? String)]));

  test.each(DIALECTS)("$encoding, $sign, days $day, numbers $number", async ({ encoding, sign, end, day, number }) => {
    const text = write(sign, end, DAYS[day] ?? String, NUMBERS[number] ?? String);
    const found = await imported(ENCODINGS[encoding]?.(text) ?? new Blob());
    expect(found.read).toBe(40);
    expect(found).toEqual(await plain);
  });
});
