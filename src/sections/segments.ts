import { html } from "htl";
import { crosstab } from "../charts/crosstab.js";
import { groupLook, groupLooks, portrait, schemeOf } from "../charts/group.js";
import { groupCards } from "../charts/group-card.js";
import { lackingOfScheme } from "../charts/lacking.js";
import { migration } from "../charts/migration.js";
import { profile } from "../charts/profile.js";
import { rests } from "../charts/rests.js";
import { type Measure, sizes } from "../charts/sizes.js";
import { thresholds } from "../charts/thresholds.js";
import { trend } from "../charts/trend.js";
import { keep } from "../controls/control.js";
import { live } from "../controls/live.js";
import { pickGroup, pickOther, pickScheme } from "../controls/pickers.js";
import { radios } from "../controls/radios.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import type { Published } from "./published.js";
import { row, type SectionOptions } from "./section.js";

/** Everybody in groups, by the scheme that is picked: how many, how it changed, who they are, by which rule. */
export function segments(
  published: Pick<Published, "study" | "definitions" | "segments" | "trend" | "crosstab" | "migration">,
  { f, choices, links }: SectionOptions
) {
  const { definitions, study } = published;
  const w = speak(CHARTS, f.lang);
  const scheme = keep(pickScheme(definitions, f.lang), choices, "scheme");
  const group = keep(pickGroup(scheme, definitions, f.lang), choices, "group");
  const other = keep(pickOther(scheme, definitions, f.lang), choices, "against");
  const measure = keep(
    radios(
      [
        { value: "customers", label: w.people },
        { value: "revenue", label: w.revenue },
        { value: "profit", label: w.profit }
      ],
      { label: w.orderBy }
    ),
    choices,
    "measure"
  );
  const show = keep(
    radios(
      [
        { value: "share", label: w.shareOfPeople },
        { value: "customers", label: w.people }
      ],
      { label: w.show }
    ),
    choices,
    "show"
  );
  const span = keep(
    radios(
      [
        { value: "12", label: w.months12 },
        { value: "3", label: w.months3 }
      ],
      { label: w.span }
    ),
    choices,
    "span"
  );
  /** What charts of the picked scheme and group have in common. */
  const picked = (width: number) => ({
    scheme: schemeOf(definitions, scheme.value),
    chosen: group.value,
    minimum: study.minimumGroup,
    f,
    width
  });
  const portrayed = (width: number) => {
    const own = schemeOf(definitions, scheme.value);
    const mine = portrait(published.segments, own, group.value);
    const everybody = published.segments.find((d) => d.scheme === "all");
    if (!mine || !everybody) return document.createDocumentFragment();
    const { label, colour } = groupLook(groupLooks(own, f.lang), mine.group, f.lang);
    return profile(mine, everybody, { numbers: definitions.numbers, name: label, colour, f, width });
  };
  return {
    choose: row(scheme, group, measure),
    question: live(
      () => html`<p class="lede said"><strong>${schemeOf(definitions, scheme.value).question[f.lang]}</strong></p>`,
      [scheme]
    ),
    sizes: live(
      (width) =>
        sizes(published.segments, { ...picked(width), measure: measure.value as Measure, asOf: study.asOfDate }),
      [scheme, group, measure]
    ),
    rests: live(() => rests(schemeOf(definitions, scheme.value), f.lang), [scheme]),
    lacking: live(() => lackingOfScheme(schemeOf(definitions, scheme.value), f.lang), [scheme]),
    trend: html`<div>${row(show)}${live(
      (width) => trend(published.trend, { ...picked(width), show: show.value as "share" | "customers" }),
      [scheme, group, show]
    )}</div>`,
    profile: live(portrayed, [scheme, group]),
    crosstab: html`<div>${row(other)}${live(
      (width) => crosstab(published.crosstab, { ...picked(width), other: schemeOf(definitions, other.value) }),
      [scheme, group, other]
    )}</div>`,
    migration: html`<div>${row(span)}${live(
      (width) => migration(published.migration, { ...picked(width), span: span.value as "3" | "12" }),
      [scheme, group, span]
    )}</div>`,
    groups: live(() => groupCards(published.segments, { ...picked(0), links }), [scheme, group]),
    thresholds: live(() => thresholds(schemeOf(definitions, scheme.value), { f }), [scheme])
  };
}
