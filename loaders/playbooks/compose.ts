import { escapeText } from "../../src/terms/escape.js";
import { formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import { LANGS } from "../../src/terms/lang.js";
import { speak } from "../../src/terms/words.js";
import { PLAYBOOK } from "../../src/words/playbook.js";
import { describeRule } from "../definitions/describe-rule.js";
import type { NumberSet, Numbers } from "../definitions/numbers.js";
import { PLAY_FIELDS, type Play, type PlayField } from "../definitions/play.js";
import type { Definitions } from "../definitions/read.js";
import { templateKey } from "../definitions/read-plays.js";
import type { Scheme } from "../definitions/scheme.js";
import { daysBefore } from "../features/calendar.js";
import { sourceResolver } from "../features/sources.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import type { Segments } from "../segments/compute.js";
import type { Summaries, Summary } from "../segments/summaries.js";
import type { Texts } from "../segments/texts.js";
import type { FirmWords } from "../tables/firm.js";
import { type Choice, choosePlays } from "./choose.js";
import { makeLiquid, renderLiquid } from "./liquid.js";
import { listValues, thresholdValues } from "./rule-values.js";

/** A play as a reader sees it. */
export interface ComposedPlay {
  id: string;
  words: Record<PlayField, string>;
  people: number | null;
  value: number | null;
  /** How the value came about, in words; empty where it can't be told. */
  worth: string;
}

/** A playbook of one group in one language: texts are Markdown with every word from data already inert. */
export interface Playbook {
  scheme: Scheme;
  group: string;
  lang: Lang;
  label: string;
  title: string;
  summary: string;
  goal: string;
  sign: string;
  rule: string;
  customers: number | null;
  withheld: boolean;
  staleDate: string;
  /** The text of the template with `NUMBERS_MARK`, `KPI_MARK` and `PLAYS_MARK` where the parts belong. */
  body: string;
  numbers: { label: string; group: string; all: string }[];
  facts: { label: string; value: string }[];
  kpi: { label: string; now: string; target: string; why: string };
  plays: ComposedPlay[];
  notNow: string[];
}

export const MARKS = { numbers: "\u0001numbers\u0001", kpi: "\u0001kpi\u0001", plays: "\u0001plays\u0001" } as const;

/** Numbers that every playbook shows; more are added where the group stands out. */
const ALWAYS = ["customers", "revenue", "profit"];
const STANDING_OUT = [
  "revenue_per_customer",
  "average_order_value",
  "orders_per_customer",
  "repeat_share",
  "recency_days",
  "usual_gap_days",
  "discount_share",
  "return_share",
  "complaint_share",
  "rating_average",
  "lost_share",
  "untouched_share",
  "touches_recent",
  "referral_share",
  "group_share",
  "categories_per_customer",
  "consent_share",
  "cost_to_serve",
  "unbought_share",
  "new_share"
];
const SHOWN = 6;

/** By then a KPI should have moved as far as its template wants. */
export const KPI_DAYS = 90;

/** Who the playbooks are for. */
export type Firm = FirmWords;

/** Writes one playbook per group of every scheme and language. Every mistake in a template is reported, all at once. */
export function composePlaybooks(
  { schemes, sources, numbers, features, origins }: Definitions,
  summaries: Summaries,
  firm: Firm,
  found: Segments["found"]
): Playbook[] {
  const issues: Issue[] = [];
  const playbooks: Playbook[] = [];
  const resolveSource = sourceResolver(origins);
  for (const lang of LANGS) {
    const liquid = makeLiquid(lang, firm.currency);
    for (const scheme of schemes)
      for (const group of scheme.groups) {
        const summary = summaries.groups.find((s) => s.scheme === scheme.id && s.group === group.id);
        const template = sources.templates.get(templateKey(lang, scheme.id, group.id));
        if (!summary || !template) continue;
        const all = summaries.everybody.numbers;
        const choice = choosePlays(sources.plays.get(`${scheme.id}/${group.id}`) ?? [], summary.numbers, all);
        const next = scheme.groups.find((g) => g.id === template.next) ?? group;
        const texts = readable(summary.texts, schemes, resolveSource, lang);
        const rule = describeRule(features, scheme, group.id, lang, firm.currency, found);
        const context = {
          group: {
            ...valuesOf(summary, texts),
            label: group.label[lang],
            description: group.description[lang],
            rule: escapeText(rule),
            listed: listValues(group.rule, features)
          },
          all: valuesOf(summaries.everybody, summaries.everybody.texts),
          firm: { name: escapeText(firm.name[lang]), currency: firm.currency, as_of: formats(lang).date(firm.asOf) },
          scheme: {
            label: scheme.label[lang],
            question: scheme.question[lang],
            thresholds: thresholdValues(scheme, found)
          },
          next: { label: next.label[lang], listed: listValues(next.rule, features) },
          parts: MARKS
        };
        const render = (text: string, place: { file: string; line: number; column?: string }): string => {
          const result = renderLiquid(liquid, text, context, place);
          if (typeof result === "string") return result;
          issues.push(result);
          return "";
        };
        const body = render(template.body, { file: template.file, line: template.bodyLine });
        for (const mark of Object.values(MARKS))
          if (body && body.split(mark).length !== 2)
            issues.push({
              code: "template",
              file: template.file,
              got: `parts.${mark.replaceAll("\u0001", "")}`,
              detail: { expected: "{{ parts.numbers }}, {{ parts.kpi }}, {{ parts.plays }}, each once" }
            });
        const front = (key: string, text: string) =>
          render(text, { file: template.file, line: (template.keyLines[key] ?? 1) - 1, column: key });
        playbooks.push({
          scheme,
          group: group.id,
          lang,
          label: group.label[lang],
          title: front("title", template.title),
          summary: front("summary", template.summary),
          goal: front("goal", template.goal),
          sign: front("next_sign", template.next_sign),
          rule,
          customers: summary.numbers.customers ?? null,
          withheld: summary.withheld,
          staleDate: daysBefore(firm.asOf, -template.stale_after_days),
          body,
          numbers: standingOut(numbers, summary.numbers, all, lang, firm.currency),
          facts: facts(texts, lang),
          kpi: composeKpi(numbers, template.kpi, summary.numbers, lang, firm.currency),
          plays: composePlays(choice, lang, firm.currency, (text, play, column) =>
            render(text, { file: play.file, line: play.line - 1, column })
          ),
          notNow: choice.notNow.map((r) => r.play.words[lang].name)
        });
      }
  }
  if (issues.length > 0) throw new IssuesError(issues);
  return playbooks;
}

function valuesOf({ numbers }: Summary, texts: Texts): Record<string, number | string | null> {
  return { ...numbers, ...texts };
}

/** Texts from data, made inert; sources and channels by the names people know them under. */
function readable(
  texts: Texts,
  schemes: readonly Scheme[],
  resolveSource: (source: string) => string,
  lang: Lang
): Texts {
  const sources = schemes.find((s) => s.id === "source")?.groups ?? [];
  const named = (id: string, text: string) =>
    id === "main_source" || id === "main_channel"
      ? (sources.find((g) => g.id === resolveSource(text))?.label[lang] ?? text)
      : text;
  return Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [id, text === null ? null : escapeText(named(id, text))])
  ) as Texts;
}

/** The numbers that always count, then those in which the group differs most from everybody. */
function standingOut(
  numbers: NumberSet,
  group: Numbers,
  all: Numbers,
  lang: Lang,
  currency: string
): Playbook["numbers"] {
  const f = formats(lang, currency);
  const difference = (id: string) => {
    const [a, b] = [group[id] ?? null, all[id] ?? null];
    return a === null || b === null || b === 0 ? -1 : Math.abs(Math.log(Math.max(a, b * 0.01) / b));
  };
  const more = STANDING_OUT.filter((id) => difference(id) >= 0)
    .sort((a, b) => difference(b) - difference(a))
    .slice(0, SHOWN);
  return [...ALWAYS, ...more].flatMap((id) => {
    const number = numbers.get(id);
    if (!number || group[id] === null || group[id] === undefined) return [];
    const share = id === "customers" ? "customer_share" : `${id}_share`;
    const part = ALWAYS.includes(id) && group[share] != null ? ` (${f.percent(group[share] ?? null)})` : "";
    return [
      {
        label: number.label[lang],
        group: f.unit(group[id] ?? null, number.unit) + part,
        all: f.unit(all[id] ?? null, number.unit)
      }
    ];
  });
}

function facts(texts: Texts, lang: Lang): Playbook["facts"] {
  const w = speak(PLAYBOOK, lang);
  const labels: [keyof Texts, string][] = [
    ["main_source", w.sourceIs],
    ["main_channel", w.channelIs],
    ["main_region", w.regionIs],
    ["main_product", w.productIs],
    ["next_category", w.nextIs],
    ["complaint_subject", w.complaintIs]
  ];
  return labels.flatMap(([id, label]) => (texts[id] === null ? [] : [{ label, value: texts[id] }]));
}

/** The KPI now and where it should stand after `KPI_DAYS`; shares stay within 0 and 1. */
function composeKpi(
  numbers: NumberSet,
  kpi: { number: string; direction: "up" | "down"; change: number; why: string },
  group: Numbers,
  lang: Lang,
  currency: string
): Playbook["kpi"] {
  const f = formats(lang, currency);
  const number = numbers.get(kpi.number);
  const now = group[kpi.number] ?? null;
  const step = Math.abs(kpi.change) * (kpi.direction === "up" ? 1 : -1);
  const aimed =
    now === null ? null : number?.unit === "share" ? Math.min(1, Math.max(0, now * (1 + step))) : now * (1 + step);
  const show = (value: number | null) => f.unit(value, number?.unit ?? "count");
  return {
    label: number?.label[lang] ?? kpi.number,
    now: show(now),
    target: now === null ? `${step > 0 ? "+" : "−"}${f.percent(Math.abs(step))}` : show(aimed),
    why: kpi.why
  };
}

function composePlays(
  { chosen }: Choice,
  lang: Lang,
  currency: string,
  render: (text: string, play: Play, column: string) => string
): ComposedPlay[] {
  const f = formats(lang, currency);
  const w = speak(PLAYBOOK, lang);
  return chosen.map(({ play, people, worth, value }) => ({
    id: play.id,
    words: Object.fromEntries(
      PLAY_FIELDS.map((field) => [field, render(play.words[lang][field], play, `${play.id} → ${lang} → ${field}`)])
    ) as Record<PlayField, string>,
    people,
    value,
    worth:
      value === null || people === null || worth === null
        ? ""
        : `${f.number(people)} ${w.people} × ${f.percent(play.response)} ${w.acts} × ${f.money(worth)} = ${f.money(value)}`
  }));
}
