import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { Issue } from "../issues/issue.js";
import type { NumberSet } from "./numbers.js";

const front = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1).max(240),
  goal: z.string().min(1),
  kpi: z.strictObject({
    number: z.string(),
    direction: z.enum(["up", "down"]),
    change: z.number(),
    why: z.string()
  }),
  next: z.string(),
  next_sign: z.string(),
  stale_after_days: z.int().positive()
});

/** A playbook template: what stands before the text, and the Liquid text below it. */
export interface Template extends z.infer<typeof front> {
  body: string;
  file: string;
  /** Lines of the file above the body, for errors that name a line. */
  bodyLine: number;
  /** Line of each key of the front matter. */
  keyLines: Readonly<Record<string, number>>;
}

/** Splits front matter from text and checks it; every problem names file and line. */
export function parseTemplate(source: string, file: string, numbers: NumberSet): Template | Issue[] {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source);
  if (!match)
    return [
      {
        code: "template",
        file,
        row: 1,
        detail: { expected: "--- title, summary, goal, kpi, next, next_sign, stale_after_days ---" }
      }
    ];
  let yaml: unknown;
  try {
    yaml = parseYaml(match[1] ?? "");
  } catch (error) {
    const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 1;
    return [{ code: "template", file, row: line + 1, detail: { expected: "YAML" } }];
  }
  const parsed = front.safeParse(yaml);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => {
      const key = String(issue.path[0] ?? "");
      const line = (match[1] ?? "").split("\n").findIndex((l) => l.startsWith(`${key}:`));
      return {
        code: "template",
        file,
        row: line < 0 ? 1 : line + 2,
        column: issue.path.join(" → "),
        detail: { expected: issue.message }
      };
    });
  const lines = keyLines(match[1] ?? "");
  const { number } = parsed.data.kpi;
  if (!numbers.has(number))
    return [
      {
        code: "template",
        file,
        row: lines.kpi ?? 1,
        column: "kpi → number",
        got: number,
        detail: { expected: [...numbers.keys()].join(", ") }
      }
    ];
  return {
    ...parsed.data,
    body: source.slice(match[0].length),
    file,
    bodyLine: match[0].split("\n").length - 1,
    keyLines: lines
  };
}

function keyLines(front: string): Record<string, number> {
  return Object.fromEntries(
    front.split("\n").flatMap((line, i) => (/^[a-z_]+:/.test(line) ? [[line.slice(0, line.indexOf(":")), i + 2]] : []))
  );
}
