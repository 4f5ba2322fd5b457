import type { Formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import { type Markup, markup } from "../../src/terms/markup.js";
import { TRUSTED_SHARE } from "../../src/terms/trusted.js";
import { fillFrom, speak } from "../../src/terms/words.js";
import { METHOD, METHOD_INTRO, METHOD_NOTES } from "../../src/words/method.js";
import { MERGES } from "../../src/words/people.js";
import { DUPLICATES, QUALITY } from "../../src/words/quality.js";
import { GRAINS, LEFT } from "../../src/words/understanding.js";
import { describeRule } from "../definitions/describe-rule.js";
import { missingColumn } from "../definitions/feature.js";
import { valuesOf } from "../definitions/limits.js";
import { publishedNumbers } from "../definitions/numbers.js";
import { RESTS } from "../definitions/scheme.js";
import { type Business, type Stage, wantedReason } from "../definitions/stages.js";
import { MOST_IDENTITIES, MOST_NAMES, RULES, type RuleId } from "../people/rules.js";
import type { Study } from "../study.js";
import { AMOUNT_STEPS, DIMENSIONS, LARGE_TIMES, USUAL_GAPS } from "./dimensions.js";

/** The Method page: every definition and threshold, from the definitions themselves. */
export function methodPage(study: Study, lang: Lang, f: Formats): string {
  const notes = speak(METHOD, lang);
  const known = knownTo(study, f);
  const { definitions } = study;
  const paragraphs = (texts: Readonly<Record<string, string>>) =>
    Object.values(texts).map((text) => markup`<p>${fillFrom(text, known)}</p>`);
  const sections = [
    markup`<h1>${notes.title}</h1>`,
    ...paragraphs(speak(METHOD_INTRO, lang)),
    ...Object.values(speak(METHOD_NOTES, lang)).flatMap(({ title, ...texts }) => [
      markup`<h2>${title}</h2>`,
      ...paragraphs(texts)
    ]),
    markup`<h2>${notes.grains}</h2>`,
    table(
      [notes.grain, notes.means],
      Object.entries(speak(GRAINS, lang))
        .filter(([id]) => id !== "row")
        .map(([id, text]) => [markup`<code>${id}</code>`, text])
    ),
    markup`<h2>${notes.merging}</h2>`,
    table(
      [notes.mergeNumber, notes.mergeRule],
      Object.entries(speak(MERGES, lang))
        .map(([id, { label }]) => ({ number: RULES[id as RuleId], label }))
        .sort((a, b) => a.number - b.number)
        .map(({ number, label }) => [String(number), label])
    ),
    markup`<h2>${notes.quality}</h2>`,
    table(
      [notes.side, notes.meaning, notes.good, notes.fair, notes.reason],
      DIMENSIONS.map(({ id, good, fair }) => {
        const { label, meaning, reason } = speak(QUALITY[id], lang);
        const marks = { good: f.percent(good, 1), fair: f.percent(fair, 1) };
        return [label, fillFrom(meaning, known), marks.good, marks.fair, fillFrom(reason, marks)];
      })
    ),
    markup`<h2>${notes.states}</h2>`,
    table(
      [notes.state, notes.entered, notes.window],
      definitions.states.map((s) => [s.label[lang], s.evidence[lang], s.windowDays ? f.days(s.windowDays) : ""])
    ),
    markup`<h2>${notes.schemes}</h2>`,
    ...study.schemes.flatMap((scheme) => schemeSection(study, scheme, lang, f)),
    markup`<h2>${notes.stages}</h2>`,
    table(
      [notes.stage, notes.reached, notes.ready, notes.wanted],
      definitions.business.stages.map((s) => [
        `${s.number}. ${s.label[lang]}`,
        bars(s.reached, definitions.business, lang, f),
        bars(s.ready, definitions.business, lang, f),
        wantedReason(s)[lang]
      ])
    ),
    markup`<h2>${notes.features}</h2>`,
    table(
      [notes.feature, notes.meaning, notes.whenNull, notes.needs],
      [...definitions.features.values()].map((x) => [
        markup`${x.label[lang]} <code>${x.id}</code>`,
        x.meaning[lang],
        x.whenNull[lang],
        markup`${needs(x.needs)}${missingColumn(x, study.tables.columns) && study.features.lacking.has(x.id) ? ` (${notes.off})` : ""}`
      ])
    ),
    markup`<h2>${notes.numbers}</h2>`,
    table(
      [notes.number, notes.meaning],
      publishedNumbers(definitions.numbers).map((n) => [markup`${n.label[lang]} <code>${n.id}</code>`, n.meaning[lang]])
    ),
    table(
      [notes.threshold, notes.value, notes.range, notes.reason],
      [...definitions.numberSources.thresholds.values()].map((t) => [
        markup`${t.label[lang]} <code>${t.id}</code>`,
        f.unit(t.value, t.unit),
        `${f.unit(t.range[0], t.unit)} – ${f.unit(t.range[1], t.unit)}`,
        t.reason[lang]
      ])
    )
  ];
  // A blank line would end the HTML.
  return `<article class="method">\n${sections.join("\n")}\n</article>`.replace(/\n\s*\n/g, "\n");
}

function schemeSection(study: Study, scheme: Study["schemes"][number], lang: Lang, f: Formats): Markup[] {
  const notes = speak(METHOD, lang);
  const rules = scheme.groups.map((g) => [
    g.label[lang],
    g.description[lang],
    describeRule(study.definitions.features, scheme, g.id, lang, study.firm.currency, study.segments.found)
  ]);
  const rests = RESTS.map((r) => [r.label[lang], r.description[lang], ""]);
  const thresholds = scheme.thresholds.map((t) => {
    const show = (x: number) => (t.quantile ? `${notes.percentile} ${f.number(x * 100, 1)}` : f.unit(x, t.unit));
    const found = study.segments.found[`${scheme.id}.${t.id}`] ?? null;
    return [
      markup`${t.label[lang]} <code>${t.id}</code>`,
      show(t.value) + (found === null ? "" : ` = ${f.unit(found, t.unit)}`),
      `${show(t.range[0])} – ${show(t.range[1])}`,
      t.reason[lang]
    ];
  });
  return [
    markup`<h3 id="${scheme.id}">${scheme.label[lang]}</h3>`,
    markup`<p>${scheme.question[lang]}</p>`,
    table([notes.group, notes.who, notes.rule], [...rules, ...rests]),
    ...(thresholds.length > 0 ? [table([notes.threshold, notes.value, notes.range, notes.reason], thresholds)] : [])
  ];
}

function bars(list: Stage["reached"], { numbers }: Business, lang: Lang, f: Formats): string {
  const say = ({ number, good, bar }: Stage["reached"][number]) => {
    const known = numbers.get(number);
    return known ? [`${known.label[lang]} ${good === "high" ? "≥" : "≤"} ${f.unit(bar, known.unit)}`] : [];
  };
  return list.flatMap(say).join("; ");
}

function needs(columns: readonly string[]): Markup[] {
  return columns.map((column, i) => {
    const either = column.split("|").map((id, j) => markup`${j > 0 ? " / " : ""}<code>${id}</code>`);
    return markup`${i > 0 ? ", " : ""}${either}`;
  });
}

/** What the notes name in braces. */
function knownTo({ tables, firm, features, definitions }: Study, f: Formats): Record<string, string | number> {
  const { cohort_people, cohorts, gain_months, eased } = valuesOf(definitions.business.limits);
  return {
    asOf: f.date(tables.asOf),
    from: f.date(tables.from),
    k: firm.minimum,
    months: features.snapshots.length,
    names: MOST_NAMES,
    identities: f.number(MOST_IDENTITIES),
    duplicates: Object.values(speak(DUPLICATES, f.lang)).join("; "),
    left: Object.values(speak(LEFT, f.lang)).join("; "),
    trusted: f.percent(TRUSTED_SHARE),
    people: cohort_people,
    cohorts,
    year: gain_months,
    eased: f.percent(eased),
    full: f.percent(1),
    half: f.percent(0.5),
    gaps: USUAL_GAPS,
    times: LARGE_TIMES,
    within: f.percent(1 / (2 * AMOUNT_STEPS), 0)
  };
}

function table(head: readonly string[], rows: readonly (readonly (string | Markup)[])[]): Markup {
  const body = rows.map(
    (row) =>
      markup`<tr>${row.map((cell, i) => (i === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`))}</tr>`
  );
  return markup`<div class="table-scroll" tabindex="0" role="region" aria-label="${head[0] ?? ""}"><table><thead><tr>${head.map((h) => markup`<th scope="col">${h}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}
