import type { SourceFile } from "../dataset/source.js";
import type { Dialect } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";

const MONEY = "DECIMAL(18,4)";

/**
 * Money cells that aren't what they stand for: a discount that is a rate or of a piece, or signed; an amount before its
 * discount; a cost of a piece. Column id → expression of what it comes to for the row, from the cells as read.
 */
export function rereadMoney(
  d: Dialect,
  { reading }: Pick<SourceFile, "reading">,
  has: (id: string) => boolean
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const money = (value: string) => `CAST(round(${value}, 4) AS ${MONEY})`;
  const pieces = has("quantity") ? `COALESCE(${d.double("quantity")}, 1)` : "1";
  const amount = has("order_amount") ? "order_amount" : has("amount") ? "amount" : undefined;
  const discount = has("order_discount") ? "order_discount" : has("discount") ? "discount" : undefined;
  const before = reading.amount === "before-discount";
  if (discount) {
    const value = discountOf(d, { reading, discount, amount, before, pieces }, has);
    if (value !== discount) found.set(discount, money(value));
    if (before && amount) {
      const off = `abs(COALESCE(${value}, 0))`;
      found.set(amount, money(`${d.double(amount)} - sign(${amount}) * ${d.double(off)}`));
    }
  }
  if (reading.cost === "piece" && has("cost")) found.set("cost", money(`${d.double("cost")} * ${pieces}`));
  return found;
}

interface DiscountCells {
  reading: SourceFile["reading"];
  discount: string;
  amount: string | undefined;
  before: boolean;
  pieces: string;
}

/** A discount as money of the row, positive where something was taken off a sale. */
function discountOf(
  d: Dialect,
  { reading, discount, amount, before, pieces }: DiscountCells,
  has: (id: string) => boolean
): string {
  const signed = signOf(reading.signs, discount, amount ?? (has("quantity") ? "quantity" : undefined));
  const kind = reading.discount ?? "line";
  if (kind === "line") return signed;
  if (kind === "piece") return `${d.double(signed)} * ${pieces}`;
  const rate = `${d.double(`abs(${discount})`)} / ${kind === "percent" ? "100.0" : "1.0"}`;
  if (amount && before) return `${d.double(amount)} * ${rate}`;
  if (amount) return `${d.double(amount)} * (${rate}) / NULLIF(1 - ${rate}, 0)`;
  const price = has("list_price") ? "list_price" : has("unit_price") ? "unit_price" : undefined;
  return price ? `${pieces} * ${d.double(price)} * ${rate}` : signed;
}

function signOf(signs: SourceFile["reading"]["signs"], discount: string, money: string | undefined): string {
  if (signs === undefined) return discount;
  if (signs === "minus") return `-${discount}`;
  if (!money) return `abs(${discount})`;
  return sql`
    CASE
      WHEN ${money} < 0 THEN -abs(${discount})
      ELSE abs(${discount})
    END
  `;
}
