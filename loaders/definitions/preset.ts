import { z } from "zod";
import type { Bilingual } from "../../src/terms/lang.js";
import { DAY_FORMATS, NUMBER_STYLES } from "../engine/dialect.js";
import { type Folder, readText } from "../files/folder.js";
import { expecting } from "../issues/expected.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { maybeYaml } from "../issues/read-yaml.js";
import { TABLE_NAMES, type Tables } from "./columns.js";
import { GRAINS } from "./grain.js";
import { zone } from "./overrides.js";
import { text } from "./text.js";

const words = z.array(z.string().min(1));

/** A layout as its file says it. */
export const presetSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta(expecting(["chữ thường không dấu, chữ số và gạch nối", "lower-case letters, digits and hyphens"])),
  label: text,
  /** Where in the tool the file is to be had. */
  source: text,
  table: z.enum(TABLE_NAMES),
  /** By which headings it is told: every one of `all`, one of `any`, none of `none`. */
  headings: z.strictObject({ all: words.min(1), any: words.optional(), none: words.optional() }),
  /** Canonical column → heading, or spellings of it in versions of the tool, the best first. */
  columns: z.record(z.string(), z.union([z.string(), words.min(1)])),
  /** True where the tool's headings aren't published, so that the general ones are looked for beside `columns`. */
  general: z.boolean().optional(),
  constants: z.record(z.string(), z.string()).optional(),
  /** What the name of the file says, the first pattern that fits. */
  names: z.array(z.strictObject({ pattern: z.string(), constants: z.record(z.string(), z.string()) })).optional(),
  words: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  grain: z.enum(GRAINS).optional(),
  /** How days and numbers are written where the cells can be read in two ways. */
  dates: z.enum(DAY_FORMATS).optional(),
  numbers: z.enum(NUMBER_STYLES).optional(),
  zone: zone.optional(),
  /** Which money is counted, as a sentence. Orders only. */
  money: text.optional()
});

/** The layout in which a platform exports one of its tables. */
export type Preset = z.infer<typeof presetSchema>;

const BUILT_IN = "presets";

/** Reads all layouts, sorted by id. Throws every fault in them at once. */
export async function readPresets(definitions: Folder, tables: Tables): Promise<Preset[]> {
  const issues: Issue[] = [];
  const presets: Preset[] = [];
  for (const file of (await definitions.list(BUILT_IN)).filter((name) => /\.ya?ml$/.test(name))) {
    const preset = parsePreset((await readText(definitions, `${BUILT_IN}/${file}`)) ?? "", file, tables, issues);
    if (preset) presets.push(preset);
  }
  if (issues.length > 0) throw new IssuesError(issues);
  return presets.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One layout; undefined, with issues that name lines, where something in it is wrong. */
export function parsePreset(source: string, file: string, tables: Tables, issues: Issue[]): Preset | undefined {
  const read = maybeYaml(presetSchema, source, file, "definition", issues);
  if (!read) return undefined;
  const { value: preset, row } = read;
  const wrong = (path: PropertyKey[], expected: Bilingual) =>
    issues.push({ code: "definition", file, row: row(path), column: path.join(" → "), detail: { expected } });
  const found = issues.length;
  const known = new Map(tables[preset.table].columns.map((column) => [column.id, column]));
  for (const part of ["columns", "constants", "words"] as const)
    for (const id of Object.keys(preset[part] ?? {})) if (!known.has(id)) wrong([part, id], oneOf(known.keys(), id));
  for (const [id, spellings] of Object.entries(preset.words ?? {}))
    for (const [spelling, word] of Object.entries(spellings)) {
      const allowed = Object.keys(known.get(id)?.words ?? { yes: 1, no: 1 });
      if (!allowed.includes(word)) wrong(["words", id, spelling], oneOf(allowed, word));
    }
  if (preset.table === "orders" && !preset.money)
    wrong(["money"], { vi: "vi và en: tính số tiền nào", en: "vi and en: which money is counted" });
  return issues.length === found ? preset : undefined;
}
