import { z } from "zod";
import { formats } from "../../src/terms/format.js";
import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import { bilingual } from "../../src/terms/words.js";
import { STAGES } from "../../src/words/stages.js";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { readYaml, type YamlValue } from "../issues/read-yaml.js";
import { checkFormula } from "./check-formula.js";
import { type Formula, parseFormula } from "./formula.js";
import { keyed, type Limit, limit, overrideLimits, ownLimit, reportTo } from "./limits.js";
import { maybeOwn } from "./maybe-own.js";
import type { NumberSet } from "./numbers.js";
import { readFormula } from "./read-formula.js";
import { parseRule } from "./rule.js";
import { text } from "./text.js";

/** What is known of the business as a whole, by the ids of its numbers. Null: not in the data, or not to be shown. */
export type Firm = Readonly<Record<string, number | null>>;

/** A number of the business: how it is computed from the numbers of everybody and from `FACTS`. */
export interface FirmNumber {
  label: Bilingual;
  unit: Unit;
  formula: Formula;
}

/** A number of the business held against a bar. */
export interface Bar {
  number: string;
  good: "high" | "low";
  bar: number;
}

/** One of the stages of a business: its target group, how many of them to want, when it is reached, when it is ready. */
export interface Stage {
  /** Its place, from 1. */
  number: number;
  group: string;
  label: Bilingual;
  /** Bars that say the business has come this far; unknown numbers don't count against it. */
  reached: readonly Bar[];
  /** Bars to clear before drawing the target group in. */
  ready: readonly Bar[];
  /** Wanted customers of the group, as a share of all buyers, with the reason. */
  wantedShare: number;
  wantedReason: Bilingual;
}

const LIMITS = ["cohort_people", "cohorts", "best_share", "gain_months", "eased"] as const;

/** The stages in order, what they are judged by, and the numbers that decide about targets. */
export interface Business {
  stages: readonly Stage[];
  numbers: ReadonlyMap<string, FirmNumber>;
  limits: Readonly<Record<(typeof LIMITS)[number], Limit>>;
}

/** What formulas of the business read beside the numbers of everybody. */
export const FACTS = ["months_of_data", "half_year_revenue", "half_year_revenue_before", "cost"] as const;

const FILE = "stages.yaml";
const stage = z.strictObject({
  group: z.string(),
  label: text,
  reached: z.array(z.string()),
  ready: z.array(z.string()),
  wantedShare: z.number().min(0).max(1),
  wantedReason: text
});
const schema = z.strictObject({
  limits: keyed(LIMITS, limit),
  numbers: z.record(
    z.string(),
    z.strictObject({
      label: text,
      unit: z.enum(["count", "money", "share", "ratio", "score", "months"]),
      formula: z.string()
    })
  ),
  stages: z.array(stage).min(1)
});
const own = z.strictObject({
  limits: keyed(LIMITS, ownLimit).partial().optional(),
  stages: z.array(stage.partial().required({ group: true })).optional()
});

/** `stages.yaml`: the built-in one whole, or what a firm changes of it. */
export const stagesSchema = z.union([schema, own]);

/** Reads the built-in stages. Throws every issue at once. */
export async function readStages(folder: Folder, known: NumberSet): Promise<Business> {
  const issues: Issue[] = [];
  const read = readYaml(schema, (await readText(folder, FILE)) ?? "", FILE, "definition");
  if (Array.isArray(read)) throw new IssuesError(read);
  const numbers = readNumbers(read, known, issues);
  const stages = read.value.stages.map((source, i) => ({
    number: i + 1,
    group: source.group,
    label: source.label,
    reached: readBars(source.reached, ["stages", i, "reached"], read, numbers, issues),
    ready: readBars(source.ready, ["stages", i, "ready"], read, numbers, issues),
    wantedShare: source.wantedShare,
    wantedReason: source.wantedReason
  }));
  if (issues.length > 0) throw new IssuesError(issues);
  return { stages, numbers, limits: read.value.limits };
}

/** The stages as `stages.yaml` beside a firm's data has them: only what changes is said. Faults are added to `issues`. */
export async function customiseStages(builtIn: Business, folder: Folder, issues: Issue[]): Promise<Business> {
  const read = await maybeOwn(folder, own, FILE, "definition", issues);
  if (!read) return builtIn;
  const { numbers } = builtIn;
  const report = reportTo(issues, FILE, read.row);
  const stages = new Map(builtIn.stages.map((known) => [known.group, known]));
  for (const [i, said] of (read.value.stages ?? []).entries()) {
    const known = stages.get(said.group);
    if (!known) {
      report(["stages", i, "group"], said.group, oneOf(stages.keys(), said.group));
      continue;
    }
    const bars = (key: "reached" | "ready") =>
      said[key] ? readBars(said[key], ["stages", i, key], read, numbers, issues) : known[key];
    stages.set(said.group, {
      ...known,
      label: said.label ?? known.label,
      reached: bars("reached"),
      ready: bars("ready"),
      wantedShare: said.wantedShare ?? known.wantedShare,
      wantedReason: said.wantedReason ?? known.wantedReason
    });
  }
  const limits = overrideLimits(builtIn.limits, read.value.limits ?? {}, (id, got, expected) =>
    report(["limits", id, "value"], String(got), expected)
  );
  return { stages: [...stages.values()], numbers, limits };
}

function readNumbers(
  { value, row }: YamlValue<z.infer<typeof schema>>,
  known: NumberSet,
  issues: Issue[]
): Map<string, FirmNumber> {
  const names = new Map([...known.keys(), ...FACTS].map((id) => [id, "number" as const]));
  const numbers = new Map<string, FirmNumber>();
  for (const [id, { formula: source, ...rest }] of Object.entries(value.numbers)) {
    const path = ["numbers", id, "formula"];
    const where = { code: "definition", file: FILE, row: row(path), column: path.join(" → ") } as const;
    const formula = readFormula(parseFormula, source, where, issues);
    if (!formula) continue;
    for (const { got, expected } of checkFormula(formula, { names, functions: ["if", "coalesce"] }, "number"))
      issues.push({ ...where, got, detail: { expected } });
    numbers.set(id, { ...rest, formula });
  }
  return numbers;
}

/** Bars such as `repeat_share >= 0.3`; those that can't be read are added to `issues`. */
function readBars(
  sources: readonly string[],
  path: readonly PropertyKey[],
  { row }: Pick<YamlValue<unknown>, "row">,
  numbers: ReadonlyMap<string, FirmNumber>,
  issues: Issue[]
): Bar[] {
  return sources.flatMap((source, i) => {
    const at = [...path, i];
    const where = { code: "definition", file: FILE, row: row(at), column: at.join(" → ") } as const;
    const rule = readFormula(parseRule, source, where, issues);
    if (!rule) return [];
    if (rule.kind !== "condition" || rule.right?.kind !== "number" || !["<=", ">="].includes(rule.operator)) {
      issues.push({ ...where, got: source, detail: { expected: bilingual(STAGES.bar) } });
      return [];
    }
    const { name } = rule.left;
    if (!numbers.has(name)) {
      issues.push({ ...where, got: name, detail: { expected: oneOf(numbers.keys(), name) } });
      return [];
    }
    return [
      { number: name, good: rule.operator === ">=" ? ("high" as const) : ("low" as const), bar: rule.right.value }
    ];
  });
}

/** Whether a firm clears a bar; null where the number is not known. Throws for a number that there isn't. */
export function clears(firm: Firm, { number, good, bar }: Bar): boolean | null {
  const value = firm[number];
  if (value === undefined) throw new Error(`unknown number of the business: ${number}`);
  return value === null ? null : good === "high" ? value >= bar : value <= bar;
}

/** The furthest stage none of whose signs is missing. Stages don't build on each other: growth marks the fourth, its end the fifth. */
export function suggestStage(stages: readonly Stage[], firm: Firm): Stage {
  let found = stages[0] as Stage;
  for (const stage of stages) if (stage.reached.every((bar) => clears(firm, bar) !== false)) found = stage;
  return found;
}

/** Why so many of a stage's group are wanted, with the share filled in. */
export function wantedReason({ wantedShare, wantedReason: { vi, en } }: Stage): Bilingual {
  const share = { vi: formats("vi").percent(wantedShare), en: formats("en").percent(wantedShare) };
  const say = (text: string, value: string) => text.replaceAll("{share}", value);
  return { vi: say(vi, share.vi), en: say(en, share.en) };
}
