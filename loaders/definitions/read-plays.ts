import { z } from "zod";
import { LANGS, type Lang } from "../../src/terms/lang.js";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { parseYaml } from "../issues/yaml.js";
import { NUMBERS } from "./numbers.js";
import { AUDIENCES, PLAY_FIELDS, type Play, parsePlayCondition, WORTHS } from "./play.js";
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
const plays = z.record(z.string(), z.array(play).min(1));

/** What playbooks are made from: a template per group and language, and the plays of each group. */
export interface Sources {
  templates: ReadonlyMap<string, Template>;
  plays: ReadonlyMap<string, readonly Play[]>;
}

export function templateKey(lang: Lang, scheme: string, group: string): string {
  return `${lang}/${scheme}/${group}`;
}

const GENERIC = "generic";

/**
 * Reads templates and plays, the firm's own (`templates/`, `plays/` beside its data) before the built-in ones.
 * A group nobody wrote for gets the generic template and plays. Throws every issue at once.
 */
export async function readSources(folder: Folder, definitions: Folder, schemes: readonly Scheme[]): Promise<Sources> {
  const issues: Issue[] = [];
  const templates = new Map<string, Template>();
  const found = new Map<string, readonly Play[]>();
  const genericPlays = await readPlays(definitions, `plays/${GENERIC}.yaml`, issues);
  for (const scheme of schemes) {
    const own = await readPlays(folder, `plays/${scheme.id}.yaml`, issues);
    const builtIn = await readPlays(definitions, `plays/${scheme.id}.yaml`, issues);
    for (const group of scheme.groups) {
      found.set(
        `${scheme.id}/${group.id}`,
        own?.get(group.id) ?? builtIn?.get(group.id) ?? genericPlays?.get(GENERIC) ?? []
      );
      for (const lang of LANGS) {
        const key = templateKey(lang, scheme.id, group.id);
        const name = `templates/${key}.md`;
        const text =
          (await readText(folder, name)) ??
          (await readText(definitions, name)) ??
          (await readText(definitions, `templates/${lang}/${GENERIC}.md`)) ??
          "";
        const template = parseTemplate(text, name);
        if (Array.isArray(template)) issues.push(...template);
        else templates.set(key, template);
      }
    }
  }
  if (issues.length > 0) throw new IssuesError(issues);
  return { templates, plays: found };
}

async function readPlays(folder: Folder, path: string, issues: Issue[]): Promise<Map<string, Play[]> | undefined> {
  const source = await readText(folder, path);
  if (source === undefined) return undefined;
  const { document, row, issues: faults } = parseYaml(source, path, "template");
  issues.push(...faults);
  if (faults.length > 0) return undefined;
  const parsed = plays.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      issues.push({
        code: "template",
        file: path,
        row: row(issue.path),
        column: issue.path.join(" → "),
        detail: { expected: issue.message }
      });
    return undefined;
  }
  const ids = new Set(NUMBERS.map((n) => n.id));
  return new Map(
    Object.entries(parsed.data).map(([group, list]) => [
      group,
      list.map((p, i) => ({
        ...p,
        file: path,
        line: row([group, i]) ?? 1,
        words: { vi: p.vi, en: p.en },
        when: (p.when ?? []).flatMap((text, j) => {
          const condition = parsePlayCondition(text);
          if (condition && ids.has(condition.number) && (!condition.of || ids.has(condition.of.number)))
            return [condition];
          issues.push({
            code: "template",
            file: path,
            row: row([group, i, "when", j]),
            column: `${group} → ${p.id} → when`,
            got: text,
            detail: { expected: "number >= 0.2 | number > 1.2 * all.number" }
          });
          return [];
        })
      }))
    ])
  );
}
