import { z } from "zod";
import { LANGS, type Lang } from "../../src/terms/lang.js";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { checkFormula, type Vocabulary } from "./check-formula.js";
import { type Formula, parseFormula } from "./formula.js";
import { maybeOwn } from "./maybe-own.js";
import type { NumberSet } from "./numbers.js";
import { AUDIENCES, PLAY_FIELDS, type Play, WORTHS } from "./play.js";
import { readFormula } from "./read-formula.js";
import type { Scheme } from "./scheme.js";
import { parseTemplate, type Template } from "./template.js";

const words = z.strictObject(
  Object.fromEntries(PLAY_FIELDS.map((f) => [f, z.string().min(1)])) as Record<
    (typeof PLAY_FIELDS)[number],
    z.ZodString
  >
);
const play = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  audience: z.enum(AUDIENCES),
  response: z.number().min(0).max(1),
  worth: z.enum(WORTHS),
  when: z.array(z.string()).optional(),
  vi: words,
  en: words
});
/** The plays of a scheme's groups, as their file says them. */
export const playsSchema = z.record(z.string(), z.array(play).min(1));

/** What playbooks are made from: a template per group and language, and the plays of each group. */
export interface Sources {
  /** By `templateKey`. */
  templates: ReadonlyMap<string, Template>;
  /** By `scheme/group`. */
  plays: ReadonlyMap<string, readonly Play[]>;
}

export function templateKey(lang: Lang, scheme: string, group: string): string {
  return `${lang}/${scheme}/${group}`;
}

/** Stands for every group that nobody wrote for. */
const GENERIC = "generic";

/** Reads the built-in templates and plays of these schemes, and the generic ones. Throws every issue at once. */
export async function readSources(folder: Folder, schemes: readonly Scheme[], numbers: NumberSet): Promise<Sources> {
  const issues: Issue[] = [];
  const [templates, plays] = await readAll(folder, schemes, numbers, issues);
  for (const lang of LANGS) {
    const name = `templates/${lang}/${GENERIC}.md`;
    const generic = parseTemplate((await readText(folder, name)) ?? "", name, numbers);
    if (Array.isArray(generic)) issues.push(...generic);
    else templates.set(`${lang}/${GENERIC}`, generic);
  }
  const generic = await readPlays(folder, `plays/${GENERIC}.yaml`, numbers, issues);
  plays.set(GENERIC, generic?.get(GENERIC) ?? []);
  if (issues.length > 0) throw new IssuesError(issues);
  return { templates, plays };
}

/**
 * What a firm's playbooks are made from: its own `templates/` and `plays/` before the built-in ones; a group nobody
 * wrote for gets the generic ones. What is wrong with its own is added to `issues`.
 */
export async function customiseSources(
  builtIn: Sources,
  folder: Folder,
  schemes: readonly Scheme[],
  numbers: NumberSet,
  issues: Issue[]
): Promise<Sources> {
  const [templates, plays] = await readAll(folder, schemes, numbers, issues);
  for (const scheme of schemes)
    for (const group of scheme.groups) {
      const key = `${scheme.id}/${group.id}`;
      plays.set(key, plays.get(key) ?? builtIn.plays.get(key) ?? builtIn.plays.get(GENERIC) ?? []);
      for (const lang of LANGS) {
        const own = templateKey(lang, scheme.id, group.id);
        const found = templates.get(own) ?? builtIn.templates.get(own) ?? builtIn.templates.get(`${lang}/${GENERIC}`);
        if (found) templates.set(own, found);
      }
    }
  return { templates, plays };
}

/** The templates and plays that a folder has for these schemes; the maps may be written to. */
async function readAll(
  folder: Folder,
  schemes: readonly Scheme[],
  numbers: NumberSet,
  issues: Issue[]
): Promise<[Map<string, Template>, Map<string, readonly Play[]>]> {
  const templates = new Map<string, Template>();
  const plays = new Map<string, readonly Play[]>();
  for (const scheme of schemes) {
    const found = await readPlays(folder, `plays/${scheme.id}.yaml`, numbers, issues);
    for (const group of scheme.groups) {
      const list = found?.get(group.id);
      if (list) plays.set(`${scheme.id}/${group.id}`, list);
      for (const lang of LANGS) {
        const key = templateKey(lang, scheme.id, group.id);
        const source = await readText(folder, `templates/${key}.md`);
        if (source === undefined) continue;
        const template = parseTemplate(source, `templates/${key}.md`, numbers);
        if (Array.isArray(template)) issues.push(...template);
        else templates.set(key, template);
      }
    }
  }
  return [templates, plays];
}

async function readPlays(
  folder: Folder,
  path: string,
  numbers: NumberSet,
  issues: Issue[]
): Promise<Map<string, Play[]> | undefined> {
  const read = await maybeOwn(folder, playsSchema, path, "template", issues);
  if (!read) return undefined;
  const { value, row } = read;
  const vocabulary = vocabularyOf(numbers);
  return new Map(
    Object.entries(value).map(([group, list]) => [
      group,
      list.map((p, i) => ({
        ...p,
        file: path,
        line: row([group, i]) ?? 1,
        words: { vi: p.vi, en: p.en },
        when: (p.when ?? []).flatMap((text, j): Formula[] => {
          const where = {
            code: "template" as const,
            file: path,
            row: row([group, i, "when", j]),
            column: `${group} → ${p.id} → when`
          };
          const condition = readFormula(parseFormula, text, where, issues);
          if (!condition) return [];
          const faults = checkFormula(condition, vocabulary, "condition");
          issues.push(...faults.map(({ got, expected }) => ({ ...where, got, detail: { expected } })));
          return [condition];
        })
      }))
    ])
  );
}

/** What conditions of plays may name: numbers of the group itself and those of everybody. */
function vocabularyOf(numbers: NumberSet): Vocabulary {
  return {
    names: new Map([...numbers.keys()].map((id) => [id, "number"])),
    prefixes: ["group", "all"],
    functions: ["min", "max", "coalesce", "if"]
  };
}
