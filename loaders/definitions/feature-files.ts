import { z } from "zod";
import { type Folder, readText } from "../files/folder.js";
import { describeExpected, expecting } from "../issues/expected.js";
import type { Issue } from "../issues/issue.js";
import { maybeYaml } from "../issues/read-yaml.js";
import { ROW_NAMES } from "./measure.js";
import { text } from "./text.js";

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  .meta(expecting(["chữ thường không dấu, chữ số và gạch dưới", "lower-case letters, digits and underscores"]));
const unit = z.enum(["count", "money", "share", "days", "months", "ratio", "score", "date", "text", "flag"]);
const needs = z.array(z.string().min(1)).readonly().optional();
const words = z.array(z.string().min(1)).min(1);

/** What is written of one definition of each kind, whole. */
const SCHEMAS = {
  features: z.strictObject({
    label: text,
    unit,
    meaning: text,
    whenNull: text,
    needs,
    formula: z.string(),
    given: z.strictObject({ needs: z.array(z.string().min(1)).min(1).readonly(), formula: z.string() }).optional(),
    unless: z.string().optional()
  }),
  measures: z.strictObject({ label: text, unit, of: z.enum(ROW_NAMES), needs, formula: z.string() }),
  constants: z.strictObject({
    label: text,
    unit,
    value: z.number(),
    range: z.tuple([z.number(), z.number()]),
    reason: text
  }),
  lists: z.strictObject({ label: text, values: words, reason: text }),
  attributes: z.strictObject({ type: z.enum(["text", "date", "number"]), needs: words })
};

type Kind = keyof typeof SCHEMAS;

/** Where each customer comes from, and the words for it. */
export const originsSchema = z.record(z.string(), words);

/** A file with definitions of one kind: whatever isn't written of a known one stays as it is. */
export function fileSchema<K extends Kind>(kind: K) {
  return z.record(id, SCHEMAS[kind].partial());
}

/** A definition as it is written, and where: `row` is the line of a part of it. */
export interface Entry<T> {
  file: string;
  row(...path: readonly string[]): number | undefined;
  source: T;
}

/** All that is written below `features/`, by id. */
export type FeatureFiles = { readonly [K in Kind]: ReadonlyMap<string, Entry<z.infer<(typeof SCHEMAS)[K]>>> } & {
  readonly origins: ReadonlyMap<string, readonly string[]>;
};

const FOLDER = "features";
/** Files of another kind than features; every other file holds features. */
const FILES: Readonly<Record<string, Kind>> = {
  "measures.yaml": "measures",
  "constants.yaml": "constants",
  "lists.yaml": "lists",
  "attributes.yaml": "attributes"
};
const ORIGINS = "sources.yaml";
/** Stands for the days of entry into the states, which are written in their own file. */
const STATES = "states.yaml";
/** The built-in files of features in the order of the features table; a firm's own come after. */
const ORDER = ["buying.yaml", "rhythm.yaml", "contact.yaml", STATES, "identity.yaml"];

export const NO_FILES: FeatureFiles = {
  features: new Map(),
  measures: new Map(),
  constants: new Map(),
  lists: new Map(),
  attributes: new Map(),
  origins: new Map()
};

/**
 * Reads what lies below `features/` over what is there already: an id that is known keeps whatever isn't written anew,
 * a new one has to be whole. `ofStates` are features that are written with the states. What is wrong is added to
 * `issues`.
 */
export async function readFeatureFiles(
  folder: Folder,
  base: FeatureFiles,
  issues: Issue[],
  ofStates: FeatureFiles["features"] = new Map()
): Promise<FeatureFiles> {
  const files = { ...base };
  const names = (await folder.list(FOLDER)).filter((name) => /\.ya?ml$/.test(name));
  if (ofStates.size > 0) names.push(STATES);
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  for (const name of names.sort((a, b) => place(a) - place(b))) {
    if (name === STATES) {
      files.features = new Map([...files.features, ...ofStates]);
      continue;
    }
    const file = `${FOLDER}/${name}`;
    const source = (await readText(folder, file)) ?? "";
    const kind = FILES[name] ?? "features";
    if (name === ORIGINS) files.origins = readOrigins(source, file, files.origins, issues);
    else Object.assign(files, { [kind]: readEntries(kind, source, file, files[kind], issues) });
  }
  return files;
}

function readOrigins(
  source: string,
  file: string,
  base: FeatureFiles["origins"],
  issues: Issue[]
): FeatureFiles["origins"] {
  const read = maybeYaml(originsSchema, source, file, "definition", issues);
  return read ? new Map([...base, ...Object.entries(read.value)]) : base;
}

function readEntries<K extends Kind>(
  kind: K,
  source: string,
  file: string,
  base: ReadonlyMap<string, Entry<unknown>>,
  issues: Issue[]
): ReadonlyMap<string, Entry<unknown>> {
  const schema = SCHEMAS[kind];
  const read = maybeYaml(fileSchema(kind), source, file, "definition", issues);
  if (!read) return base;
  const entries = new Map(base);
  for (const [name, written] of Object.entries(read.value)) {
    const row = (...path: readonly string[]) => read.row([name, ...path]);
    const whole = schema.safeParse({ ...(base.get(name)?.source as object | undefined), ...written });
    if (whole.success) entries.set(name, { file, row, source: whole.data });
    else
      for (const { path } of whole.error.issues)
        issues.push({
          code: "definition",
          file,
          row: row(),
          column: `${name} → ${path.join(" → ")}`,
          detail: { expected: describeExpected(schema, path) }
        });
  }
  return entries;
}
