import type { Unit } from "../../../src/terms/unit.js";
import type { Feature, Parts } from "../feature.js";

type Pair = readonly [vi: string, en: string];

/** Shorthand of a definition, in the order a reader asks: what, in which unit, meaning, when unknown, from what, how. */
export function define(
  id: string,
  unit: Unit,
  label: Pair,
  meaning: Pair,
  whenNull: Pair,
  needs: readonly string[],
  sql: (parts: Parts) => string
): Feature {
  const text = ([vi, en]: Pair) => ({ vi, en });
  return { id, unit, label: text(label), meaning: text(meaning), whenNull: text(whenNull), needs, sql };
}

export const NEVER: Pair = ["chưa từng", "never"];
export const NO_ORDER: Pair = ["chưa có đơn nào", "no order yet"];
export const NO_COLUMN: Pair = ["tệp không có cột cần thiết", "the files lack the column"];
export const UNKNOWN: Pair = ["chưa ghi", "not recorded"];
export const ORDER = ["orders.ordered_at"] as const;
export const EVENT = ["events.kind"] as const;
