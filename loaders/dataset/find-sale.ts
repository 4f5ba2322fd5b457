import type { Column } from "../definitions/columns.js";
import { acceptsColumn } from "./accept.js";
import type { ColumnProfiles } from "./column-profiles.js";
import { MONEY } from "./recognise.js";
import type { ColumnMap } from "./source.js";

const MOST = 0.8;
const HALF = 0.5;
/** Fewer rows of one person than this part of all may be the same person listed twice. */
const ONCE = 0.9;
const ENOUGH = 5;
/** A count, a score or a month stays below it; money of a shop seldom does in every row. */
const SMALL = 31;

/** Columns that name somebody, the best first. */
const WHO = ["customer_id", "phone", "email", "customer_name", "name"];

/** Headings under which, by the cells alone, the day and the money of a sale may stand. */
export interface SaleCandidates {
  days: readonly string[];
  money: readonly string[];
}

/** What the headings that no column has may be of a sale: columns of days, and of figures that can be money. */
export function findSale(headings: readonly string[], columns: ColumnMap, profiles: ColumnProfiles): SaleCandidates {
  const used = new Set(Object.values(columns));
  const free = headings.filter((heading) => !used.has(heading) && profiles.of(heading).filled > 0);
  return {
    days: free.filter((heading) => profiles.of(heading).date >= MOST),
    money: free.filter((heading) => isMoney(profiles, heading))
  };
}

/** True where one person stands in several rows: such a file lists what people did, not who they are. */
export function repeatsPeople(columns: ColumnMap, profiles: ColumnProfiles): boolean {
  const who = WHO.flatMap((id) => columns[id] ?? []).find((heading) => profiles.of(heading).filled >= ENOUGH);
  return who !== undefined && profiles.of(who).distinct < ONCE;
}

/** The day or the money of a sale under a heading that says nothing of it, where only one column can be it. */
export function assignSale(
  columns: readonly Column[],
  headings: readonly string[],
  map: ColumnMap,
  profiles: ColumnProfiles
): ColumnMap {
  const { days, money } = findSale(headings, map, profiles);
  const accepts = (id: string, heading: string) =>
    columns.some((column) => column.id === id && acceptsColumn(profiles, column, heading));
  const found: ColumnMap = {};
  const assign = (id: string, [heading, ...others]: readonly string[]) => {
    if (!map[id] && heading !== undefined && others.length === 0 && accepts(id, heading)) found[id] = heading;
  };
  assign("ordered_at", days);
  if (!MONEY.some((ids) => ids.every((id) => map[id]))) assign("amount", money);
  return found;
}

function isMoney(profiles: ColumnProfiles, heading: string): boolean {
  const { number, phone, date, percent } = profiles.of(heading);
  if (number < MOST || phone >= HALF || date >= HALF || percent >= HALF) return false;
  return profiles.cells(heading).some((cell) => !/^\d{1,2}$/.test(cell) || Number(cell) > SMALL);
}
