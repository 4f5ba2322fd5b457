/** Whether an amount beside a discount is what is left after it. */
export const AMOUNT_READINGS = ["after-discount", "before-discount"] as const;
/** Whether a discount is money of the line, money of each piece, or a share of the price (0–1, 0–100). */
export const DISCOUNT_READINGS = ["line", "piece", "rate", "percent"] as const;
/** Whether a cost is that of the line or of each piece. */
export const COST_READINGS = ["line", "piece"] as const;

/** How the money of a row is read; undefined = the first of each. */
export interface MoneyReading {
  amount?: (typeof AMOUNT_READINGS)[number];
  discount?: (typeof DISCOUNT_READINGS)[number];
  cost?: (typeof COST_READINGS)[number];
  /** How discounts are signed: `minus` = written with a minus, `any` = with and without. */
  signs?: "minus" | "any";
}
