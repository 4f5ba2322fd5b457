import type { Dictionary } from "../terms/words.js";

/** What stands on pages that are made from a study. */
export const PAGES = {
  back: ["Tất cả sổ tay", "All playbooks"]
} as const satisfies Dictionary;
