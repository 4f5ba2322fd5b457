import { Liquid, type LiquidError } from "liquidjs";
import { type Formats, formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import { speak } from "../../src/terms/words.js";
import { PLAYBOOK } from "../../src/words/playbook.js";
import type { Issue } from "../issues/issue.js";
import { commonRange, digitRange, highestDigit, lowestDigit } from "./digits.js";

/** What no template of a playbook comes near, and a loop without end runs into. */
const LIMITS = { letters: 500_000, milliseconds: 5_000, memory: 2_000_000, output: 500_000 };

/** Tags that take in other files: a template is one file. */
const FOREIGN_TAGS = ["include", "layout", "render", "block"];

/** A Liquid engine of one language: strict, without access to files or prototypes, 0 and nothing count as false. */
export function makeLiquid(lang: Lang, currency: string): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    jsTruthy: true,
    relativeReference: false,
    templates: {},
    parseLimit: LIMITS.letters,
    renderLimit: LIMITS.milliseconds,
    memoryLimit: LIMITS.memory
  });
  for (const tag of FOREIGN_TAGS) delete liquid.tags[tag];
  const { none, and } = speak(PLAYBOOK, lang);
  const f: Formats = formats(lang, currency);
  const filter = (name: string, show: (value: number) => string) =>
    liquid.registerFilter(name, (value: unknown) =>
      typeof value === "number" && Number.isFinite(value) ? show(value) : none
    );
  filter("number", (v) => f.number(v));
  filter("money", (v) => f.money(v));
  filter("percent", (v) => f.percent(v));
  filter("days", (v) => f.days(v));
  filter("decimal", (v) => f.number(v, 1));
  const ofCodes = (name: string, show: (codes: readonly unknown[], place: number) => string) =>
    liquid.registerFilter(name, (codes: unknown, place: unknown) =>
      Array.isArray(codes) ? show(codes, Number(place)) : ""
    );
  ofCodes("digits", digitRange);
  ofCodes("most_digits", commonRange);
  ofCodes("lowest_digit", lowestDigit);
  ofCodes("highest_digit", highestDigit);
  liquid.registerFilter("among", (listed: unknown, ...named: unknown[]) =>
    named.filter((value) => Array.isArray(listed) && listed.includes(value))
  );
  liquid.registerFilter("sentence", (values: unknown) =>
    Array.isArray(values) ? [values.slice(0, -1).join(", "), values.at(-1)].filter(Boolean).join(and) : ""
  );
  liquid.registerFilter("times", (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number" && b !== 0 ? f.times(a / b) : none
  );
  return liquid;
}

/** Renders a text; a mistake in it comes back as an issue with file and line. */
export function renderLiquid(
  liquid: Liquid,
  text: string,
  context: object,
  place: { file: string; line: number; column?: string | undefined }
): string | Issue {
  try {
    const rendered = liquid.parseAndRenderSync(text, context);
    if (rendered.length > LIMITS.output) throw new Error(`output over ${LIMITS.output} letters`);
    return rendered;
  } catch (error) {
    const line = Number(/line:(\d+)/.exec((error as LiquidError).message)?.[1] ?? 1);
    const message = (error as LiquidError).message.split("\n")[0]?.replace(/, line:.*$/, "") ?? "";
    return {
      code: "template",
      file: place.file,
      row: place.line + line,
      column: place.column,
      got: message,
      detail: {
        expected: "Liquid: group.…, all.…, firm.…, scheme.…, next.…, number | money | percent | days | decimal | times"
      }
    };
  }
}
