import type { Settings } from "../definitions/settings.js";
import { literal } from "../engine/dialect.js";
import type { Tables } from "../tables/compute.js";

/**
 * SQL that is true for a bait line: a marked column, else a list of products, else a price limit. Undefined where it
 * can't be told.
 */
export function baitCondition(tables: Tables, bait: Settings["bait"]): string | undefined {
  if (tables.columns.has("orders.offer")) return "COALESCE(offer, 'main') = 'bait'";
  if (bait?.products?.length) {
    const list = bait.products.map(literal).join(", ");
    return `(COALESCE(product, '') IN (${list}) OR COALESCE(product_id, '') IN (${list}))`;
  }
  if (bait?.maximumPrice !== undefined) return `amount <= ${bait.maximumPrice} * COALESCE(NULLIF(quantity, 0), 1)`;
  return undefined;
}
