import type { Dictionary } from "../terms/words.js";

/** A formula for a person. */
export const FORMULA = {
  percentile: ["mức phân vị {share}", "percentile {share}"],
  all: [" và ", " and "],
  any: [" hoặc ", " or "],
  not: ["không: {what}", "not: {what}"],
  known: ["{what} đã có", "{what} is known"],
  unknown: ["{what} chưa rõ", "{what} is not known"],
  in: ["{what} thuộc {list}", "{what} is one of {list}"],
  other: ["{what} khác {value}", "{what} is not {value}"],
  months: ["{what} trong {months} tháng gần nhất", "{what} of the last {months} months"],
  among: ["{what} ở những ai có {condition}", "{what} among those with {condition}"],
  first: ["ngày đầu tiên có {what}", "first day of {what}"],
  last: ["ngày gần nhất có {what}", "latest day of {what}"],
  days: ["số ngày từ {from} đến {to}", "days from {from} to {to}"],
  quantile: ["mức phân vị {share} của {what}", "quantile {share} of {what}"],
  score: ["điểm 1–5 theo {what}", "score 1–5 by {what}"],
  coalesce: [", không có thì ", ", or else "],
  if: ["{value} nếu {condition}", "{value} if {condition}"],
  ifElse: ["{value} nếu {condition}, không thì {otherwise}", "{value} if {condition}, else {otherwise}"],
  min: ["nhỏ nhất trong ({list})", "the smallest of ({list})"],
  max: ["lớn nhất trong ({list})", "the largest of ({list})"],
  round: ["{what} làm tròn", "{what}, rounded"],
  before: ["{what} {months} tháng trước", "{what} {months} months ago"],
  count: ["số {rows}", "{rows}"],
  countIf: ["số {rows} có {condition}", "{rows} with {condition}"],
  total: ["tổng {what}", "total of {what}"],
  median: ["trung vị của {what}", "median of {what}"]
} as const satisfies Dictionary;

/** What a formula would take where it makes no sense. */
export const FORMULA_EXPECTED = {
  token: [
    "số, tên, “chữ trong ngoặc kép”, ngưỡng trong ngoặc nhọn hoặc dấu phép tính",
    "a number, a name, a “text in quotes”, a threshold in braces or a sign"
  ],
  value: ["số, tên, chữ, ngưỡng trong ngoặc nhọn hoặc (", "a number, name, text, threshold in braces or ("],
  end: ["dấu phép tính hoặc hết công thức", "a sign, or the end"],
  sign: ["“{sign}”", "“{sign}”"],
  parts: ["{name} với {count} phần", "{name} with {count} parts"],
  rule: [
    "đặc điểm >= số hay ngưỡng, đặc điểm = chữ, đặc điểm in [a, b], đặc điểm is known",
    "feature >= number or threshold, feature = word, feature in [a, b], feature is known"
  ],
  measure: ["count(…) hoặc total(…)", "count(…) or total(…)"],
  freeName: ["một tên chưa có nghĩa khác", "a name that means nothing else"],
  noCircle: ["một công thức không quay về {name}", "a formula that does not come back to {name}"],
  joined: ["all, any hoặc none", "all, any or none"],
  atEnd: ["{expected} ở cuối", "{expected} at the end"],
  inPlace: ["{expected} thay cho “{met}” ở ký tự {place}", "{expected} in place of “{met}” at character {place}"],
  number: ["một con số", "a number"],
  text: ["chữ", "a text"],
  date: ["một ngày", "a day"],
  condition: ["một điều kiện", "a condition"],
  equality: ["=, != hoặc in", "=, != or in"],
  presence: ["{what} is known", "{what} is known"],
  onceEach: ["mỗi nhóm một lần", "each group once"],
  noRest: ["một mã khác với hai nhóm còn lại", "an id other than the rests"],
  reachable: ["một quy tắc chưa bị nhóm {group} lấy hết", "a rule that {group} does not already take whole"]
} as const satisfies Dictionary;
