import { z } from "zod";
import { OPEN, type Overrides, overridesSchema } from "../definitions/overrides.js";
import { type Folder, readText } from "../files/folder.js";
import type { Issue } from "../issues/issue.js";
import { checkYaml } from "../issues/read-yaml.js";
import { parseYaml } from "../issues/yaml.js";

export const MAPPING = "mapping.yml";

const together = z.array(z.string()).min(2);

/** All that `mapping.yml` may say, once every question in it is answered. */
export const mappingSchema = z.strictObject({
  people: z.strictObject({ apart: z.array(together).optional(), together: z.array(together).optional() }).optional(),
  // A key with nothing after it says nothing, and is no mistake.
  files: z.record(z.string(), overridesSchema.nullable()).nullish()
});

/** What a person says of files and people in `mapping.yml`. */
export interface Mapping {
  files: ReadonlyMap<string, Overrides>;
  people?: z.infer<typeof mappingSchema>["people"];
  /** Places where the answer is still missing. */
  open: OpenQuestion[];
}

/** A question mark that still stands in the mapping file. */
export interface OpenQuestion {
  /** Key of the sheet or file. */
  name: string;
  key: string;
  /** Line of `mapping.yml`; undefined where YAML doesn't tell. */
  row: number | undefined;
}

/** Reads `mapping.yml` of a folder. No file means that nothing is said; each problem names its line. */
export async function readMapping(folder: Folder): Promise<{ mapping: Mapping; issues: Issue[] }> {
  const source = await readText(folder, MAPPING);
  return source === undefined ? { mapping: { files: new Map(), open: [] }, issues: [] } : parseMapping(source);
}

export function parseMapping(source: string): { mapping: Mapping; issues: Issue[] } {
  const yaml = parseYaml(source, MAPPING, "mapping");
  const { document, row } = yaml;
  const mapping: Mapping = { files: new Map(), open: [] };
  if (yaml.issues.length > 0) return { mapping, issues: yaml.issues };
  const value: unknown = document.toJS() ?? {};
  for (const [name, entry] of entries(isRecord(value) ? value.files : undefined))
    for (const [key, answer] of entries(entry))
      for (const path of answer === OPEN
        ? [[key]]
        : entries(answer).flatMap(([id, one]) => openPaths(one, [key, id]))) {
        mapping.open.push({ name, key: path.join(" → "), row: row(["files", name, ...path]) });
        document.deleteIn(["files", name, ...path]);
      }
  const read = checkYaml(mappingSchema, yaml, MAPPING, "mapping");
  if (Array.isArray(read)) return { mapping, issues: read };
  const { files, people } = read.value;
  const overrides = new Map(Object.entries(files ?? {}).map(([name, entry]) => [name, entry ?? {}]));
  return { mapping: { ...mapping, files: overrides, ...(people && { people }) }, issues: [] };
}

function openPaths(value: unknown, path: string[]): string[][] {
  return value === OPEN ? [path] : entries(value).flatMap(([key, one]) => openPaths(one, [...path, key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
