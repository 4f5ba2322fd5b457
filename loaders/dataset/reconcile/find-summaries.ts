import { SAMPLE_ROWS } from "../../files/sheet.js";
import type { SheetReading } from "../sheet-reading.js";
import { ENOUGH, tolerance } from "./equation.js";
import { readNumbers } from "./sample-numbers.js";

/** A sheet whose money is that of another once more, added up by what both name. */
export interface Summary {
  summary: SheetReading;
  detail: SheetReading;
  /** The summary's heading by which it is added up. */
  by: string;
  /** Groups of the summary, and those whose sum is the detail's. */
  rows: number;
  fitting: number;
}

/** What sheets are added up by. */
const KEYS = [
  "customer_id",
  "phone",
  "email",
  "customer_name",
  "product_id",
  "product",
  "ordered_at",
  "branch",
  "channel"
];
const LEAST = 3;

/**
 * Sheets of sales that only add up another one: each row a group, its money the sum of the other's rows of that group.
 * Those that a person gave a table stay; so do sheets longer than what was looked at.
 */
export function findSummaries(sheets: readonly SheetReading[]): Summary[] {
  const sales = sheets.filter(({ table, sheet }) => table === "orders" && sheet.sample.length < SAMPLE_ROWS);
  return sales
    .filter(({ overrides }) => overrides.table === undefined)
    .flatMap((summary) => {
      for (const detail of sales) {
        if (detail === summary || detail.sheet.sample.length <= summary.sheet.sample.length) continue;
        for (const id of KEYS) {
          const found = compare(summary, detail, id);
          if (found) return [found];
        }
      }
      return [];
    });
}

function compare(summary: SheetReading, detail: SheetReading, id: string): Summary | undefined {
  const by = summary.columns[id];
  const [groups, sums] = [moneyBy(summary, id), moneyBy(detail, id)];
  if (by === undefined || !groups || !sums || groups.size < LEAST) return undefined;
  if (groups.size !== summary.sheet.sample.length || sums.size >= detail.sheet.sample.length) return undefined;
  const keys = new Set([...groups.keys(), ...sums.keys()]);
  const fitting = [...groups].filter(
    ([key, money]) => money !== 0 && Math.abs(money - (sums.get(key) ?? 0)) <= tolerance(1, money)
  ).length;
  return fitting >= keys.size * ENOUGH ? { summary, detail, by, rows: keys.size, fitting } : undefined;
}

/** The money of a sheet by the cells of a column; undefined where it lacks either. */
function moneyBy({ sheet, columns, numbers, forms }: SheetReading, id: string): Map<string, number> | undefined {
  const heading = columns[id];
  const { amount, order_amount, quantity, unit_price, list_price } = columns;
  const money = amount ?? order_amount;
  const price = unit_price ?? list_price;
  if (heading === undefined || numbers === undefined || (!money && !(quantity && price))) return undefined;
  const { rows, texts } = readNumbers(sheet, columns, { numbers, forms });
  const sums = new Map<string, number>();
  for (const [i, key] of texts(heading).entries()) {
    const row = rows[i];
    const value = money ? row?.get(money) : (row?.get(quantity ?? "") ?? 0) * (row?.get(price ?? "") ?? 0);
    if (key !== "") sums.set(key, (sums.get(key) ?? 0) + (value ?? 0));
  }
  return sums;
}
