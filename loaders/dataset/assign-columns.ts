import { fold } from "../../src/terms/fold-heading.js";
import { type Column, STATUSES, type Table } from "../definitions/columns.js";
import type { Preset } from "../definitions/preset.js";
import { acceptsColumn } from "./accept.js";
import { assignByValues } from "./assign-by-values.js";
import type { ColumnProfiles } from "./column-profiles.js";
import { assignSale, repeatsPeople } from "./find-sale.js";
import { partsOf } from "./heading.js";
import { presetColumns } from "./match-preset.js";
import type { ReadingSource } from "./reading-source.js";
import { MONEY, recogniseColumns } from "./recognise.js";
import type { Assignment, Contradiction } from "./sheet-reading.js";
import type { ColumnMap } from "./source.js";

const NONE: Assignment = { columns: {}, sources: {} };
const HALF = 0.5;

/** An assignment with those headings that fitted by name and were refused for their cells. */
export interface Assigned extends Assignment {
  contradicted: readonly Contradiction[];
}

/**
 * Which of a sheet's headings carry which columns of a table: by a platform's layout, else by name, as far as the
 * cells don't contradict it, else by the cells alone.
 */
export function assignColumns(
  table: Table,
  headings: readonly string[],
  preset: Preset | undefined,
  profiles: ColumnProfiles
): Assigned {
  const known = preset?.table === table.name ? presetColumns(preset, headings) : {};
  const ofPreset = addColumns(NONE, known, "preset");
  const complete = Object.keys(known).length > 0 && !preset?.general;
  const { contradicted, ...found } = complete
    ? addStatuses(dropFalseIds(ofPreset, table, profiles), table, headings, profiles)
    : recogniseRest(ofPreset, table, headings, profiles);
  const told = tellIdsFromNames(found, profiles);
  const used = new Set(Object.values(told.columns));
  return { ...told, contradicted: contradicted.filter(({ heading }) => !used.has(heading)) };
}

/** Headings that a layout leaves free, by their names and cells. */
function recogniseRest(
  ofPreset: Assignment,
  table: Table,
  headings: readonly string[],
  profiles: ColumnProfiles
): Assigned {
  const accepts = (column: Column, heading: string) => acceptsColumn(profiles, column, heading);
  const taken = new Set(Object.values(ofPreset.columns));
  const free = headings.filter((heading) => !taken.has(heading));
  const contradicted: Contradiction[] = [];
  let found = addColumns(ofPreset, recogniseColumns(table, free, accepts), "heading");
  const byNameAlone = recogniseColumns(table, free);
  for (const [id, heading] of Object.entries(byNameAlone)) {
    if (Object.values(found.columns).includes(heading)) continue;
    const column = table.columns.find((c) => c.id === id);
    if (found.columns[id] === undefined && column?.required) found = addColumns(found, { [id]: heading }, "heading");
    else if (column && !accepts(column, heading)) contradicted.push({ id, heading });
  }
  found = addColumns(found, assignByValues(table, free, found.columns, profiles), "values");
  if (table.name === "orders" && repeatsPeople(found.columns, profiles))
    found = addColumns(found, assignSale(table.columns, free, found.columns, profiles), "values");
  const { columns } = found;
  if (table.name === "orders" && !MONEY.some((ids) => ids.every((id) => columns[id])) && byNameAlone.amount)
    found = addColumns(found, { amount: byNameAlone.amount }, "heading");
  // A row's own number is no order's where rows are lines.
  const { order_id, product, quantity } = found.columns;
  if (order_id && fold(order_id) === "id" && (product || quantity))
    found = { ...found, columns: without(found.columns, "order_id") };
  return { ...found, contradicted };
}

/** A layout is believed, but for ids whose cells are masked. */
function dropFalseIds(ofPreset: Assignment, table: Table, profiles: ColumnProfiles): Assigned {
  const contradicted = Object.entries(ofPreset.columns).flatMap(([id, heading]): Contradiction[] => {
    const column = table.columns.find((c) => c.id === id);
    return column?.kind !== "id" || acceptsColumn(profiles, column, heading) ? [] : [{ id, heading }];
  });
  return { ...ofPreset, columns: without(ofPreset.columns, ...contradicted.map(({ id }) => id)), contradicted };
}

/** Columns of payment and delivery that a layout doesn't name count as they would in any file. */
function addStatuses(
  assigned: Assigned,
  { columns, ...table }: Table,
  headings: readonly string[],
  profiles: ColumnProfiles
): Assigned {
  const used = new Set(Object.values(assigned.columns));
  const free = headings.filter((heading) => !used.has(heading));
  const others = columns.filter(({ id }) => id !== "status" && STATUSES.some((status) => status === id));
  const accepts = (column: Column, heading: string) => acceptsColumn(profiles, column, heading);
  const found = others.length > 0 ? recogniseColumns({ ...table, columns: others }, free, accepts) : {};
  return { ...addColumns(assigned, found, "heading"), contradicted: assigned.contradicted };
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
function tellIdsFromNames(assignment: Assignment, profiles: ColumnProfiles): Assignment {
  const { customer_id: id, customer_name: name, phone, email } = assignment.columns;
  const reachable = phone || email;
  if (id && (!name || isBare(name)) && isBare(id) && reachable && profiles.of(id).name >= HALF)
    return moveColumn(assignment, "customer_id", "customer_name");
  if (name && !id && !reachable) return moveColumn(assignment, "customer_name", "customer_id");
  return assignment;
}

/** Adds columns that have no heading yet, each with a heading that none has yet. */
function addColumns({ columns, sources }: Assignment, more: ColumnMap, by: ReadingSource): Assignment {
  const used = new Set(Object.values(columns));
  const added: ColumnMap = {};
  for (const [id, heading] of Object.entries(more)) {
    if (columns[id] !== undefined || used.has(heading)) continue;
    added[id] = heading;
    used.add(heading);
  }
  return {
    columns: { ...columns, ...added },
    sources: { ...sources, ...Object.fromEntries(Object.keys(added).map((id) => [id, by])) }
  };
}

/** Gives the heading of one column to another, with its source. */
export function moveColumn({ columns, sources }: Assignment, from: string, to: string): Assignment {
  const heading = columns[from] ?? "";
  return {
    columns: { ...without(columns, from), [to]: heading },
    sources: { ...sources, [to]: sources[from] ?? "heading" }
  };
}

/** Columns less some of them. */
export function without(columns: ColumnMap, ...ids: readonly string[]): ColumnMap {
  return Object.fromEntries(Object.entries(columns).filter(([id]) => !ids.includes(id)));
}
