import type { Dictionary } from "../terms/words.js";

/** What a number of a group may not leave out or get wrong, each with what is expected instead. */
export const NUMBER_EXPECTED = {
  counts: [
    "counts: people, acts, things, money, days hoặc score, vì công thức đọc từng khách",
    "counts: people, acts, things, money, days or score, as the formula reads customers"
  ],
  people: ["counts: people, vì công thức đếm người", "counts: people, as the formula counts people"],
  whole: [
    "of: số mà những người này là một phần, hoặc everybody",
    "of: the number that these people are a part of, or everybody"
  ],
  derived: [
    "không có counts, of và made_of, vì số này làm từ những số khác",
    "no counts, of or made_of, as this number is made from others"
  ],
  alone: [
    "count, total, median hay before đứng một mình trong một số riêng",
    "count, total, median or before by itself, in a number of its own"
  ],
  same: ["một số đếm hoặc cộng cùng một thứ", "a number that counts or adds up the same"],
  part: ["một số có of là số này", "a number whose whole is this one"],
  before: ["before(customers, months: 12)", "before(customers, months: 12)"],
  customers: ["count(), mọi khách của nhóm", "count(), every customer of the group"],
  circle: ["một số không làm từ chính nó", "a number that is not made from itself"],
  range: ["một giá trị trong khoảng {from} – {to}", "a value within {from} – {to}"]
} as const satisfies Dictionary;
