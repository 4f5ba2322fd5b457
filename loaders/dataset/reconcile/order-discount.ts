import type { ColumnMap } from "../source.js";
import type { Numbers } from "./equation.js";
import { findTotal, type Holding, TELLING } from "./find-total.js";
import type { SampleNumbers } from "./sample-numbers.js";

/**
 * The equation by which a discount that every line of an order repeats is the order's: the order's total is the sum of
 * its lines less it once. Undefined where no total says so.
 */
export function readOrderDiscount(columns: ColumnMap, sample: SampleNumbers): Holding | undefined {
  const { order_id, amount, order_amount, quantity, discount } = columns;
  const price = columns.unit_price ?? columns.list_price;
  if (!order_id || !discount || order_amount) return undefined;
  const base = amount ? [amount] : quantity && price ? [quantity, price] : undefined;
  if (!base) return undefined;
  const orders = [...groupRows(sample, order_id).values()];
  const same = (heading: string) => orders.every((lines) => new Set(lines.map((line) => line.get(heading))).size === 1);
  const several = orders.filter((lines) => lines.length > 1);
  if (several.length < TELLING || !same(discount)) return undefined;
  const heads = orders.map((lines) => addLines(lines, base));
  const telling = heads.filter((head, i) => (orders[i]?.length ?? 0) > 1 && head.get(discount));
  return findTotal({
    free: sample.free.filter(same),
    terms: [
      { sign: 1, factors: base.map((heading) => ({ heading })) },
      { sign: -1, factors: [{ heading: discount, as: "size" }] }
    ],
    rows: heads,
    telling,
    unit: sample.unit,
    per: "order",
    summed: base
  });
}

function groupRows({ rows, texts }: SampleNumbers, orderId: string): Map<string, Numbers[]> {
  const orders = new Map<string, Numbers[]>();
  for (const [i, id] of texts(orderId).entries()) {
    const row = rows[i];
    if (id !== "" && row) orders.set(id, [...(orders.get(id) ?? []), row]);
  }
  return orders;
}

/** One row of an order, what its lines come to standing under the first heading and 1 under the other. */
function addLines(lines: readonly Numbers[], base: readonly string[]): Numbers {
  const money = lines.reduce((sum, line) => sum + base.reduce((product, id) => product * (line.get(id) ?? 0), 1), 0);
  return new Map([...(lines[0] ?? []), ...base.map((heading, i): [string, number] => [heading, i === 0 ? money : 1])]);
}
