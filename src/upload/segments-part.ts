import { resize } from "observablehq:stdlib";
import { html } from "htl";
import { crosstab } from "../charts/crosstab.js";
import { groupLook, groupLooks, portrait, schemeOf } from "../charts/group.js";
import { groupCards } from "../charts/group-card.js";
import { lackingOfScheme } from "../charts/lacking.js";
import { migration } from "../charts/migration.js";
import { profile } from "../charts/profile.js";
import { type Measure, sizes } from "../charts/sizes.js";
import { thresholds } from "../charts/thresholds.js";
import { trend } from "../charts/trend.js";
import { radios } from "../controls/control.js";
import { live } from "../controls/live.js";
import { pickGroup, pickScheme } from "../controls/pickers.js";
import { words } from "../words/charts.js";
import type { Desk } from "./notebook.js";
import { onVisit } from "./visit.js";

/** Everybody in groups, by the scheme that is chosen: how many, how it changed, who they are, by which rule. */
export function segmentsPart(desk: Desk): HTMLElement {
  const { definitions, f } = desk;
  const scheme = pickScheme(definitions, f.lang);
  const place = html`<div>
    <div class="controls">${scheme}</div>
    ${live([scheme], () => ofScheme(desk, scheme.value))}
  </div>`;
  onVisit(place, ({ scheme: asked }) => {
    if (asked === undefined || !scheme.allowed?.includes(asked)) return;
    scheme.value = asked;
    scheme.dispatchEvent(new Event("input"));
  });
  return place;
}

function ofScheme(desk: Desk, id: string): HTMLElement {
  const { definitions, f, study, segments, address } = desk;
  const w = words(f.lang);
  const scheme = schemeOf(definitions, id);
  const minimum = study.minimumGroup;
  const group = pickGroup(scheme, f.lang);
  const measures = ["customers", "revenue", "profit"] as const;
  const labels = [w.people, w.revenue, w.profit];
  const measure = radios(
    measures.map((value, i) => ({ value, label: labels[i] ?? value })),
    { label: w.orderBy }
  );
  const show = radios(
    [
      { value: "share", label: w.shareOfPeople },
      { value: "customers", label: w.people }
    ],
    { label: w.show }
  );
  const span = radios(
    [
      { value: "12", label: w.months12 },
      { value: "3", label: w.months3 }
    ],
    { label: w.span }
  );
  const other = pickScheme(definitions, f.lang, { without: scheme.id, label: w.otherScheme });
  const drawTrend = () =>
    resize((width) =>
      trend(desk.trend, { scheme, f, width, show: show.value as "share" | "customers", chosen: group.value })
    );
  const drawMigration = () =>
    resize((width) =>
      migration(desk.migration, { scheme, f, width, span: span.value as "3" | "12", chosen: group.value })
    );
  return html`<div>
    <p class="lede said"><strong>${scheme.question[f.lang]}</strong></p>
    <div class="controls">${group}${measure}</div>
    ${live([group, measure], () =>
      resize((width) =>
        sizes(segments, {
          scheme,
          f,
          width,
          minimum,
          measure: measure.value as Measure,
          chosen: group.value,
          asOf: study.asOfDate
        })
      )
    )}
    ${lackingOfScheme(scheme, f.lang)}
    ${desk.early ? "" : html`<div class="controls">${show}</div>${live([group, show], drawTrend)}`}
    ${live([group], () => resize((width) => portrayed(desk, scheme.id, group.value, width)))}
    <div class="controls">${other}</div>
    ${live([group, other], () =>
      resize((width) =>
        crosstab(desk.crosstab, {
          scheme,
          other: schemeOf(definitions, other.value),
          f,
          width,
          minimum,
          chosen: group.value
        })
      )
    )}
    ${desk.early ? "" : html`<div class="controls">${span}</div>${live([group, span], drawMigration)}`}
    ${live([group], () =>
      groupCards(segments, {
        scheme,
        f,
        minimum,
        chosen: group.value,
        playbook: (of, id) => address("playbook", of, id)
      })
    )}
    ${thresholds(scheme, { f })}
  </div>`;
}

function portrayed({ definitions, segments, f }: Desk, id: string, group: string, width: number): Node {
  const scheme = schemeOf(definitions, id);
  const row = portrait(segments, scheme, group);
  const everybody = segments.find((d) => d.scheme === "all");
  if (!row || !everybody) return document.createTextNode("");
  const { label, colour } = groupLook(groupLooks(scheme, f.lang), row.group, f.lang);
  return profile(row, everybody, { numbers: definitions.numbers, name: label, colour, f, width });
}
