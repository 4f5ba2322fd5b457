import { type ColumnTable, from, table } from "arquero";
import { group } from "d3-array";
import { divide, type NumberSet, publishedNumbers } from "../definitions/numbers.js";
import { RESTS, type Scheme } from "../definitions/scheme.js";
import type { Funnel } from "../funnel/compute.js";
import { suppressCohorts, suppressFunnel } from "../funnel/suppress.js";
import type { CrossRow } from "../segments/cross.js";
import { type MigrationRow, NOT_KNOWN } from "../segments/migration.js";
import type { Summaries } from "../segments/summaries.js";
import { isFew, suppressParts } from "../segments/suppress.js";
import { type Cell, type HiddenTotals, suppressCells } from "../segments/suppress-cells.js";
import { TEXTS } from "../segments/texts.js";
import type { TrendRow } from "../segments/trend.js";

/*
 * Result tables as they may be published: counts of fewer than `minimum` people are null, and can't be found by
 * subtraction.
 */

export function segmentsTable(numbers: NumberSet, { everybody, groups }: Summaries): ColumnTable {
  const rows = [everybody, ...groups];
  const columns: Record<string, unknown[]> = {
    scheme: rows.map((r) => r.scheme),
    group: rows.map((r) => r.group),
    withheld: rows.map((r) => r.withheld)
  };
  for (const { id } of publishedNumbers(numbers)) columns[id] = rows.map((r) => r.numbers[id] ?? null);
  for (const id of TEXTS) columns[id] = rows.map((r) => r.texts[id]);
  return table(columns);
}

export function trendTable(trend: readonly TrendRow[], schemes: readonly Scheme[], minimum: number): ColumnTable {
  const dates = datesApart(trend, minimum);
  const shown = trend.filter((r) => dates.has(r.date));
  const rows = [...group(shown, (r) => `${r.scheme} ${r.date}`).values()].flatMap((found) => {
    const part = withEmptyGroups(found, schemes);
    const total = part.reduce((sum, r) => sum + r.customers, 0);
    const hidden = suppressParts(new Map(part.map((r) => [r.group, r.customers])), minimum);
    return part.map((r) => ({
      ...r,
      customers: hidden.has(r.group) ? null : r.customers,
      share: hidden.has(r.group) || total === 0 ? null : r.customers / total
    }));
  });
  if (rows.length === 0) return table({ scheme: [], group: [], date: [], customers: [], share: [] });
  const place = new Map(schemes.map((s, i) => [s.id, i]));
  return from(
    rows.sort(
      (a, b) =>
        (place.get(a.scheme) ?? 0) - (place.get(b.scheme) ?? 0) || compare(a.date, b.date) || compare(a.group, b.group)
    )
  ).select("scheme", "group", "date", "customers", "share");
}

/**
 * The dates of a trend between which nobody, or at least `minimum` people, became known, from the last one back. Where
 * one person was new, the groups that grew by one would say all that is told of customers about that person.
 */
function datesApart(trend: readonly TrendRow[], minimum: number): Set<string> {
  const known = new Map<string, number>();
  for (const { scheme, date, customers } of trend)
    if (scheme === trend[0]?.scheme) known.set(date, (known.get(date) ?? 0) + customers);
  const apart = new Set<string>();
  let last: number | undefined;
  for (const [date, people] of [...known].sort(([a], [b]) => compare(b, a)))
    if (last === undefined || !isFew(Math.abs(last - people), minimum)) {
      apart.add(date);
      last = people;
    }
  return apart;
}

/** Groups in which nobody was count nobody; they are not left out. */
function withEmptyGroups(found: readonly TrendRow[], schemes: readonly Scheme[]): TrendRow[] {
  const [first] = found;
  const groups = [...(schemes.find((s) => s.id === first?.scheme)?.groups ?? []), ...RESTS];
  return groups.map(
    ({ id }) =>
      found.find((r) => r.group === id) ?? {
        scheme: first?.scheme ?? "",
        date: first?.date ?? "",
        group: id,
        customers: 0
      }
  );
}

export function crosstabTable(cross: readonly CrossRow[], schemes: readonly Scheme[], minimum: number): ColumnTable {
  const rows = [...group(cross, (r) => `${r.schemeA} ${r.schemeB}`).values()].flatMap((part) => {
    const cells = fullTable(part.map((r) => ({ row: r.groupA, column: r.groupB, count: r.customers })));
    const hidden = suppressCells(cells, minimum, hiddenTotals(cells, minimum));
    const [first] = part;
    return cells
      .filter((c) => c.count > 0 || hidden.has(c))
      .map((c) => ({
        scheme_a: first?.schemeA ?? "",
        group_a: c.row,
        scheme_b: first?.schemeB ?? "",
        group_b: c.column,
        customers: hidden.has(c) ? null : c.count
      }));
  });
  const place = new Map(schemes.map((s, i) => [s.id, i]));
  const placeOf = (scheme: string) => place.get(scheme) ?? 0;
  return from(
    rows.sort(
      (a, b) =>
        placeOf(a.scheme_a) - placeOf(b.scheme_a) ||
        placeOf(a.scheme_b) - placeOf(b.scheme_b) ||
        compare(a.group_a, b.group_a) ||
        compare(a.group_b, b.group_b)
    )
  );
}

export function migrationTable(migration: readonly MigrationRow[], minimum: number): ColumnTable {
  const rows = [...group(migration, (r) => `${r.scheme} ${r.span}`).values()].flatMap((part) => {
    const cells = fullTable(part.map((r) => ({ row: r.from, column: r.to, count: r.customers })));
    const hidden = suppressCells(cells, minimum, hiddenTotals(cells, minimum));
    return cells
      .filter((c) => c.count > 0 || hidden.has(c))
      .map((c) => ({
        scheme: part[0]?.scheme ?? "",
        span: part[0]?.span ?? 0,
        from_group: c.row,
        to_group: c.column,
        customers: hidden.has(c) ? null : c.count
      }));
  });
  return rows.length === 0
    ? table({ scheme: [], span: [], from_group: [], to_group: [], customers: [] })
    : from(
        rows.sort(
          (a, b) =>
            compare(a.scheme, b.scheme) ||
            a.span - b.span ||
            compare(a.from_group, b.from_group) ||
            compare(a.to_group, b.to_group)
        )
      );
}

/** By code unit, as everywhere. The library's own sorting makes code from text, which a page's policy forbids. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function funnelTable({ rows }: Pick<Funnel, "rows">, minimum: number): ColumnTable {
  return from(
    suppressFunnel(rows, minimum).map((r) => ({
      dimension: r.dimension,
      value: r.value,
      state: r.state,
      reached: r.reached,
      current: r.current,
      conversion_from_previous: r.conversionFromPrevious,
      conversion_from_top: r.conversionFromTop,
      skipped: r.skipped,
      p25_days: r.p25Days,
      median_days: r.medianDays,
      p75_days: r.p75Days,
      moved: r.moved
    }))
  );
}

export function cohortsTable(funnel: Pick<Funnel, "cohorts" | "rows">, minimum: number): ColumnTable {
  const rows = suppressCohorts(funnel, minimum).map(({ month, state, entered, reached, reached90 }) => ({
    month,
    state,
    entered,
    reached,
    share: divide(reached, entered),
    reached_90d: reached90,
    share_90d: divide(reached90, entered)
  }));
  return rows.length === 0
    ? table({ month: [], state: [], entered: [], reached: [], share: [], reached_90d: [], share_90d: [] })
    : from(rows);
}

/** Groups whose sizes are hidden elsewhere, now or then; how many were not known yet follows from the totals. */
function hiddenTotals(cells: readonly Cell[], minimum: number): HiddenTotals {
  const side = (key: "row" | "column") => {
    const totals = new Map<string, number>();
    for (const cell of cells)
      if (cell[key] !== NOT_KNOWN) totals.set(cell[key], (totals.get(cell[key]) ?? 0) + cell.count);
    return suppressParts(totals, minimum);
  };
  return { rows: side("row"), columns: side("column") };
}

/** All combinations of the rows and columns that occur, absent ones with nobody. */
function fullTable(cells: readonly Cell[]): Cell[] {
  const rows = [...new Set(cells.map((c) => c.row))];
  const columns = [...new Set(cells.map((c) => c.column))];
  const known = new Map(cells.map((c) => [`${c.row} ${c.column}`, c]));
  return rows.flatMap((row) => columns.map((column) => known.get(`${row} ${column}`) ?? { row, column, count: 0 }));
}
