import { z } from "zod";
import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { readYaml, type YamlValue } from "../issues/read-yaml.js";
import { checkFormula, type ValueType } from "./check-formula.js";
import { type Formula, parseFormula } from "./formula.js";
import { keyed, type Limit, limit, overrideLimits, ownLimit, reportTo } from "./limits.js";
import { maybeOwn } from "./maybe-own.js";
import { readFormula } from "./read-formula.js";
import { text } from "./text.js";

/** What each kind of finding is decided by, what it finds, and what it is about: the words that its texts may use. */
const KINDS = {
  "channel-conversion": {
    limits: ["leads", "times", "errors"],
    numbers: ["rate", "others", "times", "leads", "buyers"],
    names: ["source"]
  },
  "complaint-wave": {
    limits: ["complaints", "times", "errors"],
    numbers: ["complaints", "usual", "share"],
    names: ["product", "month", "subject"]
  },
  "missing-follow-up": {
    limits: ["follow_up_days", "repeat_days", "orders", "months", "below", "errors"],
    numbers: ["now", "before", "others", "orders", "repeat", "repeatBefore", "repeatOthers", "repeatOthersBefore"],
    names: ["branch", "since"]
  },
  "trained-to-wait": {
    limits: ["people", "times", "errors"],
    numbers: ["people", "rate", "others", "gap", "othersGap"],
    names: ["campaign"]
  },
  concentration: { limits: ["buyers", "top"], numbers: ["top", "share", "people"], names: ["of"] },
  "lost-after-sale": { limits: ["share"], numbers: ["people", "share", "value"], names: [] },
  "funnel-gap": { limits: [], numbers: ["conversion", "best", "people", "money"], names: ["from", "to"] }
} as const;

type Kinds = typeof KINDS;
export type FindingKind = keyof Kinds;
export type LimitOf<Kind extends FindingKind> = Kinds[Kind]["limits"][number];
export type NumberOf<Kind extends FindingKind> = Kinds[Kind]["numbers"][number];
export type NameOf<Kind extends FindingKind> = Kinds[Kind]["names"][number];

/** How a number is written in a sentence; `of-hundred` is a share as people of a hundred. */
const NUMBER_FORMS = ["number", "decimal", "percent", "of-hundred", "times", "days", "money"] as const;
export type NumberForm = (typeof NUMBER_FORMS)[number];

/** What a name is: a text of the data, a month, the id of a source or of a state. */
const NAME_FORMS = ["text", "month", "source", "state"] as const;
export type NameForm = (typeof NAME_FORMS)[number];

/** A part of a sentence, told where its condition holds. */
export interface Part {
  when?: Formula | undefined;
  text: Bilingual;
}

/** A kind of finding: when it is told, and how. */
export interface FindingDefinition<Kind extends FindingKind = FindingKind> {
  looks: Bilingual;
  /** Page it leads to, as a path below the language. */
  page: string;
  /** What its rank begins with. */
  strength: number;
  limits: Readonly<Record<LimitOf<Kind>, Limit>>;
  names: Readonly<Record<NameOf<Kind>, NameForm>>;
  numbers: Readonly<Record<NumberOf<Kind>, NumberForm>>;
  headline: readonly Part[];
  detail: readonly Part[];
  evidence: readonly { number: NumberOf<Kind>; label: Bilingual; unit: Unit }[];
}

export type FindingSet = { readonly [Kind in FindingKind]: FindingDefinition<Kind> };

const FILE = "findings.yaml";
const sentence = z.array(z.strictObject({ when: z.string().optional(), ...text.shape })).min(1);
const kindSchema = ({ limits, numbers, names }: Kinds[FindingKind]) =>
  z.strictObject({
    looks: text,
    page: z.string(),
    strength: z.number(),
    limits: keyed<string, typeof limit>(limits, limit),
    names: keyed<string, z.ZodEnum>(names, z.enum(NAME_FORMS)),
    numbers: keyed<string, z.ZodEnum>(numbers, z.enum(NUMBER_FORMS)),
    headline: sentence,
    detail: sentence,
    evidence: z.array(
      z.strictObject({ number: z.enum(numbers), label: text, unit: z.enum(["count", "share", "ratio"]) })
    )
  });
const kinds = Object.keys(KINDS) as FindingKind[];
const schema = z.strictObject(
  Object.fromEntries(kinds.map((kind) => [kind, kindSchema(KINDS[kind])])) as Record<
    FindingKind,
    ReturnType<typeof kindSchema>
  >
);
const ownKind = (limits: readonly string[]) => z.strictObject({ limits: keyed(limits, ownLimit).partial() });
const own = z
  .strictObject(
    Object.fromEntries(kinds.map((kind) => [kind, ownKind(KINDS[kind].limits)])) as Record<
      FindingKind,
      ReturnType<typeof ownKind>
    >
  )
  .partial();

/** `findings.yaml`: the built-in one whole, or what a firm changes of it. */
export const findingsSchema = z.union([schema, own]);

/** Reads the built-in kinds of findings. Throws every issue at once. */
export async function readFindings(folder: Folder): Promise<FindingSet> {
  const read = readYaml(schema, (await readText(folder, FILE)) ?? "", FILE, "definition");
  if (Array.isArray(read)) throw new IssuesError(read);
  const issues: Issue[] = [];
  const entries = kinds.map((kind) => {
    const source = read.value[kind];
    const parts = (key: "headline" | "detail") =>
      source[key].map(({ when, ...words }, i): Part => readPart(kind, words, when, [kind, key, i], read, issues));
    return [kind, { ...source, headline: parts("headline"), detail: parts("detail") }];
  });
  if (issues.length > 0) throw new IssuesError(issues);
  return Object.fromEntries(entries) as FindingSet;
}

/** Checks that a part of a sentence names nothing but what there is, and reads its condition. */
function readPart(
  kind: FindingKind,
  words: Bilingual,
  when: string | undefined,
  path: readonly PropertyKey[],
  { row }: Pick<YamlValue<unknown>, "row">,
  issues: Issue[]
): Part {
  const { limits, numbers, names } = KINDS[kind];
  const known: string[] = [...limits, ...numbers, ...names];
  const report = reportTo(issues, FILE, row);
  for (const [lang, said] of Object.entries(words))
    for (const [, name = ""] of said.matchAll(/\{(\w+)\}/g))
      if (!known.includes(name)) report([...path, lang], `{${name}}`, oneOf(known, name));
  if (when === undefined) return { text: words };
  const at = [...path, "when"];
  const where = { code: "definition", file: FILE, row: row(at), column: at.join(" → ") } as const;
  const formula = readFormula(parseFormula, when, where, issues);
  const types = new Map<string, ValueType>([
    ...numbers.map((id): [string, ValueType] => [id, "number"]),
    ...names.map((id): [string, ValueType] => [id, "text"])
  ]);
  if (formula)
    for (const { got, expected } of checkFormula(formula, { names: types, functions: [] }, "condition"))
      report(at, got, expected);
  return { when: formula, text: words };
}

/** The findings with the limits that `findings.yaml` beside a firm's data sets. Faults are added to `issues`. */
export async function customiseFindings(builtIn: FindingSet, folder: Folder, issues: Issue[]): Promise<FindingSet> {
  const read = await maybeOwn(folder, own, FILE, "definition", issues);
  if (!read) return builtIn;
  const report = reportTo(issues, FILE, read.row);
  const entries = kinds.map((kind) => {
    const known = builtIn[kind];
    const limits = overrideLimits<string>(known.limits, read.value[kind]?.limits ?? {}, (id, got, expected) =>
      report([kind, "limits", id, "value"], String(got), expected)
    );
    return [kind, { ...known, limits }];
  });
  return Object.fromEntries(entries) as FindingSet;
}
