import type { Dictionary } from "./words.js";

/** What stands beside numbers. `{number}` is the number as it is written, with what keeps both on one line. */
export const UNITS = {
  trillions: ["nghìn tỷ", "tn"],
  billions: ["tỷ", "bn"],
  millions: ["triệu", "m"],
  thousands: ["nghìn", "k"],
  points: ["điểm %", "pts"],
  day: ["ngày", "day"],
  days: ["ngày", "days"],
  month: ["tháng", "month"],
  months: ["tháng", "months"],
  times: ["{number}\u00a0lần", "{number}×"],
  yes: ["có", "yes"],
  no: ["không", "no"]
} as const satisfies Dictionary;
