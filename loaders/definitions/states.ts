import { z } from "zod";
import type { Bilingual } from "../../src/terms/lang.js";
import { fill } from "../../src/terms/words.js";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { readYaml } from "../issues/read-yaml.js";
import { maybeOwn } from "./maybe-own.js";
import { parseRule, type Rule } from "./rule.js";
import { type Scheme, type Threshold, threshold } from "./scheme.js";
import { text } from "./text.js";

/** One of the states of a customer; each is a group of the states' scheme and has a feature `<id>_date`. */
export interface State {
  id: string;
  label: Bilingual;
  means: Bilingual;
  /** What brings people into it. */
  work: Bilingual;
  /** What its day of entry is called, `{state}` for its label, and what evidence that day is of. */
  since: Bilingual;
  evidence: Bilingual;
  /** Why there is no such day. */
  whenNull: Bilingual;
  /** The first day of the evidence. */
  formula: string;
  /** `table.column` that the evidence needs, where that is not all that its formula reads. */
  needs?: readonly string[] | undefined;
  /** What the first day is taken from where the evidence's own columns are missing. */
  given?: { formula: string; needs: readonly string[] } | undefined;
  /** What else tells that somebody is in the state, on whatever day. */
  undated?: Rule | undefined;
  /** Days within which a move into this state is judged, when cohorts are compared; none for the first. */
  windowDays: number;
}

/** The states in order, from stranger to whoever sells for the firm, and the scheme whose groups they are. */
export interface States {
  states: readonly State[];
  scheme: Scheme;
  /** What the day of entry is called where a state doesn't say. */
  since: Bilingual;
}

const FILE = "states.yaml";
const state = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*$/),
  label: text,
  means: text,
  work: text,
  since: text.optional(),
  evidence: text,
  formula: z.string(),
  needs: z.array(z.string()).min(1).optional(),
  given: z.strictObject({ needs: z.array(z.string()).min(1), formula: z.string() }).optional(),
  undated: z.string().optional(),
  windowDays: z.int().positive().optional()
});
const schema = z.strictObject({
  scheme: z.string(),
  label: text,
  question: text,
  since: text,
  whenNull: text,
  thresholds: z.array(threshold.omit({ quantile: true })),
  states: z.array(state).min(2)
});
const own = z.strictObject({
  label: text.optional(),
  question: text.optional(),
  since: text.optional(),
  thresholds: z.array(z.strictObject({ id: z.string(), default: z.number() })).optional(),
  states: z
    .array(state.omit({ formula: true, needs: true, given: true, undated: true }).partial().required({ id: true }))
    .optional()
});

/** `states.yaml`: the built-in one whole, or what a firm changes of it. */
export const statesSchema = z.union([schema, own]);

/** Reads the built-in states. Throws every issue at once. */
export async function readStates(folder: Folder): Promise<States> {
  const read = readYaml(schema, (await readText(folder, FILE)) ?? "", FILE, "definition");
  if (Array.isArray(read)) throw new IssuesError(read);
  const { value, row } = read;
  const states = value.states.map(({ undated, since = value.since, windowDays = 0, ...state }) => ({
    ...state,
    ...(undated !== undefined && { undated: parseRule(undated) }),
    since,
    whenNull: value.whenNull,
    windowDays
  }));
  const groups = value.states.map(({ id, label, means, undated }, i) => ({
    id,
    label,
    description: means,
    rule: parseRule(undated === undefined ? `${id}_date is known` : { any: [`${id}_date is known`, undated] }),
    line: row(["states", i])
  }));
  const scheme = {
    id: value.scheme,
    family: value.scheme,
    familyLabel: value.label,
    label: value.label,
    question: value.question,
    thresholds: value.thresholds.map((t, i) => ({ ...t, value: t.default, line: row(["thresholds", i]) })),
    // Who has come far has come past all before: the furthest is asked first.
    groups: groups.reverse(),
    file: FILE
  };
  return { states, scheme, since: value.since };
}

/** The states as `states.yaml` beside a firm's data has them: only what changes is said. Faults are added to `issues`. */
export async function customiseStates(builtIn: States, folder: Folder, issues: Issue[]): Promise<States> {
  const read = await maybeOwn(folder, own, FILE, "definition", issues);
  if (!read) return builtIn;
  const { value, row } = read;
  const since = value.since ?? builtIn.since;
  checkIds("states", value.states ?? [], builtIn.states);
  checkIds("thresholds", value.thresholds ?? [], builtIn.scheme.thresholds);
  const states = builtIn.states.map((known) => {
    const said = value.states?.find(({ id }) => id === known.id);
    return {
      ...known,
      label: said?.label ?? known.label,
      means: said?.means ?? known.means,
      work: said?.work ?? known.work,
      since: said?.since ?? (said?.label ? since : known.since),
      evidence: said?.evidence ?? known.evidence,
      windowDays: said?.windowDays ?? known.windowDays
    };
  });
  const { scheme } = builtIn;
  const thresholds = scheme.thresholds.map((known) => {
    const said = value.thresholds?.find(({ id }) => id === known.id)?.default;
    return said === undefined ? known : { ...known, default: said, value: said };
  });
  const groups = scheme.groups.map((group) => {
    const { label, means } = states.find(({ id }) => id === group.id) as State;
    return { ...group, label, description: means };
  });
  const label = value.label ?? scheme.label;
  const question = value.question ?? scheme.question;
  return { states, since, scheme: { ...scheme, label, familyLabel: label, question, thresholds, groups } };

  function checkIds(key: string, said: readonly { id: string }[], known: readonly { id: string }[]): void {
    const ids = known.map(({ id }) => id);
    for (const [i, { id }] of said.entries())
      if (!ids.includes(id))
        issues.push({
          code: "definition",
          file: FILE,
          row: row([key, i, "id"]),
          column: `${key} → ${i} → id`,
          got: id,
          detail: { expected: oneOf(ids, id) }
        });
  }
}

/** The states under the names that their scheme gives them, where a firm has a scheme of its own in its place. */
export function renameStates({ states, scheme, since }: States, schemes: readonly Scheme[]): States {
  const groups = schemes.find(({ id }) => id === scheme.id)?.groups ?? [];
  const renamed = states.map((known) => {
    const label = groups.find(({ id }) => id === known.id)?.label ?? known.label;
    const same = label.vi === known.label.vi && label.en === known.label.en;
    return same ? known : { ...known, label, since };
  });
  return { states: renamed, scheme, since };
}

/** The value of a threshold of the states, as the firm has it. Throws for one that there isn't. */
export function stateThreshold({ scheme }: States, schemes: readonly Scheme[], id: string): number {
  const known = schemes.find((s) => s.id === scheme.id)?.thresholds ?? [];
  const found: Threshold | undefined = [...known, ...scheme.thresholds].find((t) => t.id === id);
  if (!found) throw new Error(`unknown threshold: ${id}`);
  return found.value;
}

/** What a state's day of entry is called. */
export function sinceLabel({ label, since }: State): Bilingual {
  const say = (lang: "vi" | "en") =>
    since[lang].includes("{state}") ? fill<string>(since[lang], { state: lowerFirst(label[lang]) }) : since[lang];
  return { vi: say("vi"), en: say("en") };
}

/** In the middle of a sentence; a name all in capitals stays. */
function lowerFirst(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
