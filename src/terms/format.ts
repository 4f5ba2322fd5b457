import type { Lang } from "./lang.js";
import type { Unit } from "./unit.js";
import { UNITS } from "./units.js";
import { fill, speak } from "./words.js";

/** No-break space: a number and its unit stay on one line. */
const SPACE = "\u00a0";
const SYMBOLS: Record<string, string> = { VND: "₫", USD: "$", EUR: "€", GBP: "£", JPY: "¥", KRW: "₩", THB: "฿" };
const SCALES = [
  [1e12, "trillions"],
  [1e9, "billions"],
  [1e6, "millions"],
  [1e3, "thousands"]
] as const;

export interface Formats {
  lang: Lang;
  /** `1.234` / `1,234`; at most `digits` decimals, none by default. */
  number(value: number | null, digits?: number): string;
  /** A share of 0–1 as `81%`, with one decimal under ten per cent, or with `digits`. */
  percent(value: number | null, digits?: number): string;
  /** A difference of shares in percentage points, with its sign. */
  points(value: number | null): string;
  /** Money as people say it: `1,2 tỷ ₫`, `₫1.2 bn`. */
  money(value: number | null): string;
  /** Money to the last unit of the currency, for tables. */
  exactMoney(value: number | null): string;
  days(value: number | null): string;
  /** A ratio as `2,1 lần` / `2.1×`. */
  times(value: number | null): string;
  /** `30/06/2026` / `30 Jun 2026` from `YYYY-MM-DD`. */
  date(value: string | null): string;
  /** `06/2026` / `Jun 2026` from `YYYY-MM` or a longer date. */
  month(value: string | null): string;
  /** Any number of the publication by its unit. */
  unit(value: number | string | boolean | null, unit: Unit): string;
  /** What stands where no number can: withheld or not computable. */
  none: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const memory = new Map<string, Intl.NumberFormat>();

/** Formats of one language and currency; the visitor's own locale and time zone never matter. */
export function formats(lang: Lang, currency = "VND"): Formats {
  const none = "–";
  const vi = lang === "vi";
  const w = speak(UNITS, lang);
  const symbol = currency === "XXX" ? "" : (SYMBOLS[currency] ?? currency);
  const plain = (value: number, digits: number) => numberFormat(lang, digits).format(value).replace("-", "−");
  const withSymbol = (text: string, negative: boolean) =>
    vi ? `${negative ? "−" : ""}${text}${symbol && SPACE}${symbol}` : `${negative ? "−" : ""}${symbol}${text}`;
  const orNone =
    <T>(text: (value: T, extra?: number) => string) =>
    (value: T | null | undefined, extra?: number) =>
      value === null || value === undefined || Number.isNaN(value) ? none : text(value, extra);

  const number = orNone<number>((value, digits = 0) => plain(value, digits));
  const percent = orNone<number>((value, digits) => {
    const decimals = digits ?? (Math.abs(value) < 0.0995 && value !== 0 ? 1 : 0);
    return `${plain(value * 100, decimals)}%`;
  });
  const points = orNone<number>((value) => {
    const size = plain(Math.abs(value) * 100, Math.abs(value) < 0.0995 ? 1 : 0);
    return `${value < 0 ? "−" : "+"}${size}${SPACE}${w.points}`;
  });
  const money = orNone<number>((value) => {
    const size = Math.abs(value);
    const scale = SCALES.find(([from]) => size >= from * 0.9995);
    if (!scale) return withSymbol(plain(size, size < 100 && currency !== "VND" ? 2 : 0), value < 0);
    const scaled = size / scale[0];
    return withSymbol(`${plain(scaled, scaled < 99.95 ? 1 : 0)}${SPACE}${w[scale[1]]}`, value < 0);
  });
  const exactMoney = orNone<number>((value) =>
    withSymbol(plain(Math.abs(value), currency === "VND" ? 0 : 2), value < 0)
  );
  const days = orNone<number>((value) => `${plain(value, 0)}${SPACE}${Math.round(value) === 1 ? w.day : w.days}`);
  const times = orNone<number>((value) => fill(w.times, { number: plain(value, value < 10 ? 1 : 0) }));
  const date = orNone<string>((value) => {
    const [year = "", month = "", day = ""] = value.slice(0, 10).split("-");
    return vi ? `${day}/${month}/${year}` : `${Number(day)}${SPACE}${MONTHS[Number(month) - 1]}${SPACE}${year}`;
  });
  const month = orNone<string>((value) => {
    const [year = "", index = ""] = value.split("-");
    return vi ? `${index}/${year}` : `${MONTHS[Number(index) - 1]}${SPACE}${year}`;
  });

  function unit(value: number | string | boolean | null, kind: Unit): string {
    if (value === null || value === undefined) return none;
    if (typeof value === "boolean") return value ? w.yes : w.no;
    if (typeof value === "string") return kind === "date" ? date(value) : value;
    if (kind === "money") return money(value);
    if (kind === "share") return percent(value);
    if (kind === "days") return days(value);
    if (kind === "months") return `${plain(value, 0)}${SPACE}${Math.round(value) === 1 ? w.month : w.months}`;
    if (kind === "ratio" || kind === "score") return plain(value, 1);
    return plain(value, 0);
  }
  return { lang, none, number, percent, points, money, exactMoney, days, times, date, month, unit };
}

function numberFormat(lang: Lang, digits: number): Intl.NumberFormat {
  const key = `${lang}${digits}`;
  const known = memory.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: digits });
  memory.set(key, made);
  return made;
}
