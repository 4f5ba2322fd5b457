import type { Preset } from "../definitions/preset.js";
import { findHeading } from "./heading.js";
import type { ColumnMap } from "./source.js";

/** The layout that has most of its headings in a file; undefined when no layout fits. */
export function matchPreset(presets: readonly Preset[], headings: readonly string[]): Preset | undefined {
  const has = (spelling: string) => findHeading(headings, spelling) !== undefined;
  let best: Preset | undefined;
  let most = 0;
  for (const preset of presets) {
    const told = preset.headings;
    if (!told.all.every(has) || (told.any && !told.any.some(has)) || told.none?.some(has)) continue;
    const score = told.all.length * 3 + Object.keys(presetColumns(preset, headings)).length;
    if (score > most) [best, most] = [preset, score];
  }
  return best;
}

/** Which of a file's headings carry which columns by a layout; columns it lacks are left out. */
export function presetColumns(preset: Preset, headings: readonly string[]): ColumnMap {
  const map: ColumnMap = {};
  for (const [id, spellings] of Object.entries(preset.columns))
    for (const spelling of typeof spellings === "string" ? [spellings] : spellings) {
      const heading = findHeading(headings, spelling);
      if (heading === undefined || Object.values(map).includes(heading)) continue;
      map[id] = heading;
      break;
    }
  return map;
}

/** Values that a layout, and by it the name of a file, gives to every row. */
export function presetConstants(preset: Preset, file: string): Record<string, string> {
  const named = preset.names?.find(({ pattern }) => new RegExp(pattern, "i").test(file));
  return { ...preset.constants, ...named?.constants };
}
