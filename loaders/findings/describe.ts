import { type Formats, formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import { evaluate } from "../definitions/evaluate.js";
import type { FindingDefinition, NameForm, NumberForm, Part } from "../definitions/findings.js";
import type { Definitions } from "../definitions/read.js";
import type { Finding, RawFinding } from "./finding.js";

/** Puts findings into words, in both languages, with the numbers inside the sentences. */
export function describeFindings(
  findings: readonly RawFinding[],
  definitions: Definitions,
  currency: string
): Finding[] {
  return findings.map((finding) => {
    const { headline, detail, page, evidence } = definitions.findings[finding.kind];
    const numbers: Readonly<Record<string, number | null>> = finding.numbers;
    const say = (parts: readonly Part[]): Bilingual => ({
      vi: describe(parts, finding, definitions, formats("vi", currency)),
      en: describe(parts, finding, definitions, formats("en", currency))
    });
    return {
      id: finding.id,
      kind: finding.kind,
      headline: say(headline),
      detail: say(detail),
      page,
      evidence: evidence.flatMap(({ number, label, unit }: Evidence) => {
        const value = numbers[number] ?? null;
        return value === null ? [] : [{ label, value, unit }];
      }),
      strength: finding.strength
    };
  });
}

type Evidence = FindingDefinition["evidence"][number];

/** The parts of a sentence whose condition holds, with the numbers and names of the finding, and the limits. */
function describe(parts: readonly Part[], finding: RawFinding, definitions: Definitions, f: Formats): string {
  const known = definitions.findings[finding.kind];
  const numbers = new Map<string, number | null>(Object.entries(finding.numbers));
  const names = new Map<string, string>(Object.entries(finding.about));
  const words = new Map([
    ...Object.entries(known.limits).map(([id, { value }]): [string, string] => [id, f.number(value, 2)]),
    ...[...numbers].map(([id, value]): [string, string] => [id, NUMBERS[formOf(known.numbers, id)](value, f)]),
    ...[...names].map(([id, name]): [string, string] => [id, nameIn(definitions, formOf(known.names, id), name, f)])
  ]);
  const value = (id: string) => numbers.get(id) ?? (names.get(id) || null);
  return parts
    .filter(({ when }) => !when || evaluate(when, { name: value }) === true)
    .map(({ text }) => text[f.lang].replace(/\{(\w+)\}/g, (_, id: string) => required(words, id)))
    .join("");
}

const NUMBERS: Readonly<Record<NumberForm, (value: number | null, f: Formats) => string>> = {
  number: (value, f) => f.number(value),
  decimal: (value, f) => f.number(value, 1),
  percent: (value, f) => f.percent(value),
  "of-hundred": (value, f) => f.number(value === null ? null : value * 100),
  times: (value, f) => f.times(value),
  days: (value, f) => f.days(value),
  money: (value, f) => f.money(value)
};

/** A name from the data as people know it. */
function nameIn({ schemes, states }: Definitions, form: NameForm, name: string, f: Formats): string {
  const label = (of: readonly { id: string; label: Record<Lang, string> }[]) =>
    of.find(({ id }) => id === name)?.label[f.lang] ?? name;
  if (form === "month") return f.month(name);
  if (form === "state") return label(states);
  return form === "source" ? label(schemes.find((s) => s.id === "source")?.groups ?? []) : name;
}

function formOf<Form>(forms: Readonly<Record<string, Form>>, id: string): Form {
  return required(new Map(Object.entries(forms)), id);
}

function required<T>(values: ReadonlyMap<string, T>, id: string): T {
  const value = values.get(id);
  if (value === undefined) throw new Error(`unknown name in a finding: ${id}`);
  return value;
}
