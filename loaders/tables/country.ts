import { fold } from "../../src/terms/fold-heading.js";

/** `VN` for Vietnam under any of its names, every other country as written. */
export function resolveCountry(word: string): string {
  return ["vietnam", "vn", "vnm"].includes(fold(word)) ? "VN" : word;
}
