import { foldAccents } from "../../src/terms/fold-heading.js";
import { looksLikeDay } from "./dates.js";

/** What a column's cells look like: shares are of the filled cells, 0–1. */
export interface ColumnProfile {
  filled: number;
  date: number;
  /** Something with figures that can be an amount or a count, signs of money aside. */
  number: number;
  phone: number;
  email: number;
  /** Stars or dots in place of letters: no key to a person. */
  masked: number;
  percent: number;
  /** Letters and blanks, two words or more, no figures. */
  name: number;
  /** A family name that most Vietnamese share comes first. */
  vietnameseName: number;
  /** Different values for one filled cell. */
  distinct: number;
}

const SIGN = "vnđ|vnd|usd|[₫đ$€£¥]";
const NUMBER = new RegExp(
  `^[-+(]*\\s?(${SIGN})?\\s?[-+]?\\d[\\d.,' ]*(e[+-]?\\d+)?\\s?(đồng|dong|eur|%|${SIGN})?-?\\)?$`,
  "i"
);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MASKED = /\*{2,}|•{2,}|x{4,}$/i;
/** Family names that most Vietnamese share. */
const FAMILIES = [
  ..."nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong lam mai trinh cao".split(" "),
  ..."ta luong dao luu chu tong kieu quach thai nghiem doan vuong".split(" ")
];
const FAMILY = new RegExp(`^(${FAMILIES.join("|")}) `);

/** The profile of a column from all cells of its sample. */
export function computeProfile(cells: readonly string[]): ColumnProfile {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const distinct = new Set(filled).size;
  return {
    filled: filled.length,
    date: share(looksLikeDay),
    number: share((cell) => NUMBER.test(cell)),
    phone: share(looksLikePhones),
    email: share((cell) => EMAIL.test(cell)),
    masked: share((cell) => MASKED.test(cell)),
    percent: share((cell) => /^-?\d+([.,]\d+)?\s?%$/.test(cell)),
    name: share((cell) => /^\p{L}[\p{L}.'’-]*( [\p{L}.'’-]+)+$/u.test(cell)),
    vietnameseName: share((cell) => /^\D+$/.test(cell) && FAMILY.test(foldAccents(cell))),
    distinct: filled.length === 0 ? 0 : distinct / filled.length
  };
}

/** One phone, or several with a sign between them. */
function looksLikePhones(cell: string): boolean {
  return looksLikePhone(cell) || cell.split(/[/;,|&\n]| - | hoặc | và /).some(looksLikePhone);
}

/** Vietnamese phones as people write them, and foreign ones with a plus. */
function looksLikePhone(cell: string): boolean {
  const plain = cell.replace(/^(p|tel|phone|mobile|sđt|đt)\s*[:.]\s*/iu, "").replace(/^'|\.0$|[\s()._–-]/g, "");
  return /^(0|\+?84)(2\d{8,9}|[35789]\d{8}|1[2689]\d{8})$/.test(plain) || /^\+\d{8,15}$/.test(plain);
}
