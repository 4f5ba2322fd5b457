import { type Formats, formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import { fill, type Spoken, speak } from "../../src/terms/words.js";
import { FORMULA } from "../../src/words/formula.js";
import type { Call, Condition, Formula } from "./formula.js";
import { bindingOf } from "./print.js";

/** What the names of a formula are called, and how its values are written. */
export interface WordsContext {
  lang: Lang;
  currency: string;
  /** A feature, measure or number; one that is not known is told by its own name. */
  name(name: string): { label: Bilingual; unit: Unit } | undefined;
  /** A threshold or constant with its unit. */
  place?(id: string): string | undefined;
  /** What `count()` counts. */
  rows?: Bilingual;
}

type Voice = Spoken<typeof FORMULA>;

const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "!=": "≠", "-": "−", "*": "×", "/": "÷" };

/** A formula for a person: labels for names, signs as in a book, values by the unit of what they are held against. */
export function toWords(formula: Formula, context: WordsContext): string {
  const f = formats(context.lang, context.currency);
  const voice = speak(FORMULA, context.lang);
  const whole = (part: Formula) => toWords(part, context);
  const inside = (part: Formula, least: number) => (bindingOf(part) < least ? `(${whole(part)})` : whole(part));
  switch (formula.kind) {
    case "number":
      return f.number(formula.value, 4);
    case "text":
      return formula.value;
    case "name":
      return context.name(formula.name)?.label[context.lang] ?? formula.name;
    case "place":
      return context.place?.(formula.id) ?? formula.id;
    case "list":
      return formula.values.map((item) => item.value).join(", ");
    case "arithmetic": {
      const binding = bindingOf(formula);
      const sign = SIGNS[formula.operator] ?? formula.operator;
      return `${inside(formula.left, binding)} ${sign} ${inside(formula.right, binding + 1)}`;
    }
    case "condition":
      return conditionWords(formula, context, voice, f);
    case "all":
    case "any":
      return formula.parts.map((part) => bracket(part, whole(part))).join(voice[formula.kind]);
    case "not": {
      const { part } = formula;
      return fill(voice.not, { what: part.kind === "any" ? whole(part) : bracket(part, whole(part)) });
    }
    case "call":
      return callWords(formula, context, voice, whole);
  }
}

/** Several conditions inside another formula stand in brackets. */
function bracket(part: Formula, text: string): string {
  return (part.kind === "all" || part.kind === "any") && part.parts.length > 1 ? `(${text})` : text;
}

function conditionWords({ left, operator, right }: Condition, context: WordsContext, voice: Voice, f: Formats): string {
  const what = toWords(left, context);
  if (!right) return fill(operator === "known" ? voice.known : voice.unknown, { what });
  if (right.kind === "list") return fill(voice.in, { what, list: toWords(right, context) });
  if (right.kind === "text" && operator === "!=") return fill(voice.other, { what, value: right.value });
  const sign = SIGNS[operator] ?? operator;
  if (right.kind !== "number") return `${what} ${sign} ${toWords(right, context)}`;
  const unit = left.kind === "name" ? context.name(left.name)?.unit : undefined;
  if (unit === "flag") return right.value === 1 ? what : `${what} = ${right.value}`;
  return `${what} ${sign} ${f.unit(right.value, unit ?? "count")}`;
}

function callWords(call: Call, context: WordsContext, voice: Voice, whole: (part: Formula) => string): string {
  const what = calledWords(call, context.rows?.[context.lang] ?? "", voice, whole);
  const { months, among } = call.named;
  if (months) return fill(call.name === "before" ? voice.before : voice.months, { what, months: whole(months) });
  return among ? fill(voice.among, { what, condition: whole(among) }) : what;
}

function calledWords({ name, parts }: Call, rows: string, voice: Voice, whole: (part: Formula) => string): string {
  const texts = parts.map(whole);
  const [first = "", second = "", third] = texts;
  switch (name) {
    case "sum":
    case "attribute":
    case "before":
      return first;
    case "first":
    case "last":
    case "score":
    case "round":
    case "total":
    case "median":
      return fill(voice[name], { what: first });
    case "days":
      return fill(voice.days, { from: first, to: second });
    case "quantile":
      return fill(voice.quantile, { what: first, share: second });
    case "coalesce":
      return texts.join(voice.coalesce);
    case "if":
      if (third === undefined) return fill(voice.if, { condition: first, value: second });
      return fill(voice.ifElse, { condition: first, value: second, otherwise: third });
    case "min":
    case "max":
      return fill(voice[name], { list: texts.join("; ") });
    case "count":
      return parts.length > 0 ? fill(voice.countIf, { rows, condition: first }) : fill(voice.count, { rows });
  }
}
