import { z } from "zod";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { maybeYaml } from "../issues/read-yaml.js";
import { checkNumbers } from "./check-numbers.js";
import type { FeatureSet } from "./feature.js";
import { parseFormula } from "./formula.js";
import { COUNTED, type NumberSource, type NumberSources, type NumberThreshold } from "./numbers.js";
import { readFormula } from "./read-formula.js";
import { text } from "./text.js";

const id = z.string().regex(/^[a-z][a-z0-9_]*$/);
const unit = z.enum(["count", "money", "share", "days", "ratio", "score"]);
/** What may stand in `numbers.yaml`. */
export const numbersSchema = z.strictObject({
  thresholds: z
    .array(
      z.strictObject({
        id,
        label: text,
        unit,
        default: z.number(),
        range: z.tuple([z.number(), z.number()]),
        reason: text
      })
    )
    .optional(),
  numbers: z
    .array(
      z.strictObject({
        id,
        label: text,
        meaning: text,
        unit,
        formula: z.string().min(1),
        counts: z.enum(COUNTED).optional(),
        of: id.optional(),
        made_of: z.array(id).min(2).optional(),
        internal: z.boolean().optional()
      })
    )
    .optional()
});

const FILE = "numbers.yaml";
const NONE: NumberSources = { thresholds: new Map(), numbers: new Map() };

/** Reads the built-in numbers of a group. Throws every issue at once. */
export async function readNumberSources(folder: Folder, features: FeatureSet): Promise<NumberSources> {
  const issues: Issue[] = [];
  const sources = await customiseNumbers(NONE, folder, features, issues);
  if (issues.length > 0) throw new IssuesError(issues);
  return sources;
}

/**
 * A firm's numbers: those in its `numbers.yaml` win over the built-in ones of the same id, new ones follow them. What
 * is wrong with them is added to `issues`.
 */
export async function customiseNumbers(
  builtIn: NumberSources,
  folder: Folder,
  features: FeatureSet,
  issues: Issue[]
): Promise<NumberSources> {
  const source = await readText(folder, FILE);
  if (source === undefined) return builtIn;
  const own = parseNumbers(source, issues);
  const sources: NumberSources = {
    thresholds: new Map([...builtIn.thresholds, ...own.thresholds]),
    numbers: new Map([...builtIn.numbers, ...own.numbers])
  };
  issues.push(...checkNumbers(sources, features));
  return sources;
}

function parseNumbers(source: string, issues: Issue[]): NumberSources {
  const read = maybeYaml(numbersSchema, source, FILE, "definition", issues);
  if (!read) return NONE;
  const { value, row } = read;
  const thresholds = (value.thresholds ?? []).map((t, i): [string, NumberThreshold] => [
    t.id,
    { ...t, value: t.default, at: { file: FILE, line: row(["thresholds", i]) } }
  ]);
  const numbers = (value.numbers ?? []).flatMap(({ made_of = [], internal = false, ...n }, i): NumberSource[] => {
    const line = row(["numbers", i, "formula"]);
    const where = { code: "definition", file: FILE, ...(line && { row: line }), column: `${n.id} → formula` } as const;
    const formula = readFormula(parseFormula, n.formula, where, issues);
    return formula ? [{ ...n, formula, madeOf: made_of, internal, at: { file: FILE, line: row(["numbers", i]) } }] : [];
  });
  return { thresholds: new Map(thresholds), numbers: new Map(numbers.map((n) => [n.id, n])) };
}
