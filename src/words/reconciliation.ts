import type { Dictionary } from "../terms/words.js";

/** What a file's own sums say, with the figure. */
export const RECONCILED = {
  fits: ["Đối chiếu: {equation} ở {fitting}/{rows} dòng.", "Reconciled: {equation} in {fitting} of {rows} rows."],
  sums: ["Đối chiếu theo đơn: {equation}.", "Reconciled by order: {equation}."],
  nearly: [
    "Đối chiếu: {equation} ở {fitting}/{rows} dòng, chênh {difference}.",
    "Reconciled: {equation} in {fitting} of {rows} rows, difference {difference}."
  ],
  broken: [
    "Không đối chiếu được: {equation} chỉ đúng ở {fitting}/{rows} dòng, nên xem lại các cột này.",
    "Not reconciled: {equation} in {fitting} of {rows} rows only; please check these columns."
  ],
  constant: [
    "Đối chiếu: giá vốn theo sản phẩm khớp ở {fitting}/{rows} dòng.",
    "Reconciled: the cost by product agrees in {fitting} of {rows} rows."
  ],
  zero: [
    "{zero}/{rows} dòng có số tiền bằng 0: xem lại cột tiền.",
    "{zero} of {rows} rows have an amount of 0: please check the money column."
  ],
  minus: ["Giảm giá ghi số âm, vẫn được trừ đi.", "The discount is written with a minus; it is taken off all the same."]
} as const satisfies Dictionary;

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
