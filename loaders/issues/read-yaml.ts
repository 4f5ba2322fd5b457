import type { z } from "zod";
import type { Bilingual } from "../../src/terms/lang.js";
import { describeExpected, expectedKeys } from "./expected.js";
import type { CodeOf, Issue } from "./issue.js";
import { nearest } from "./nearest.js";
import { oneOf } from "./one-of.js";
import { parseYaml, type Yaml } from "./yaml.js";

/** What a YAML text says, and on which line each part of it stands. */
export interface YamlValue<T> extends Pick<Yaml, "row"> {
  value: T;
}

/**
 * Reads a YAML text that a person wrote as what a schema takes. Everything wrong with it comes back at once: each
 * issue names file, line and path, what was expected there, and for a mistyped key the nearest that would do.
 * An empty text reads as an empty mapping.
 */
export function readYaml<T>(
  schema: z.ZodType<T>,
  source: string,
  file: string,
  code: CodeOf<"expected">
): YamlValue<T> | Issue[] {
  const yaml = parseYaml(source, file, code);
  return yaml.issues.length > 0 ? yaml.issues : checkYaml(schema, yaml, file, code);
}

/** The same, its faults added to `issues`: undefined where there are any. */
export function maybeYaml<T>(
  schema: z.ZodType<T>,
  source: string,
  file: string,
  code: CodeOf<"expected">,
  issues: Issue[]
): YamlValue<T> | undefined {
  const read = readYaml(schema, source, file, code);
  if (!Array.isArray(read)) return read;
  issues.push(...read);
  return undefined;
}

/** The second half of `readYaml`, for a text that was looked at before it is checked. */
export function checkYaml<T>(
  schema: z.ZodType<T>,
  { document, row }: Pick<Yaml, "document" | "row">,
  file: string,
  code: CodeOf<"expected">
): YamlValue<T> | Issue[] {
  const source: unknown = document.toJS() ?? {};
  const parsed = schema.safeParse(source);
  if (parsed.success) return { value: parsed.data, row };
  const faults = parsed.error.issues.flatMap(flatten);
  const mistyped = new Set(faults.flatMap((fault) => nearestKeys(schema, fault)));
  const told = faults.filter(({ path }) => !mistyped.has(path.join("\n")) || valueAt(source, path) !== undefined);
  return told.flatMap((fault): Issue[] => {
    const issue = (path: readonly PropertyKey[], expected: Bilingual, got: string | undefined): Issue => ({
      code,
      file,
      row: row(path),
      column: path.join(" → "),
      got,
      detail: { expected }
    });
    if (fault.code === "unrecognized_keys") {
      const known = expectedKeys(schema, fault.path);
      return fault.keys.map((key) => issue([...fault.path, key], oneOf(known, key), key));
    }
    const got = valueAt(source, fault.path);
    const scalar = typeof got === "string" || typeof got === "number" || typeof got === "boolean";
    const expected =
      fault.code === "invalid_value" && scalar
        ? oneOf(fault.values.map(String), String(got))
        : describeExpected(schema, fault.path);
    return [issue(fault.path, expected, scalar ? String(got) : undefined)];
  });
}

/** Paths of the keys that mistyped ones were meant for: that they are missing goes without saying. */
function nearestKeys(schema: z.ZodType, fault: z.core.$ZodIssue): string[] {
  if (fault.code !== "unrecognized_keys") return [];
  const known = expectedKeys(schema, fault.path);
  return fault.keys.map((key) => [...fault.path, nearest(key, known) ?? key].join("\n"));
}

/** Of a choice the faults of the one branch that comes nearest: the one that fails deepest, the first of several. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.map((errors) =>
    errors.map((error) => ({ ...error, path: [...issue.path, ...error.path] })).flatMap(flatten)
  );
  const depth = (faults: readonly z.core.$ZodIssue[]) => Math.max(...faults.map(({ path }) => path.length));
  const deepest = Math.max(...branches.map(depth));
  if (deepest <= issue.path.length) return [issue];
  const best = branches.find((faults) => depth(faults) === deepest) ?? [];
  const mistyped = best.filter(({ code }) => code === "unrecognized_keys");
  return mistyped.length > 0 ? mistyped : best;
}

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    source
  );
}
