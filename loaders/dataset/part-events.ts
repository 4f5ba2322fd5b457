import { IGNORE, joinOverrides, type Overrides } from "../definitions/overrides.js";
import type { Definitions } from "../definitions/read.js";
import type { Sheet } from "../files/sheet.js";
import { findPurchases } from "./purchases.js";
import { readSheet } from "./read-sheet.js";
import { recogniseColumns } from "./recognise.js";

/** All sheets, those of events in their parts, and what is said of each. */
export interface PartedSheets {
  sheets: Sheet[];
  overridesOf: (sheet: Sheet) => Overrides;
  /** Names of parts that are left alone. */
  ignored: string[];
}

/**
 * Takes the purchases out of files of events: they are orders where no other file holds any, as the orders of a shop
 * and what its analytics saw of them would else count twice. A person may say otherwise.
 */
export function partEvents(
  sheets: readonly Sheet[],
  definitions: Definitions,
  said: (sheet: Sheet) => Overrides,
  named: (name: string) => Overrides
): PartedSheets {
  const parted: Sheet[] = [];
  const ignored: string[] = [];
  const ofPurchases = new Map<Sheet, Overrides>();
  for (const sheet of sheets) {
    const found = findPurchases(sheet, definitions.tables, said(sheet));
    if (found?.events.sample.length !== 0) parted.push(found?.events ?? sheet);
    if (!found?.purchases) continue;
    const { name } = found.purchases;
    const others = sheets.filter((other) => other !== sheet);
    const sold = others.some((other) => readSheet(other, definitions, said(other)).table === "orders");
    const table = named(name).table ?? (sold ? IGNORE : "orders");
    if (table === IGNORE) ignored.push(name);
    else {
      parted.push(found.purchases);
      ofPurchases.set(found.purchases, describePurchases(found.purchases, definitions, said(sheet), named(name)));
    }
  }
  return { sheets: parted, overridesOf: (sheet) => ofPurchases.get(sheet) ?? said(sheet), ignored };
}

/** Purchases are written as their events are; each row is a piece where no column says how many. */
function describePurchases(
  { headings }: Sheet,
  { tables }: Definitions,
  { dates, zone, numbers }: Overrides,
  own: Overrides
): Overrides {
  const { quantity, amount } = recogniseColumns(tables.orders, headings);
  const written = { ...(dates && { dates }), ...(zone && { zone }), ...(numbers && { numbers }) };
  const pieces = !quantity && !amount ? { constants: { quantity: "1" } } : {};
  return joinOverrides({ table: "orders", ...written, ...pieces }, own);
}
