import type { Dialect } from "../../engine/dialect.js";

/** Country and post code at the end say nothing of the province. */
const END = "[\\s,.;-]*(viet ?nam|vn)?[\\s,.;-]*([0-9]{5,6})?[\\s,.;-]*(viet ?nam|vn)?[\\s,.;-]*$";

/** Start of a part of an address. */
const START = "(^|[,;\\n-] *)";

/** Kinds of ward and district, folded, at the start of a cell or of a part of an address. */
const KINDS = {
  townlet: "(thi tran\\b|tt[. ]|townlet)",
  /** `Đặc khu`: islands and borders run as one since 2025, a small centre with villages around it. */
  zone: "(dac khu\\b|special zone)",
  commune: "(xa |x[.])",
  ward: "(phuong\\b|p[.]|p ?[0-9]|ward\\b)",
  urbanDistrict: "(quan\\b|q[.]|q ?[0-9])",
  provincialCity: "(thanh pho\\b|tp[. ]|t[.]p)",
  town: "(thi xa\\b|tx[. ])",
  ruralDistrict: "(huyen\\b|h[.])"
};

/** The last part of an address, folded, without country and post code; null where there is no address. */
export function addressTailSql(d: Dialect, address: string): string {
  return d.replaceAll(d.replaceAll(d.fold(address), END, ""), "(?s)^.*[,;\\n-]\\s*", "");
}

/**
 * `city`, `town` or `countryside` by what ward, district and address call themselves, the smallest unit first:
 * a commune of a city is countryside, a ward of a town is town. Null where none says.
 */
export function urbanitySql(d: Dialect, { ward, district, address }: Record<"ward" | "district" | "address", string>) {
  const is = (column: string, kind: keyof typeof KINDS) => d.matches(d.fold(column), `^${KINDS[kind]}`);
  const has = (kind: keyof typeof KINDS) => d.matches(d.fold(address), `${START}${KINDS[kind]}`);
  const either = (kind: keyof typeof KINDS) => `(${is(ward, kind)} OR (${ward} IS NULL AND ${has(kind)}))`;
  const part = (kind: keyof typeof KINDS) => `(${is(district, kind)} OR (${district} IS NULL AND ${has(kind)}))`;
  const whens = [
    `WHEN ${either("townlet")} OR ${either("zone")} THEN 'town'`,
    `WHEN ${either("commune")} OR ${d.matches(d.fold(ward), " commune$")} THEN 'countryside'`,
    `WHEN ${part("town")} THEN 'town'`,
    `WHEN ${either("ward")} OR ${d.matches(d.fold(ward), " ward$")} OR ${part("urbanDistrict")} OR ${is(district, "provincialCity")} THEN 'city'`,
    `WHEN ${part("ruralDistrict")} THEN 'countryside'`
  ];
  return `CASE ${whens.join(" ")} END`;
}
