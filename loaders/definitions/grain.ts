/**
 * What one row of an orders file stands for, so that money is counted once:
 * `order` a whole order · `line` an order line with its own money · `first-line` a line, what belongs to the order
 * only on its first line (blank order ids belong to the order above) · `repeated` a line, what belongs to the
 * order repeated on each · `unit` one unit of a product (no quantity column). Other tables: `row`.
 */
export const GRAINS = ["order", "line", "first-line", "repeated", "unit", "row"] as const;
export type Grain = (typeof GRAINS)[number];
