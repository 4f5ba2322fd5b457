import type { Cell } from "./arrow.js";

/** A row of `segments.arrow`: a group and its numbers. */
export interface SegmentRow {
  scheme: string;
  group: string;
  withheld: boolean;
  [number: string]: Cell;
}

export interface TrendRow {
  scheme: string;
  group: string;
  date: string;
  customers: number | null;
  share: number | null;
}

export interface CrosstabRow {
  scheme_a: string;
  group_a: string;
  scheme_b: string;
  group_b: string;
  customers: number | null;
}

export interface MigrationRow {
  scheme: string;
  span: string;
  from_group: string;
  to_group: string;
  customers: number | null;
}

export interface FunnelRow {
  dimension: string;
  value: string;
  state: string;
  reached: number | null;
  current: number | null;
  conversion_from_previous: number | null;
  conversion_from_top: number | null;
  skipped: number | null;
  p25_days: number | null;
  median_days: number | null;
  p75_days: number | null;
  moved: number | null;
}

export interface CohortRow {
  month: string;
  state: string;
  entered: number;
  reached: number | null;
  share: number | null;
  reached_90d: number | null;
  share_90d: number | null;
}

/** A number of a row, or null when it is withheld or its column is missing. */
export function numberOf(row: SegmentRow | undefined, id: string): number | null {
  const value = row?.[id];
  return typeof value === "number" ? value : null;
}
