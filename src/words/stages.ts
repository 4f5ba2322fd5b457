import type { Dictionary } from "../terms/words.js";

/** What is expected in the definitions of the stages of a business. */
export const STAGES = {
  bar: [
    "một con số của doanh nghiệp với >= hoặc <= và mức, như repeat_share >= 0.3",
    "a number of the business with >= or <= and a bar, such as repeat_share >= 0.3"
  ]
} as const satisfies Dictionary;
