import { z } from "zod";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { parseYaml } from "../issues/yaml.js";
import { checkSchemes } from "./check-schemes.js";
import { parseRule, RuleError, type RuleSource } from "./rule.js";
import type { Scheme } from "./scheme.js";
import type { Settings } from "./settings.js";

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "lower-case letters, digits and hyphens");
const rule: z.ZodType<RuleSource> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ all: z.array(rule).min(1) }),
    z.strictObject({ any: z.array(rule).min(1) }),
    z.strictObject({ none: z.array(rule).min(1) })
  ])
);
const schema = z.strictObject({
  id,
  family: id.optional(),
  familyLabel: text.optional(),
  label: text,
  question: text,
  thresholds: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9_]*$/),
        label: text,
        unit: z.enum(["count", "money", "share", "days", "ratio", "score", "months"]),
        quantile: z.strictObject({ of: z.string(), among: z.string() }).optional(),
        default: z.number(),
        range: z.tuple([z.number(), z.number()]),
        reason: text
      })
    )
    .optional(),
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

const BUILT_IN = "schemes";
const OWN = "schemes";

/**
 * Reads the built-in schemes and those in `schemes/` of the data folder (one of the same id wins), puts the
 * firm's thresholds in and checks them all. Throws every issue at once.
 */
export async function readSchemes(folder: Folder, definitions: Folder, settings: Settings): Promise<Scheme[]> {
  const issues: Issue[] = [];
  const schemes = new Map<string, Scheme>();
  for (const [from, below, prefix] of [
    [definitions, BUILT_IN, ""],
    [folder, OWN, `${OWN}/`]
  ] as const)
    for (const file of await yamlFiles(from, below)) {
      const source = (await readText(from, `${below}/${file}`)) ?? "";
      const scheme = readScheme(source, prefix + file, settings, issues);
      if (scheme) schemes.set(scheme.id, scheme);
    }
  issues.push(...checkSchemes([...schemes.values()], settings));
  if (issues.length > 0) throw new IssuesError(issues);
  const place = (scheme: Scheme) => (ORDER.includes(scheme.id) ? ORDER.indexOf(scheme.id) : ORDER.length);
  return [...schemes.values()].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

async function yamlFiles(folder: Folder, below: string): Promise<string[]> {
  return (await folder.list(below)).filter((name) => /\.ya?ml$/.test(name));
}

function readScheme(text: string, file: string, settings: Settings, issues: Issue[]): Scheme | undefined {
  const { document, row, issues: faults } = parseYaml(text, file, "definition");
  issues.push(...faults);
  if (faults.length > 0) return undefined;
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      issues.push({
        code: "definition",
        file,
        row: row(issue.path),
        column: issue.path.join(" → "),
        detail: { expected: issue.message }
      });
    return undefined;
  }
  const source = parsed.data;
  const groups = source.groups.flatMap((group, i) => {
    try {
      return [{ ...group, rule: parseRule(group.rule), line: row(["groups", i]) }];
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      issues.push({
        code: "definition",
        file,
        row: row(["groups", i, "rule"]),
        column: group.id,
        got: error.text,
        detail: { expected: "feature >= number | {threshold}, feature = word, feature in [a, b], feature is known" }
      });
      return [];
    }
  });
  const own = settings.thresholds?.[source.id];
  return {
    ...source,
    family: source.family ?? source.id,
    familyLabel: source.familyLabel ?? source.label,
    thresholds: (source.thresholds ?? []).map((t, i) => ({
      ...t,
      line: row(["thresholds", i]),
      value: own?.[t.id] ?? t.default
    })),
    groups,
    file
  };
}
