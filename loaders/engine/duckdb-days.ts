import { type DayFormat, literal } from "./dialect.js";
import { zoneOffsets } from "./zone.js";

const BLANKS = " \t\u00a0\u2007\u202f";
const TIME = "\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?: ?[ap]\\.?m\\.?| ?(?:sa|ch))?";
/** A time may stand before the day or after it; with two capturing or three groups of a day between. */
const around = (day: string) =>
  `(?i)^(?:${TIME}[ ,]+)?(?:\\p{L}+\\.?(?: (?:\\p{L}+|\\d))?,? +)?${day}(?:[ T,]+${TIME})?$`;

const ISO_DAY = "\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}";
const ISO_STAMP = `^(${ISO_DAY})[ T](\\d{1,2}:\\d\\d)(:\\d\\d(\\.\\d+)?)?`;
const OFFSET = " ?(Z|UTC|GMT|[+-][01]\\d(:?[0-5]\\d)?)$";
/** Years of two digits, as everywhere: 69 and later lie in the last century. */
const YEARS = { "": "\\d{4}", "20": "[0-5]\\d|6[0-8]", "19": "69|[7-9]\\d" };

const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|thu (?:hai|ba|tu|nam|sau|bay|\\d)|chu nhat|cn),? ";
/** April and January have names of their own in Vietnamese; the rest count. */
const COUNTED = ["gieng|mot|1", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"];
const VIETNAMESE_MONTH = `(?:thang|thg|th)[ .]*(?:\\d{1,2}|muoi mot|muoi hai|${COUNTED.slice(0, 10).join("|")}|chap)`;
const DAY_FIRST = `^(?:${TIME}[ ,]+)?(?:${WEEKDAY})?(?:ngay )?(\\d{1,2})(?:st|nd|rd|th)?[ ./,-]*(?:of )?(${VIETNAMESE_MONTH}|[a-z]{3,9})[ .,/-]*(?:nam )?(\\d{4}|\\d{2})(?:[ t,]+(?:luc )?${TIME})?$`;
const MONTH_FIRST = `^(?:${WEEKDAY})?([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})(?:[ t,]+(?:at )?${TIME})?$`;

/** Day numbers of a spreadsheet from 1970 to 2099; others are numbers of something else. */
const [FIRST_SERIAL, LAST_SERIAL] = [25_569, 73_050];

/**
 * The day of a cell, null where it is none. A stamp without offset stands for its own day, or, with `from`, is of
 * that zone; one with an offset is the day it was in the firm's zone. An ISO date is understood in any format.
 */
export function tryDay(text: string, format: DayFormat, zone: string, from?: string): string {
  const bare = `trim(${text}, ${literal(BLANKS)})`;
  const own = {
    iso: [],
    dmy: split("dmy", text, bare),
    mdy: split("mdy", text, bare),
    named: named(bare),
    serial: serial(bare),
    "ymd-compact": compact(bare)
  }[format];
  const written = `CASE ${[...(format === "iso" ? iso(text, bare) : [...own, ...iso(text, bare)])].join(" ")} END`;
  const moved = from !== undefined && from !== zone ? shift(written, bare, from, zone) : written;
  return `CASE WHEN ${text} LIKE '____-__-__' THEN TRY_CAST(${text} AS DATE) WHEN ${hasOffset(text, bare)} THEN ${offsetDay(bare, zone)} ELSE ${moved} END`;
}

/** DuckDB's own cast would pass over what follows the date, an offset too, and take `infinity`. */
function iso(text: string, bare: string): string[] {
  return [
    // Most stamps look like this; they are spared the regular expressions.
    `WHEN ${text} LIKE '____-__-_____:__:__' THEN TRY_CAST(${text} AS DATE)`,
    `WHEN regexp_matches(${bare}, '(?i)^${ISO_DAY}(?:[ T]${TIME})?$') THEN TRY_CAST(regexp_extract(${bare}, '^${ISO_DAY}') AS DATE)`
  ];
}

function hasOffset(text: string, bare: string): string {
  return `(${text} LIKE '%:%' AND ${text} NOT LIKE '____-__-_____:__:__' AND regexp_matches(${bare}, '${ISO_STAMP}${OFFSET}'))`;
}

function offsetDay(bare: string, zone: string): string {
  const local = `TRY_CAST(regexp_replace(${bare}, '${ISO_STAMP}${OFFSET}', '\\1 \\2:00') AS TIMESTAMP)`;
  return dayInZone(`epoch_ms(${local}) // 60000 - ${aheadOfUtc(bare)}`, zone);
}

/** `31/12/2024`, `31-12-24 14:30`, `2:30 PM 31.12.2024` and the same with the month first. */
function split(order: "dmy" | "mdy", text: string, bare: string): string[] {
  const [day, month] = order === "dmy" ? ["\\1", "\\2"] : ["\\2", "\\1"];
  const plain = order === "dmy" ? "%d/%m/%Y" : "%m/%d/%Y";
  return [
    `WHEN ${text} LIKE '__/__/____' THEN CAST(try_strptime(${text}, '${plain}') AS DATE)`,
    ...Object.entries(YEARS).map(([century, year]) => {
      const whole = literal(around(`(\\d{1,2})[/.-](\\d{1,2})[/.-](${year})`));
      return `WHEN regexp_matches(${bare}, ${whole}) THEN TRY_CAST(regexp_replace(${bare}, ${whole}, '${century}\\3-${month}-${day}') AS DATE)`;
    })
  ];
}

function compact(bare: string): string[] {
  return [
    `WHEN regexp_matches(${bare}, '^(19|20)\\d{6}([ T]?\\d{4}(\\d\\d)?)?$|^(19|20)\\d{6}[ T]${TIME}$') THEN CAST(try_strptime(substr(${bare}, 1, 8), '%Y%m%d') AS DATE)`
  ];
}

function serial(bare: string): string[] {
  const number = `TRY_CAST(regexp_extract(${bare}, '^\\d{5}') AS INTEGER)`;
  return [
    `WHEN regexp_matches(${bare}, '^\\d{5}([.,]\\d+)?$') THEN CASE WHEN ${number} BETWEEN ${FIRST_SERIAL} AND ${LAST_SERIAL} THEN DATE '1899-12-30' + ${number} END`
  ];
}

/** `11-Feb-13`, `01 Apr 2026 02:22`, `April 1, 2026`, `12 thg 4, 2026`, `ngày 12 tháng tư năm 2026`. */
function named(bare: string): string[] {
  const folded = `replace(strip_accents(lower(${bare})), 'đ', 'd')`;
  const take = (pattern: string, group: number) => `regexp_extract(${folded}, ${literal(pattern)}, ${group})`;
  const day = (pattern: string, [d, m]: [number, number]) =>
    `WHEN regexp_matches(${folded}, ${literal(pattern)}) THEN TRY_CAST(${fullYear(take(pattern, 3))} || '-' || ${monthNumber(take(pattern, m))} || '-' || ${take(pattern, d)} AS DATE)`;
  return [day(DAY_FIRST, [1, 2]), day(MONTH_FIRST, [2, 1])];
}

function fullYear(year: string): string {
  return `CASE WHEN length(${year}) = 4 THEN ${year} WHEN ${year} >= '69' THEN '19' || ${year} ELSE '20' || ${year} END`;
}

function monthNumber(word: string): string {
  const bare = `regexp_replace(${word}, '^(thang|thg|th)[ .]*', '')`;
  const counted = COUNTED.map((names, i) => `WHEN regexp_matches(${bare}, '^(${names})$') THEN '${i + 1}'`);
  const english = `CASE WHEN strpos('${MONTHS}', substr(${word}, 1, 3)) % 3 = 1 THEN CAST((strpos('${MONTHS}', substr(${word}, 1, 3)) + 2) // 3 AS VARCHAR) END`;
  return `CASE WHEN regexp_matches(${word}, '^th[ .]*\\d|^thang|^thg') THEN CASE WHEN regexp_matches(${bare}, '^\\d+$') THEN ${bare} ${counted.join(" ")} WHEN ${bare} = 'chap' THEN '12' END ELSE ${english} END`;
}

/** A day with a time, written in one zone, as the day that the other zone's calendar shows then. */
function shift(day: string, bare: string, from: string, to: string): string {
  const clock = "(\\d{1,2}):(\\d\\d)";
  const part = (group: number) => `CAST(regexp_extract(${bare}, '${clock}', ${group}) AS BIGINT)`;
  const late = `regexp_matches(${bare}, '(?i)\\d ?(p\\.?m|ch)')`;
  const early = `regexp_matches(${bare}, '(?i)\\d ?(a\\.?m|sa)')`;
  const hour = `CASE WHEN ${late} AND ${part(1)} < 12 THEN ${part(1)} + 12 WHEN ${early} AND ${part(1)} = 12 THEN 0 ELSE ${part(1)} END`;
  const local = `epoch_ms(CAST(${day} AS TIMESTAMP)) // 60000 + ${hour} * 60 + ${part(2)}`;
  const offsets = zoneOffsets(from);
  const last = offsets.at(-1)?.minutes ?? 0;
  const whens = offsets
    .slice(1)
    .map(
      ({ from: change }, i) => `WHEN u < ${change + (offsets[i]?.minutes ?? 0)} THEN u - ${offsets[i]?.minutes ?? 0}`
    );
  const instant =
    whens.length === 0
      ? `${local} - ${last}`
      : `list_transform([${local}], lambda u: CASE ${whens.join(" ")} ELSE u - ${last} END)[1]`;
  return `CASE WHEN regexp_matches(${bare}, '${clock}') THEN ${dayInZone(instant, to)} ELSE ${day} END`;
}

/** Minutes that the offset at the end of a timestamp is ahead of UTC: 0 for `Z`, -330 for `-0530`. */
function aheadOfUtc(stamp: string): string {
  const part = (group: number) =>
    `COALESCE(TRY_CAST(regexp_extract(${stamp}, '([+-])(\\d\\d):?(\\d\\d)?$', ${group}) AS BIGINT), 0)`;
  return `(${part(2)} * 60 + ${part(3)}) * CASE WHEN regexp_matches(${stamp}, '-\\d\\d:?(\\d\\d)?$') THEN -1 ELSE 1 END`;
}

/** The day that the calendar shows in a zone at an instant given in epoch minutes. */
function dayInZone(instant: string, zone: string): string {
  const offsets = zoneOffsets(zone);
  const last = offsets.at(-1)?.minutes ?? 0;
  const whens = offsets.slice(1).map(({ from }, i) => `WHEN u < ${from} THEN u + ${offsets[i]?.minutes ?? 0}`);
  // A zone with summer time has some 120 branches; the list of one spares each of them the whole instant.
  const local =
    whens.length === 0
      ? `(${instant} + ${last})`
      : `list_transform([${instant}], lambda u: CASE ${whens.join(" ")} ELSE u + ${last} END)[1]`;
  return `CAST(make_timestamp(${local} * 60000000) AS DATE)`;
}
