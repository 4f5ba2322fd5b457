import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { EXPECTED } from "../../src/words/expected.js";
import { nearest } from "./nearest.js";

/** Of more names than this only the nearest is told: nobody reads so long a list. */
const MANY = 30;

/** What is expected where only certain names go: the nearest to what was written first, then all of them. */
export function oneOf(names: Iterable<string>, got = ""): Bilingual {
  const all = [...names];
  const list = all.join(", ");
  const near = nearest(got, all);
  if (near !== undefined && all.length > MANY) return bilingual(EXPECTED.near, { near });
  return near === undefined ? bilingual(EXPECTED.oneOf, { list }) : bilingual(EXPECTED.nearest, { near, list });
}
