import { z } from "zod";
import { type Folder, readText } from "../files/folder.js";
import { expecting } from "../issues/expected.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { maybeYaml } from "../issues/read-yaml.js";
import { checkSchemes } from "./check-schemes.js";
import type { FeatureSet } from "./feature.js";
import { readFormula } from "./read-formula.js";
import { parseRule, type RuleSource } from "./rule.js";
import { type Scheme, type Threshold, threshold } from "./scheme.js";
import type { Settings } from "./settings.js";
import { text } from "./text.js";

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .meta(expecting(["chữ thường không dấu, chữ số và gạch nối", "lower-case letters, digits and hyphens"]));
const rule: z.ZodType<RuleSource> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ all: z.array(rule).min(1) }),
    z.strictObject({ any: z.array(rule).min(1) }),
    z.strictObject({ none: z.array(rule).min(1) })
  ])
);
/** A scheme as its file says it. */
export const schemeSchema = z.strictObject({
  id,
  family: id.optional(),
  familyLabel: text.optional(),
  label: text,
  question: text,
  thresholds: z.array(threshold).optional(),
  groups: z.array(z.strictObject({ id, label: text, description: text, rule })).min(1)
});

/** The built-in schemes in the order in which pages show them; a firm's own follow. */
const ORDER = [
  "sales-groups",
  "stage-fit",
  "cone-five",
  "profit-tier",
  "nature-type",
  "nature-trade",
  "nature-size",
  "nature-sector",
  "region-distance",
  "region-urbanity",
  "sales-process",
  "relationship",
  "source",
  "seven-states",
  "rfm"
];

const SCHEMES = "schemes";

/** Reads the built-in schemes, that of the states among them, in the order of pages. Throws every issue at once. */
export async function readSchemes(folder: Folder, features: FeatureSet, states: Scheme): Promise<Scheme[]> {
  const issues: Issue[] = [];
  const schemes = [...(await readFiles(folder, "", issues)), states];
  issues.push(...checkSchemes(schemes, features, {}));
  if (issues.length > 0) throw new IssuesError(issues);
  return order(schemes);
}

/**
 * A firm's schemes: those in `schemes/` of its folder win over the built-in ones of the same id, its thresholds over
 * the defaults of both. What is wrong with them is added to `issues`.
 */
export async function customiseSchemes(
  builtIn: readonly Scheme[],
  folder: Folder,
  settings: Settings,
  features: FeatureSet,
  issues: Issue[]
): Promise<Scheme[]> {
  const schemes = new Map(builtIn.map((scheme) => [scheme.id, scheme]));
  for (const scheme of await readFiles(folder, `${SCHEMES}/`, issues)) schemes.set(scheme.id, scheme);
  const own = [...schemes.values()].map((scheme) => {
    const values = settings.thresholds?.[scheme.id];
    return { ...scheme, thresholds: scheme.thresholds.map((t) => ({ ...t, value: values?.[t.id] ?? t.default })) };
  });
  issues.push(...checkSchemes(own, features, settings));
  return order(own);
}

/** Schemes whose place the built-in order doesn't say come last, by id. */
function order(schemes: readonly Scheme[]): Scheme[] {
  const place = (scheme: Scheme) => (ORDER.includes(scheme.id) ? ORDER.indexOf(scheme.id) : ORDER.length);
  return [...schemes].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

async function readFiles(folder: Folder, prefix: string, issues: Issue[]): Promise<Scheme[]> {
  const schemes: Scheme[] = [];
  for (const file of (await folder.list(SCHEMES)).filter((name) => /\.ya?ml$/.test(name))) {
    const scheme = readScheme((await readText(folder, `${SCHEMES}/${file}`)) ?? "", prefix + file, issues);
    if (scheme) schemes.push(scheme);
  }
  return schemes;
}

function readScheme(text: string, file: string, issues: Issue[]): Scheme | undefined {
  const read = maybeYaml(schemeSchema, text, file, "definition", issues);
  if (!read) return undefined;
  const { value: source, row } = read;
  const parse = (rule: RuleSource, column: string, path: readonly PropertyKey[]) =>
    readFormula(parseRule, rule, { code: "definition", file, row: row(path), column }, issues);
  const groups = source.groups.flatMap((group, i) => {
    const rule = parse(group.rule, group.id, ["groups", i, "rule"]);
    return rule ? [{ ...group, rule, line: row(["groups", i]) }] : [];
  });
  const thresholds = (source.thresholds ?? []).map(({ quantile, ...rest }, i): Threshold => {
    const among = quantile && parse(quantile.among, rest.id, ["thresholds", i, "quantile", "among"]);
    const line = row(["thresholds", i]);
    return { ...rest, line, value: rest.default, quantile: among && { of: quantile.of, among } };
  });
  return {
    ...source,
    family: source.family ?? source.id,
    familyLabel: source.familyLabel ?? source.label,
    thresholds,
    groups,
    file
  };
}
