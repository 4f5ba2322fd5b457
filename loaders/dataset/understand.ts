import { fold } from "../../src/terms/fold-heading.js";
import { type Column, TABLES, type TableName } from "../definitions/columns.js";
import type { Said } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import { acceptsColumn, assignByValues, type Looks, lookAt } from "./accept.js";
import { findGrain } from "./grain.js";
import { partsOf } from "./heading.js";
import { matchPreset, presetColumns, presetConstants } from "./match-preset.js";
import { type ColumnMap, MONEY, recogniseColumns, recogniseTable } from "./recognise.js";
import type { SourceFile } from "./source.js";
import { askWords, chooseDates, chooseNumbers } from "./styles.js";
import type { How, Understood } from "./understood.js";

/**
 * What a sheet is: as a person says, else by the layout of a platform, else by its headings and by what its cells
 * look like. Where cells can be read in two ways and nothing decides, it asks.
 */
export function understandSheet(sheet: Sheet, presets: readonly Preset[], said: Said = {}): Understood {
  const { headings, sample, name: file } = sheet;
  const looks = lookAt(headings, sample);
  const accepts = (column: Column, heading: string) => acceptsColumn(looks, column, heading);
  const preset = choosePreset(sheet, presets, said);
  const understood: Understood = {
    sheet,
    looks,
    preset,
    columns: {},
    how: {},
    contradicted: [],
    questions: [],
    issues: [],
    constants: {},
    strange: [],
    said
  };
  const named = said.table === "ignore" ? undefined : said.table;
  const table = named ?? preset?.table ?? recogniseTable(headings, accepts) ?? guessTable(headings, looks);
  const list = headings.join(", ");
  if (said.preset && !preset)
    understood.issues.push({
      code: "unknown-preset",
      file,
      got: said.preset,
      detail: { presets: presets.map((p) => p.id).join(", ") }
    });
  if (!table) {
    understood.issues.push({ code: "unknown-table", file, detail: { headings: list } });
    return understood;
  }
  understood.table = table;
  findColumns(understood, table, accepts);
  applySaid(understood, table, said, list);
  const found = chooseGrain(understood, table, said);
  understood.columns = found.columns;
  const constants = { ...(preset && presetConstants(preset, `${sheet.file} ${file}`)), ...said.constants };
  if (table === "orders" && !preset && found.grain === "order") takeOffDiscount(understood, constants);
  for (const id of Object.keys(said.columns ?? {})) if (understood.columns[id]) delete constants[id];
  const words = joinWords(preset?.words, said.words);
  understood.issues.push(...checkNeeded(table, understood.columns, constants, file, list));
  const dates = chooseDates(understood, table, said);
  const numbers = chooseNumbers(understood, table, said);
  askWords(understood, table, words);
  const zone = said.zone ?? preset?.zone;
  Object.assign(understood, { grain: found.grain, constants, numbers, ...(dates && { dates }), ...(zone && { zone }) });
  if (understood.issues.length > 0 || understood.questions.length > 0) return understood;
  const used = new Set(Object.values(understood.columns));
  understood.source = {
    file,
    sheet,
    table,
    ...(preset && { preset: preset.id, layout: layoutOf(preset) }),
    grain: found.grain,
    columns: understood.columns,
    constants,
    words,
    ...(dates && { dates }),
    ...(zone && { zone }),
    numbers,
    ignored: headings.filter((heading) => !used.has(heading))
  };
  return understood;
}

function layoutOf({ label, source, money }: Preset): NonNullable<SourceFile["layout"]> {
  return money ? { label, source, money } : { label, source };
}

function choosePreset({ headings }: Sheet, presets: readonly Preset[], said: Said): Preset | undefined {
  if (said.preset === null) return undefined;
  if (said.preset !== undefined) return presets.find(({ id }) => id === said.preset);
  const found = matchPreset(presets, headings);
  return said.table === undefined || said.table === found?.table ? found : undefined;
}

/** Orders where headings mean nothing, but one column is days, one money and one names somebody. */
function guessTable(headings: readonly string[], looks: Looks): TableName | undefined {
  const orders = { ...recogniseColumns("orders", headings) };
  const all: ColumnMap = { ...orders, ...assignByValues("orders", headings, orders, looks) };
  const who = all.customer_id ?? all.email ?? all.phone ?? all.customer_name;
  if (who && all.ordered_at && MONEY.some((ids) => ids.every((id) => all[id]))) return "orders";
  return undefined;
}

function findColumns(understood: Understood, table: TableName, accepts: (c: Column, h: string) => boolean): void {
  const { sheet, preset, looks, how, contradicted } = understood;
  const { headings } = sheet;
  const columns: ColumnMap = preset?.table === table ? presetColumns(preset, headings) : {};
  for (const id of Object.keys(columns)) how[id] = "preset";
  if (Object.keys(columns).length === 0 || preset?.general) {
    const free = headings.filter((heading) => !Object.values(columns).includes(heading));
    addAll(columns, recogniseColumns(table, free, accepts), "heading", how);
    const byNameAlone = recogniseColumns(table, free);
    for (const [id, heading] of Object.entries(byNameAlone)) {
      if (Object.values(columns).includes(heading)) continue;
      const column = TABLES[table].columns.find((c) => c.id === id);
      if (columns[id] === undefined && column?.required) addAll(columns, { [id]: heading }, "heading", how);
      else if (column && !accepts(column, heading)) contradicted.push({ id, heading });
    }
    addAll(columns, assignByValues(table, free, columns, looks), "values", how);
    if (table === "orders" && !MONEY.some((ids) => ids.every((id) => columns[id])) && byNameAlone.amount)
      addAll(columns, { amount: byNameAlone.amount }, "heading", how);
    // A row's own number is no order's where rows are lines.
    if (columns.order_id && fold(columns.order_id) === "id" && (columns.product || columns.quantity))
      delete columns.order_id;
  } else
    for (const [id, heading] of Object.entries(columns)) {
      const column = TABLES[table].columns.find((c) => c.id === id);
      if (column?.kind !== "id" || accepts(column, heading)) continue;
      delete columns[id];
      contradicted.push({ id, heading });
    }
  tellIdsFromNames(columns, looks, how);
  understood.columns = columns;
  understood.contradicted = contradicted.filter(({ heading }) => !Object.values(columns).includes(heading));
}

/** `Tổng tiền hàng` is what the goods of an order cost before the discount beside it; how many pieces they are isn't told. */
function takeOffDiscount({ columns, how }: Understood, constants: Record<string, string>): void {
  const { amount, discount, quantity, list_price } = columns;
  if (!amount || !discount || quantity || list_price || how.amount === "said" || fold(amount) !== "tongtienhang")
    return;
  delete columns.amount;
  columns.list_price = amount;
  how.list_price = how.amount ?? "heading";
  delete how.amount;
  constants.quantity = "1";
}

function addAll(columns: ColumnMap, more: ColumnMap, by: How, how: Record<string, How>): void {
  for (const [id, heading] of Object.entries(more)) {
    if (columns[id] !== undefined || Object.values(columns).includes(heading)) continue;
    columns[id] = heading;
    how[id] = by;
  }
}

/** Headings that say who, and not whether by name or by code. */
const BARE = new Set("customer khachhang khach client buyer member nguoimua contact".split(" "));

function isBare(heading: string): boolean {
  return [heading, ...partsOf(heading)].some((part) => BARE.has(fold(part)));
}

/**
 * A heading such as `Khách hàng` holds codes in one shop and names in another. Names are no key where a phone or an
 * e-mail is; where nothing else tells who bought, they have to serve.
 */
function tellIdsFromNames(columns: ColumnMap, looks: Looks, how: Record<string, How>): void {
  const { customer_id: id, customer_name: name } = columns;
  if (
    id &&
    (!name || isBare(name)) &&
    isBare(id) &&
    (columns.phone || columns.email) &&
    looks.profile(id).name >= 0.5
  ) {
    delete columns.customer_id;
    columns.customer_name = id;
    how.customer_name = how.customer_id ?? "heading";
  } else if (name && !id && !columns.phone && !columns.email) {
    delete columns.customer_name;
    columns.customer_id = name;
    how.customer_id = how.customer_name ?? "heading";
  }
}

/** Columns as a person gives them: a heading given is taken from the column that had it. */
function applySaid(understood: Understood, table: TableName, said: Said, list: string): void {
  const { columns, how, issues, sheet } = understood;
  const known = TABLES[table].columns.map((column) => column.id);
  for (const part of ["columns", "constants", "words"] as const)
    for (const id of Object.keys(said[part] ?? {}))
      if (!known.includes(id))
        issues.push({
          code: "settings",
          file: sheet.file,
          column: `files → ${sheet.name} → ${part} → ${id}`,
          got: id,
          detail: { expected: known.join(", ") }
        });
  for (const [id, heading] of Object.entries(said.columns ?? {})) {
    if (!known.includes(id)) continue;
    if (heading === null) delete columns[id];
    else if (!sheet.headings.includes(heading))
      issues.push({ code: "unknown-heading", file: sheet.name, column: id, got: heading, detail: { headings: list } });
    else {
      for (const [other, used] of Object.entries(columns)) if (used === heading) delete columns[other];
      columns[id] = heading;
      how[id] = "said";
    }
  }
}

function chooseGrain({ sheet, columns, preset }: Understood, table: TableName, said: Said) {
  if (table !== "orders") return { grain: said.grain ?? ("row" as const), columns };
  if (said.grain) return { grain: said.grain, columns };
  if (preset?.grain) return { grain: preset.grain, columns };
  const found = findGrain(columns, sheet.headings, sheet.sample);
  return said.columns?.amount ? { ...found, columns } : found;
}

/** The columns without which a table says nothing. */
function checkNeeded(
  table: TableName,
  columns: ColumnMap,
  constants: Readonly<Record<string, string>>,
  file: string,
  headings: string
): Issue[] {
  const has = (id: string) => columns[id] !== undefined || constants[id] !== undefined;
  const find = (id: string) => TABLES[table].columns.filter((c) => c.id === id);
  const needed = TABLES[table].columns.filter((c) => c.required && !has(c.id));
  if (table !== "costs" && !["customer_id", "phone", "email"].some(has)) needed.push(...find("customer_id"));
  if (table === "orders" && !MONEY.some((ids) => ids.every(has))) needed.push(...find("amount"));
  return needed.map((c) => ({
    code: "missing-column",
    file,
    column: c.id,
    detail: { needed: c.id, label: `${c.label.vi} / ${c.label.en}`, headings }
  }));
}

function joinWords(first: SourceFile["words"] = {}, second: SourceFile["words"] = {}): SourceFile["words"] {
  const ids = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...first[id], ...second[id] }]));
}
