import { z } from "zod";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { EXPECTED } from "../../src/words/expected.js";
import type { Issue } from "../issues/issue.js";
import { text } from "./text.js";

/** A number that decides something, with its reason. */
export const limit = z.strictObject({
  label: text,
  unit: z.enum(["count", "share", "days", "ratio", "months"]),
  value: z.number(),
  range: z.tuple([z.number(), z.number()]),
  reason: text
});
export type Limit = z.infer<typeof limit>;

/** What a firm says of one: another value. */
export const ownLimit = z.strictObject({ value: z.number() });
export type OwnLimits = Readonly<Partial<Record<string, z.infer<typeof ownLimit> | undefined>>>;

/** An object of these keys and no other, all of one kind. */
export function keyed<Key extends string, Schema extends z.ZodType>(keys: readonly Key[], schema: Schema) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>);
}

/** The values of limits by their ids. */
export function valuesOf<Id extends string>(limits: Readonly<Record<Id, Limit>>): Record<Id, number> {
  return Object.fromEntries(Object.entries<Limit>(limits).map(([id, { value }]) => [id, value])) as Record<Id, number>;
}

/** Limits with a firm's values in place of the built-in ones; one out of its range is told to `report`, and left. */
export function overrideLimits<Id extends string>(
  limits: Readonly<Record<Id, Limit>>,
  own: OwnLimits,
  report: (id: Id, got: number, expected: Bilingual) => void
): Record<Id, Limit> {
  const entries = Object.entries<Limit>(limits).map(([key, known]) => {
    const id = key as Id;
    const value = own[id]?.value;
    if (value === undefined) return [id, known];
    const [from, to] = known.range;
    if (value >= from && value <= to) return [id, { ...known, value }];
    report(id, value, bilingual(EXPECTED.between, { what: known.label, from, to }));
    return [id, known];
  });
  return Object.fromEntries(entries) as Record<Id, Limit>;
}

/** Notes faults of one file of definitions. */
export function reportTo(issues: Issue[], file: string, row: (path: readonly PropertyKey[]) => number | undefined) {
  return (path: readonly PropertyKey[], got: string, expected: Bilingual): void => {
    issues.push({ code: "definition", file, row: row(path), column: path.join(" → "), got, detail: { expected } });
  };
}
