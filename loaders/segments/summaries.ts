import { NUMBERS, type NumberSet, type Numbers } from "../definitions/numbers.js";
import type { Definitions } from "../definitions/read.js";
import { RESTS, type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { monthEnd } from "../features/calendar.js";
import type { Features } from "../features/compute.js";
import type { Tables } from "../tables/compute.js";
import type { History } from "./compute.js";
import { completeNumbers, readNumbers } from "./numbers.js";
import { withholdParts } from "./withhold.js";

/** Words from the data that describe a group; null where unknown. */
export const TEXTS = [
  "main_channel",
  "main_source",
  "main_category",
  "main_product",
  "main_region",
  "next_category",
  "complaint_subject"
] as const;
export type Texts = Record<(typeof TEXTS)[number], string | null>;

/** One group (or rest) of a scheme as it may be shown: numbers of fewer than the minimum of people are null. */
export interface Summary {
  scheme: string;
  group: string;
  withheld: boolean;
  numbers: Numbers;
  texts: Texts;
}

/** Counts of people inside a group: the part that has something, hidden with its rest when small. */
const PARTS = [...NUMBERS.values()]
  .filter((n) => n.unit === "count" && /(_customers|^buyers)$/.test(n.id))
  .map((n) => n.id);
/** Two parts that make up a whole which is shown: in a group both are shown or neither. */
const BOUGHT = ["buyers", "unbought_customers"];
const TIMES = ["one_time_customers", "repeat_customers"];
const HALVES = [...BOUGHT, ...TIMES];
/** Shares that would give hidden times away. */
const TIMES_SHARES = ["one_time_share", "repeat_share"];
/** Numbers per buyer: beside a part they would give away how many buyers there are. */
const PER_BUYER = [
  "unbought_share",
  "overdue_share",
  "lost_share",
  "discount_customer_share",
  "silent_share",
  "categories_per_customer"
];
/** Parts of the buyers, the rest of whom must not be small either. */
const OF_BUYERS: ReadonlySet<string> = new Set([
  "overdue_customers",
  "lost_customers",
  "discount_customers",
  "silent_customers"
]);
/** Numbers that say something of a part only. */
const FOLLOW: Record<string, readonly string[]> = {
  complaint_customers: ["complaints"],
  consenting_customers: ["consent_share"],
  referral_customers: ["referred_buyers"]
};

export interface Summaries {
  /** Everybody, exact. */
  all: Numbers;
  /** Everybody, as it may be shown. */
  everybody: Summary;
  groups: Summary[];
}

/** Exact numbers and words of all groups as the database gives them. */
export interface Groups {
  all: Numbers;
  schemes: { scheme: Scheme; sums: ReadonlyMap<string, Numbers>; texts: ReadonlyMap<string, Texts> }[];
}

export async function readGroups(
  engine: Engine,
  { schemes, numbers }: Definitions,
  features: Features,
  tables: Tables
): Promise<Groups> {
  const all = (await readNumbers(engine, numbers, "'all'", features.lacking)).get("all") ?? {};
  const groups: Groups = { all, schemes: [] };
  await countBought(engine, schemes, tables, features);
  for (const scheme of schemes) {
    const sums = await readNumbers(engine, numbers, `m.${schemeColumn(scheme.id)}`, features.lacking);
    groups.schemes.push({ scheme, sums, texts: await readTexts(engine, scheme, tables, features) });
  }
  return groups;
}

/** Numbers and words of every group of every scheme, with what must not be shown already taken out. */
export function summarise(
  definitions: NumberSet,
  { all: allSums, schemes }: Groups,
  { trend }: History,
  { asOf }: Features,
  minimum: number
): Summaries {
  const yearBefore = monthEnd(asOf, -12);
  const known = (scheme: string) => trend.filter((t) => t.scheme === scheme && t.date === yearBefore);
  const before = known(schemes[0]?.scheme.id ?? "").reduce((sum, t) => sum + t.customers, 0);
  const all = completeNumbers(definitions, allSums, allSums, before > 0 ? before : null);
  const groups: Summary[] = [];
  for (const { scheme, sums, texts } of schemes) {
    const ids = [...scheme.groups.map((g) => g.id), ...RESTS.map((r) => r.id)];
    const past = known(scheme.id);
    const none = Object.fromEntries(
      [...definitions.values()].map((n) => [n.id, n.unit === "count" || n.unit === "money" ? 0 : null])
    );
    const exact = new Map(
      ids.map((id) => [
        id,
        completeNumbers(
          definitions,
          sums.get(id) ?? lackingAware(none, allSums),
          all,
          past.length > 0 ? (past.find((t) => t.group === id)?.customers ?? 0) : null
        )
      ])
    );
    const hidden = withholdParts(new Map([...exact].map(([id, n]) => [id, n.customers ?? 0])), minimum);
    const wasHidden = withholdParts(new Map([...exact].map(([id, n]) => [id, n.customers_before ?? 0])), minimum);
    const halves = hiddenHalves(exact, hidden, minimum);
    const parts = new Map(
      PARTS.filter((part) => !HALVES.includes(part)).map((part) => [part, hiddenParts(exact, part, hidden, minimum)])
    );
    for (const id of ids) {
      const withheld = hidden.has(id);
      const numbers = { ...(exact.get(id) ?? {}) };
      if (wasHidden.has(id)) hide(numbers, ["customers_before", "customer_growth"]);
      hideHalves(numbers, id, halves);
      for (const part of PARTS) if (parts.get(part)?.has(id)) hidePart(numbers, part);
      if ((numbers.ratings ?? 0) < minimum) hide(numbers, ["rating_average", "low_ratings"]);
      groups.push({
        scheme: scheme.id,
        group: id,
        withheld,
        numbers: withheld ? Object.fromEntries([...definitions.keys()].map((id) => [id, null])) : numbers,
        texts: withheld || !numbers.customers ? noTexts() : (texts.get(id) ?? noTexts())
      });
    }
  }
  return { all, everybody: showEverybody(definitions, all, minimum), groups };
}

/** Everybody as a group of its own: parts of fewer than the minimum are taken out there too. */
function showEverybody(definitions: NumberSet, all: Numbers, minimum: number): Summary {
  const withheld = (all.customers ?? 0) < minimum;
  const numbers = withheld ? Object.fromEntries([...definitions.keys()].map((id) => [id, null])) : { ...all };
  const one = new Map([["all", all]]);
  hideHalves(numbers, "all", hiddenHalves(one, new Set(), minimum));
  for (const part of PARTS)
    if (!HALVES.includes(part) && hiddenParts(one, part, new Set(), minimum).size > 0) hidePart(numbers, part);
  if ((numbers.ratings ?? 0) < minimum) hide(numbers, ["rating_average", "low_ratings"]);
  return { scheme: "all", group: "all", withheld, numbers, texts: noTexts() };
}

/** Zeros for an empty group, but null for what the data can't tell of anyone. */
function lackingAware(zeros: Numbers, all: Numbers): Numbers {
  return Object.fromEntries(Object.entries(zeros).map(([id, value]) => [id, all[id] === null ? null : value]));
}

/** Groups in which a part, or what is left of the group without it, is too small to show. */
function hiddenParts(
  exact: ReadonlyMap<string, Numbers>,
  part: string,
  withheld: ReadonlySet<string>,
  minimum: number
): Set<string> {
  const counts = new Map([...exact].map(([id, n]) => [id, n[part] ?? 0]));
  const small = new Set(withheld);
  for (const [id, n] of exact) {
    const inside = n[part] ?? 0;
    const rests = [(n.customers ?? 0) - inside, OF_BUYERS.has(part) ? (n.buyers ?? 0) - inside : 0];
    if ([inside, ...rests].some((people) => people > 0 && people < minimum)) small.add(id);
  }
  return withholdParts(counts, minimum, small);
}

interface Halves {
  bought: ReadonlySet<string>;
  times: ReadonlySet<string>;
}

/** Groups in which buyers, or the parts they divide into, are hidden: without buyers their parts, which add up to them, go too. */
function hiddenHalves(exact: ReadonlyMap<string, Numbers>, withheld: ReadonlySet<string>, minimum: number): Halves {
  const bought = hiddenPair(exact, BOUGHT, withheld, minimum);
  return { bought, times: hiddenPair(exact, TIMES, bought, minimum) };
}

/** Groups in which one of two parts is too small to show; widened until neither can be subtracted. */
function hiddenPair(
  exact: ReadonlyMap<string, Numbers>,
  pair: readonly string[],
  start: ReadonlySet<string>,
  minimum: number
): Set<string> {
  const few = (n: number) => n > 0 && n < minimum;
  let hidden = new Set([
    ...start,
    ...[...exact].filter(([, n]) => pair.some((part) => few(n[part] ?? 0))).map(([id]) => id)
  ]);
  for (let size = -1; size !== hidden.size; ) {
    size = hidden.size;
    for (const part of pair)
      hidden = withholdParts(new Map([...exact].map(([id, n]) => [id, n[part] ?? 0])), minimum, hidden);
  }
  return hidden;
}

function hideHalves(numbers: Numbers, id: string, { bought, times }: Halves): void {
  if (bought.has(id)) hide(numbers, [...BOUGHT, ...PER_BUYER]);
  if (times.has(id)) hide(numbers, [...TIMES, ...TIMES_SHARES]);
}

function hidePart(numbers: Numbers, part: string): void {
  const stem = part.replace(/_customers$/, "");
  hide(
    numbers,
    [part, `${stem}_share`, `${stem}_customer_share`, ...(FOLLOW[part] ?? [])].filter(
      (id) => id in numbers && id !== "return_share" && !(part === "discount_customers" && id === "discount_share")
    )
  );
}

function hide(numbers: Numbers, ids: readonly string[]): void {
  for (const id of ids) numbers[id] = null;
}

function noTexts(): Texts {
  return Object.fromEntries(TEXTS.map((t) => [t, null])) as Texts;
}

/** Products looked at when the main product of a group is sought: the best sellers. */
const PRODUCTS = 60;

/**
 * Makes `category_kinds` and `product_kinds`: what people of one combination of groups bought together. Every
 * scheme's words are found in these, not in all purchases again.
 */
async function countBought(
  engine: Engine,
  schemes: readonly Scheme[],
  tables: Tables,
  { lacking }: Features
): Promise<void> {
  const groups = schemes.map((scheme) => `m.${schemeColumn(scheme.id)}`);
  const kinds = (value: string, from: string) =>
    `SELECT ${[...groups, `k.${value}`].join(", ")}, sum(k.revenue) AS revenue, count(*) AS people FROM membership AS m INNER JOIN ${from} AS k ON m.person = k.person GROUP BY ${[...groups, `k.${value}`].join(", ")}`;
  if (!lacking.has("main_category"))
    await engine.run(`CREATE TABLE category_kinds AS ${kinds("category", "customer_categories")}`);
  if (tables.columns.has("orders.product"))
    await engine.run(
      `CREATE TABLE product_kinds AS ${kinds("product", `(SELECT p.person, l.product, CAST(sum(l.net) AS DECIMAL(18,4)) AS revenue FROM lines AS l INNER JOIN people AS p ON l.customer_id = p.customer_id INNER JOIN (SELECT product FROM lines WHERE product IS NOT NULL GROUP BY product ORDER BY sum(net) DESC, product LIMIT ${PRODUCTS}) AS t ON l.product = t.product GROUP BY p.person, l.product)`)}`
    );
}

async function readTexts(
  engine: Engine,
  scheme: Scheme,
  tables: Tables,
  { lacking }: Features
): Promise<Map<string, Texts>> {
  const c = `m.${schemeColumn(scheme.id)}`;
  const top = (value: string, from: string, weight: string) =>
    `SELECT grp, value FROM (SELECT grp, value, row_number() OVER (PARTITION BY grp ORDER BY weight DESC, value) AS place FROM (SELECT ${c} AS grp, ${value} AS value, ${weight} AS weight FROM ${from} WHERE ${value} IS NOT NULL GROUP BY 1, 2) AS w) AS ranked WHERE place = 1`;
  const ofFeature = (feature: string) =>
    top(`f.${feature}`, "membership AS m INNER JOIN features AS f ON m.person = f.person", "count(*)");
  const queries: Partial<Record<keyof Texts, string>> = {};
  if (!lacking.has("main_channel")) queries.main_channel = ofFeature("main_channel");
  if (!lacking.has("source")) queries.main_source = ofFeature("source");
  if (!lacking.has("province")) queries.main_region = ofFeature("province");
  if (!lacking.has("main_category")) {
    queries.main_category = top("m.category", "category_kinds AS m", "sum(m.revenue)");
    queries.next_category = nextCategory(c);
  }
  if (tables.columns.has("orders.product"))
    queries.main_product = top("m.product", "product_kinds AS m", "sum(m.revenue)");
  if (tables.columns.has("events.subject"))
    queries.complaint_subject = top(
      "e.subject",
      "membership AS m INNER JOIN people AS p ON m.person = p.person INNER JOIN (SELECT customer_id, subject FROM events WHERE kind = 'complaint') AS e ON e.customer_id = p.customer_id",
      "count(*)"
    );
  const parts = Object.entries(queries).map(
    ([id, sql]) => `SELECT ${literal(id)} AS id, grp, value FROM (${sql}) AS q`
  );
  if (parts.length === 0) return new Map();
  const result = new Map<string, Texts>();
  for (const row of await engine.rows(parts.join(" UNION ALL "))) {
    const texts = result.get(String(row.grp)) ?? noTexts();
    texts[String(row.id) as keyof Texts] = row.value === null ? null : String(row.value);
    result.set(String(row.grp), texts);
  }
  return result;
}

/** The category bought by most others that this group has bought least of, by share of people. */
function nextCategory(group: string): string {
  return `SELECT grp, value FROM (SELECT g.grp, k.category AS value, row_number() OVER (PARTITION BY g.grp ORDER BY k.people * 1.0 / t.people - COALESCE(h.people, 0) * 1.0 / g.people DESC, k.category) AS place FROM (SELECT ${group} AS grp, count(*) AS people FROM membership AS m GROUP BY 1) AS g CROSS JOIN (SELECT category, count(*) AS people FROM customer_categories GROUP BY category) AS k CROSS JOIN (SELECT count(*) AS people FROM membership) AS t LEFT JOIN (SELECT ${group} AS grp, m.category, sum(m.people) AS people FROM category_kinds AS m GROUP BY 1, 2) AS h ON h.grp = g.grp AND h.category = k.category WHERE COALESCE(h.people, 0) * 1.0 / g.people < 0.5) AS ranked WHERE place = 1`;
}
