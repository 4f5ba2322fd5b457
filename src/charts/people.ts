import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { html, svg } from "htl";
import type { PublishedPeople } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { DATA } from "../words/data.js";
import { figure } from "./figure.js";
import { cut, textWidth, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface PeopleOptions {
  f: Formats;
  width: number;
  /** Smallest count that is shown. */
  minimum: number;
}

/** How many ids became how many people, by the rules that merged them, and what merged nobody. */
export function people(merged: PublishedPeople | null, { f, width, minimum }: PeopleOptions): HTMLElement {
  const w = speak(DATA, f.lang);
  if (!merged) return html`<p>${w.peopleNone}</p>`;
  const count = (n: number | null) => (n === null ? fill(w.under, { n: f.number(minimum) }) : f.number(n));
  const title = headline(merged, f);
  const { shared, unused, merges } = merged;
  const more = [
    { label: w.sharedPhones, count: shared.phone },
    { label: w.sharedEmails, count: shared.email },
    ...unused.map((d) => ({ label: d.label[f.lang], count: d.count }))
  ].filter((d) => d.count !== 0);
  const rest =
    more.length > 0 ? html`<ul>${more.map((d) => html`<li><b>${count(d.count)}</b> ${d.label}</li>`)}</ul>` : null;
  // Bars of numbers that are withheld would say nothing.
  if (merges.every((d) => d.count === null)) {
    const rules = html`<ul>${merges.map((d) => html`<li>${d.label[f.lang]}: <b>${count(d.count)}</b></li>`)}</ul>`;
    return html`<div class="people"><p><strong>${title}</strong></p>${merges.length > 0 ? rules : null}${rest}</div>`;
  }
  const chart = figure(bars(merges, f, width, count), {
    lang: f.lang,
    title,
    subtitle: w.peopleWhat,
    sentence: title,
    note: w.peopleUndo,
    table: () =>
      table(
        merges,
        [
          { label: w.rule, cell: (d) => d.label[f.lang] },
          { label: w.merged, number: true, cell: (d) => count(d.count) }
        ],
        { caption: title }
      )
  });
  return html`<div class="people">${chart}${rest}</div>`;
}

function headline({ identities, persons, merges }: PublishedPeople, f: Formats): string {
  const w = speak(DATA, f.lang);
  if (identities === null || persons === null) return w.peopleHidden;
  const ids = f.number(identities);
  return merges.length === 0 || identities === persons
    ? fill(w.peopleSame, { ids })
    : fill(w.people, { ids, people: f.number(persons) });
}

function bars(
  merges: PublishedPeople["merges"],
  f: Formats,
  width: number,
  count: (n: number | null) => string
): SVGElement {
  const size = typeSize(width);
  const stacked = width < 720;
  const left = stacked
    ? 0
    : Math.min(width * 0.45, Math.max(...merges.map((d) => textWidth(d.label[f.lang], size))) + size);
  const step = size * (stacked ? 3.2 : 2.1);
  const top = stacked ? size * 1.5 : size * 0.4;
  const height = top + merges.length * step;
  const x = scaleLinear([0, max(merges, (d) => d.count ?? 0) || 1], [left, Math.max(left + 10, width - size * 6)]);
  return svg`<svg class="merges" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${merges.map((d, i) => {
      const y = top + i * step;
      const label = d.label[f.lang];
      return svg`<g class="mark">
        <title>${`${label}\n${count(d.count)}`}</title>
        <rect class="hit" x="0" y=${stacked ? y - size * 1.5 : y - 3} width=${width} height=${step}></rect>
        <text class="name" x=${stacked ? 0 : left - size * 0.7} y=${stacked ? y - size * 0.45 : y + size * 0.95} text-anchor=${stacked ? "start" : "end"}>${cut(label, stacked ? width : left, size)}</text>
        <rect class="fill far" x=${left} y=${y} width=${Math.max(d.count === null ? 2 : 0, x(d.count ?? 0) - left)} height=${size * 1.2}></rect>
        <text class="value" x=${x(d.count ?? 0) + size * 0.5} y=${y + size * 0.95}>${count(d.count)}</text>
      </g>`;
    })}
  </svg>`;
}
