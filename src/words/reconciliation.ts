import type { Dictionary } from "../terms/words.js";

/** Whether an amount is less the discount. */
export const MONEY_READINGS = {
  "after-discount": ["tiền đã trừ giảm giá", "the discount is off the amount already"],
  "before-discount": ["tiền chưa trừ giảm giá", "the discount is still to be taken off the amount"]
} as const satisfies Dictionary;

/** What a discount is of. */
export const DISCOUNT_WORDS = {
  line: ["giảm giá là tiền của cả dòng", "the discount is money of the line"],
  piece: ["giảm giá là tiền của một chiếc", "the discount is money of each piece"],
  rate: ["giảm giá là tỷ lệ (0,2 là 20%)", "the discount is a share (0.2 is 20%)"],
  percent: ["giảm giá là phần trăm (20 là 20%)", "the discount is in percent (20 is 20%)"]
} as const satisfies Dictionary;

/** What a cost is of. */
export const COST_WORDS = {
  line: ["giá vốn là của cả dòng", "the cost is that of the line"],
  piece: ["giá vốn là của một chiếc", "the cost is that of each piece"]
} as const satisfies Dictionary;
