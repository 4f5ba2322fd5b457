import type { Dictionary } from "../terms/words.js";

/** How the stage of the business, and who is nearest to a target group, are told. */
export const TARGETS = {
  reached: ["{bar}: dấu hiệu đã tới giai đoạn này", "{bar}: a sign that this stage is reached"],
  missing: ["{bar}: còn thiếu để lên giai đoạn sau", "{bar}: what is missing for the next stage"],
  nearest: [
    "chưa vào nhóm, nhưng sẽ vào nếu nới mỗi ngưỡng {eased}",
    "outside the group, but inside if each threshold were eased by {eased}"
  ]
} as const satisfies Dictionary;
