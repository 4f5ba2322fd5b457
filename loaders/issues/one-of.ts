import type { Bilingual } from "../../src/terms/lang.js";
import { nearest } from "./nearest.js";

/** What is expected where only certain names go: the nearest to what was written first, then all of them. */
export function oneOf(names: Iterable<string>, got = ""): Bilingual {
  const all = [...names];
  const list = all.join(", ");
  const near = nearest(got, all);
  return near === undefined
    ? { vi: `một trong: ${list}`, en: `one of: ${list}` }
    : { vi: `“${near}”? Một trong: ${list}`, en: `“${near}”? One of: ${list}` };
}
