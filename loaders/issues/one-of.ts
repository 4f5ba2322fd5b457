import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { EXPECTED } from "../../src/words/expected.js";
import { nearest } from "./nearest.js";

/** What is expected where only certain names go: the nearest to what was written first, then all of them. */
export function oneOf(names: Iterable<string>, got = ""): Bilingual {
  const all = [...names];
  const list = all.join(", ");
  const near = nearest(got, all);
  return near === undefined ? bilingual(EXPECTED.oneOf, { list }) : bilingual(EXPECTED.nearest, { near, list });
}
