import { fold } from "../../src/terms/fold-heading.js";
import type { Column, Table, TableName, Tables } from "../definitions/columns.js";
import { IGNORE, type Overrides } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { Definitions } from "../definitions/read.js";
import type { Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import { acceptsColumn } from "./accept.js";
import { applyOverrides } from "./apply-overrides.js";
import { assignByValues } from "./assign-by-values.js";
import { assignColumns, moveColumn } from "./assign-columns.js";
import { checkStatuses } from "./check-statuses.js";
import { chooseDates } from "./choose-dates.js";
import { chooseNumbers } from "./choose-numbers.js";
import { type ColumnProfiles, computeProfiles } from "./column-profiles.js";
import { findSale, repeatsPeople } from "./find-sale.js";
import { type FoundGrain, findGrain } from "./grain.js";
import { matchPreset, presetConstants } from "./match-preset.js";
import { MONEY, recogniseColumns, recogniseTable } from "./recognise.js";
import { reconcile } from "./reconcile/reconcile.js";
import { findCurrency } from "./sheet-currency.js";
import type { Assignment, SheetReading } from "./sheet-reading.js";
import type { ColumnMap, SourceFile } from "./source.js";
import { isVietnamese } from "./vietnamese.js";

/**
 * What a sheet is: as a person says, else by the layout of a platform, else by its headings and by what its cells
 * look like. Where cells can be read in two ways and nothing decides, it asks.
 */
export function readSheet(
  sheet: Sheet,
  { tables, presets }: Pick<Definitions, "tables" | "presets">,
  overrides: Overrides = {},
  firmCurrency?: string
): SheetReading {
  const profiles = computeProfiles(sheet.headings, sheet.sample);
  const preset = choosePreset(sheet, presets, overrides);
  const missing = checkPreset(sheet, preset, presets, overrides);
  const table = chooseTable(sheet, tables, preset, profiles, overrides);
  const known = { sheet, profiles, overrides, preset };
  return table ? readTable(known, table, missing, firmCurrency) : unknownTable(known, missing);
}

type Known = Pick<SheetReading, "sheet" | "profiles" | "overrides" | "preset">;

function readTable(
  known: Known,
  definition: Table,
  missing: readonly Issue[],
  firmCurrency: string | undefined
): SheetReading {
  const { sheet, profiles, overrides, preset } = known;
  const { name: table, columns: canonical } = definition;
  const recognised = assignColumns(definition, sheet.headings, preset, profiles);
  const given = applyOverrides(recognised, definition, sheet, overrides);
  const { grain, columns: grained } = chooseGrain(given.columns, sheet, preset, table, overrides);
  const counted = { columns: grained, sources: given.sources };
  const goods = table === "orders" && !preset && grain === "order" && isGoodsTotal(counted);
  const priced = goods ? moveColumn(counted, "amount", "list_price") : counted;
  const constants = chooseConstants(sheet, preset, priced.columns, goods, overrides);
  const words = joinWords(preset?.words, overrides.words);
  const { dates, columns, contradicted, questions } = chooseDates(
    priced,
    canonical,
    sheet,
    profiles,
    preset,
    overrides
  );
  const vietnamese = isVietnamese(definition, sheet, columns, profiles, preset);
  const currency = findCurrency(columns, canonical, profiles, constants.currency ?? firmCurrency);
  const hints = { whole: currency.whole ?? vietnamese, preset, overrides };
  const numbers = chooseNumbers(columns, canonical, sheet, profiles, hints);
  const reconciled =
    table === "orders"
      ? reconcile({ columns, sources: priced.sources }, { sheet, numbers, preset, overrides })
      : undefined;
  const statuses = checkStatuses(columns, canonical, sheet, profiles, words);
  const reading = {
    ...known,
    table,
    definition,
    columns: reconciled?.columns ?? columns,
    sources: reconciled?.sources ?? priced.sources,
    reconciled,
    contradicted: [...recognised.contradicted, ...contradicted],
    constants,
    grain,
    dates,
    numbers: numbers.numbers,
    forms: numbers.forms,
    vietnamese,
    ...(currency.heading && { currency: currency.heading.code }),
    zone: overrides.zone ?? preset?.zone,
    unknownStatuses: statuses.unknownStatuses,
    questions: [...questions, ...numbers.questions, ...(reconciled?.questions ?? [])],
    issues: [
      ...missing,
      ...given.issues,
      ...checkNeeded(definition, priced.columns, constants, sheet, profiles),
      ...statuses.issues
    ]
  };
  const settled = reading.issues.length === 0 && reading.questions.length === 0;
  return { ...reading, source: settled ? composeSource(reading, words) : undefined };
}

function unknownTable(known: Known, missing: readonly Issue[]): SheetReading {
  const { name: file, headings } = known.sheet;
  return {
    ...known,
    table: undefined,
    definition: undefined,
    columns: {},
    sources: {},
    reconciled: undefined,
    contradicted: [],
    constants: {},
    grain: undefined,
    dates: undefined,
    numbers: undefined,
    forms: {},
    vietnamese: false,
    zone: undefined,
    unknownStatuses: {},
    questions: [],
    issues: [...missing, { code: "unknown-table", file, detail: { headings: headings.join(", ") } }],
    source: undefined
  };
}

function choosePreset(
  { headings }: Sheet,
  presets: readonly Preset[],
  { preset, table }: Overrides
): Preset | undefined {
  if (preset === null) return undefined;
  if (preset !== undefined) return presets.find(({ id }) => id === preset);
  const found = matchPreset(presets, headings);
  return table === undefined || table === found?.table ? found : undefined;
}

function checkPreset(
  { name: file }: Sheet,
  found: Preset | undefined,
  presets: readonly Preset[],
  { preset }: Overrides
): Issue[] {
  if (!preset || found) return [];
  return [{ code: "unknown-preset", file, got: preset, detail: { presets: presets.map((p) => p.id).join(", ") } }];
}

function chooseTable(
  { headings }: Sheet,
  tables: Tables,
  preset: Preset | undefined,
  profiles: ColumnProfiles,
  { table }: Overrides
): Table | undefined {
  const accepts = (column: Column, heading: string) => acceptsColumn(profiles, column, heading);
  const recognised = recogniseTable(tables, headings, accepts);
  const name =
    (table === IGNORE ? undefined : table) ??
    preset?.table ??
    (recognised === "customers" && holdsSales(tables, headings, profiles) ? "orders" : recognised) ??
    guessTable(tables, headings, profiles);
  return name && tables[name];
}

/** Rows of people who come again, each with a day and money, are what they bought, whatever the headings. */
function holdsSales({ orders }: Tables, headings: readonly string[], profiles: ColumnProfiles): boolean {
  const named = recogniseColumns(orders, headings, (column, heading) => acceptsColumn(profiles, column, heading));
  const { days, money } = findSale(headings, named, profiles);
  const paid = MONEY.some((ids) => ids.every((id) => named[id])) || money.length > 0;
  return repeatsPeople(named, profiles) && (named.ordered_at !== undefined || days.length > 0) && paid;
}

/** Orders where headings mean nothing, but one column is days, one money and one names somebody. */
function guessTable(tables: Tables, headings: readonly string[], profiles: ColumnProfiles): TableName | undefined {
  if (holdsSales(tables, headings, profiles)) return "orders";
  const { orders } = tables;
  const named = recogniseColumns(orders, headings);
  const all: ColumnMap = { ...named, ...assignByValues(orders, headings, named, profiles) };
  const who = all.customer_id ?? all.email ?? all.phone ?? all.customer_name;
  return who && all.ordered_at && MONEY.some((ids) => ids.every((id) => all[id])) ? "orders" : undefined;
}

function chooseGrain(
  columns: ColumnMap,
  { headings, sample }: Sheet,
  preset: Preset | undefined,
  table: TableName,
  overrides: Overrides
): FoundGrain {
  if (table !== "orders") return { grain: overrides.grain ?? "row", columns };
  if (overrides.grain) return { grain: overrides.grain, columns };
  if (preset?.grain) return { grain: preset.grain, columns };
  const found = findGrain(columns, headings, sample);
  return overrides.columns?.amount ? { ...found, columns } : found;
}

/**
 * `Tổng tiền hàng` is what the goods of an order cost before the discount beside it; how many pieces they are isn't
 * told.
 */
function isGoodsTotal({ columns, sources }: Assignment): boolean {
  const { amount, discount, quantity, list_price } = columns;
  if (!amount || !discount || quantity || list_price || sources.amount === "overrides") return false;
  return fold(amount) === "tongtienhang";
}

/** Values of every row, unless a person gave the column a heading. */
function chooseConstants(
  { file, name }: Sheet,
  preset: Preset | undefined,
  columns: ColumnMap,
  goods: boolean,
  overrides: Overrides
): Record<string, string> {
  const all = {
    ...(preset && presetConstants(preset, `${file} ${name}`)),
    ...overrides.constants,
    ...(goods && { quantity: "1" })
  };
  const given = Object.keys(overrides.columns ?? {}).filter((id) => columns[id]);
  return Object.fromEntries(Object.entries(all).filter(([id]) => !given.includes(id)));
}

/** The columns without which a table says nothing. */
function checkNeeded(
  { name: table, columns: canonical }: Table,
  columns: ColumnMap,
  constants: Readonly<Record<string, string>>,
  { name: file, headings }: Sheet,
  profiles: ColumnProfiles
): Issue[] {
  const has = (id: string) => columns[id] !== undefined || constants[id] !== undefined;
  const find = (id: string) => canonical.filter((c) => c.id === id);
  const someone = table === "costs" || ["customer_id", "phone", "email"].some(has);
  const money = table !== "orders" || MONEY.some((ids) => ids.every(has));
  const needed = [
    ...canonical.filter((c) => c.required && !has(c.id)),
    ...(someone ? [] : find("customer_id")),
    ...(money ? [] : find("amount"))
  ];
  const { days, money: sums } = findSale(headings, columns, profiles);
  const candidates: Partial<Record<string, readonly string[]>> = { ordered_at: days, amount: sums };
  return needed.map((c) => {
    const fitting = candidates[c.id] ?? [];
    const among = (fitting.length > 0 ? fitting : headings).join(", ");
    return {
      code: "missing-column",
      file,
      column: c.id,
      detail: { needed: c.id, label: `${c.label.vi} / ${c.label.en}`, headings: among }
    };
  });
}

/** Two lists of spellings; the second wins, spelling by spelling. */
function joinWords(first: SourceFile["words"] = {}, second: SourceFile["words"] = {}): SourceFile["words"] {
  const ids = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...first[id], ...second[id] }]));
}

type Settled = Pick<
  SheetReading,
  | "sheet"
  | "preset"
  | "columns"
  | "constants"
  | "dates"
  | "zone"
  | "forms"
  | "vietnamese"
  | "currency"
  | "reconciled"
  | "overrides"
> &
  Pick<SourceFile, "table" | "definition" | "grain" | "numbers">;

function composeSource(reading: Settled, words: SourceFile["words"]): SourceFile {
  const {
    sheet,
    table,
    definition,
    preset,
    grain,
    columns,
    constants,
    dates,
    zone,
    numbers,
    forms,
    vietnamese,
    currency,
    reconciled,
    overrides
  } = reading;
  const used = new Set(Object.values(columns));
  return {
    file: sheet.name,
    sheet,
    table,
    definition,
    ...(preset && { preset: preset.id, layout: layoutOf(preset) }),
    grain,
    columns,
    constants,
    words,
    ...(dates && { dates }),
    ...(zone && { zone }),
    numbers,
    forms,
    vietnamese,
    ...(currency && { currency }),
    reading: reconciled?.reading ?? {},
    equations: [...(reconciled?.equations ?? []), ...(reconciled?.broken ?? []).map(({ equation }) => equation)],
    ...(overrides.duplicates && { duplicates: overrides.duplicates }),
    ignored: sheet.headings.filter((heading) => !used.has(heading))
  };
}

function layoutOf({ label, source, money }: Preset): NonNullable<SourceFile["layout"]> {
  return money ? { label, source, money } : { label, source };
}
