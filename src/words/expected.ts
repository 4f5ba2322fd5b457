import type { Dictionary } from "../terms/words.js";

/** What a part of a YAML file takes, told from its schema. */
export const EXPECTED = {
  whole: ["một số nguyên", "a whole number"],
  number: ["một con số", "a number"],
  between: ["{what} từ {from} đến {to}", "{what} from {from} to {to}"],
  above: ["{what} lớn hơn {from}", "{what} above {from}"],
  atLeast: ["{what} không nhỏ hơn {from}", "{what} of at least {from}"],
  flag: ["true hoặc false", "true or false"],
  nothing: ["null (không có)", "null (none)"],
  text: ["một dòng chữ", "a text"],
  listOf: ["một danh sách {count} mục", "a list of {count}"],
  listFrom: ["một danh sách có ít nhất {count} mục", "a list of at least {count}"],
  list: ["một danh sách", "a list"],
  named: ["các mục “tên: giá trị”", "entries “name: value”"],
  keys: ["các mục: {keys}", "entries: {keys}"],
  or: [" hoặc ", " or "],
  oneOf: ["một trong: {list}", "one of: {list}"],
  near: ["“{near}”?", "“{near}”?"],
  nearest: ["“{near}”? Một trong: {list}", "“{near}”? One of: {list}"]
} as const satisfies Dictionary;
