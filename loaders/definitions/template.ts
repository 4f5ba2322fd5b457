import { z } from "zod";
import type { Issue } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { readYaml } from "../issues/read-yaml.js";
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
  const read = readYaml(front, `---\n${match[1]}\n`, file, "template");
  // A key that is missing has no line; its front matter has.
  if (Array.isArray(read)) return read.map((issue) => ({ ...issue, row: issue.row ?? 1 }));
  const { value, row } = read;
  const { number } = value.kpi;
  if (!numbers.has(number))
    return [
      {
        code: "template",
        file,
        row: row(["kpi", "number"]),
        column: "kpi → number",
        got: number,
        detail: { expected: oneOf(numbers.keys(), number) }
      }
    ];
  return {
    ...value,
    body: source.slice(match[0].length),
    file,
    bodyLine: match[0].split("\n").length - 1,
    keyLines: Object.fromEntries(Object.keys(value).map((key) => [key, row([key]) ?? 1]))
  };
}
