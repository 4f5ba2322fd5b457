import type { Dialect } from "../engine/dialect.js";

/** Letters, digits and signs that mail providers hand out; a `*` is a hidden letter. */
const VALID =
  "[A-Za-z0-9!#$%&'+/=?^_`{|}~-]+([.][A-Za-z0-9!#$%&'+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?[.])+[A-Za-z]{2,}";

/** Names before the `@` that shop software or a hurried cashier makes up. */
const NOBODY =
  "no[._-]?reply|do[._-]?not[._-]?reply|no[._-]?e?[._-]?mail|none|null|nil|na|n[.]a|no|khong|khong[._-]?co([._-]?e?mail)?|khach[._-]?(le|hang)|test(ing)?[0-9]*|guest[0-9]*|anonymous|unknown|walk[._-]?in|example|abc|asdf|aaa+|xxx+|123+|email|fake|dummy";

/** Domains where nobody reads. */
const NOWHERE =
  "([a-z0-9.-]+[.])?(test|noemail|nomail|none|invalid|fake)[.][a-z.]+|[a-z0-9.-]+[.](phone|local|invalid|test|example|localhost)";

/** Addresses by which a marketplace passes letters on: one for each order or buyer, and no way to reach them later. */
const RELAY =
  "marketplace[.]amazon[.][a-z.]+|members[.]ebay[.][a-z.]+|([a-z0-9-]+[.])*(shopee|lazada|tiki|sendo|tiktok|tiktokw|tokopedia)[.][a-z.]+";

const APART = "[;,|\\s]+";

/** An address in lower case, null where the text is none. Of several in a cell it is the first. */
export function emailSql(d: Dialect, text: string): string {
  const steps = [
    ["[\\x{00a0}\\x{200b}\\x{feff}]", " "],
    ["(?s)^.*<([^<>]*)>.*$", "\\1"],
    ["(?i)^['\\s]*(mailto:)?", ""],
    [`(?s)${APART}.*$`, ""],
    [`^(${VALID})$|(?s)^.*$`, "\\1"]
  ] as const;
  const chain = steps.reduce((sql, [pattern, by]) => d.replaceAll(sql, pattern, by), text);
  return `NULLIF(${d.fold(chain)}, '')`;
}

/** Whether an address, as `emailSql` gives it, is nobody's: made up, or a marketplace's own. */
export function inventedEmailSql(d: Dialect, email: string): string {
  return d.matches(email, `^(${NOBODY})@|@(${NOWHERE}|${RELAY})$`);
}
