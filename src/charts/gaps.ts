import { scaleLinear } from "d3-scale";
import { svg } from "htl";
import type { PublishedDefinitions, PublishedTargets } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { figure } from "./figure.js";
import { cut, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface GapsOptions {
  states: PublishedDefinitions["states"];
  f: Formats;
  width: number;
}

/** Each step's conversion now (ring) and in the firm's own best quarter of months (dot), and what lies between. */
export function gaps(rows: PublishedTargets["funnel"], { states, f, width }: GapsOptions): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const name = (id: string) => states.find((state) => state.id === id)?.label[f.lang] ?? id;
  const steps = rows.map((row) => ({ ...row, label: `${name(row.from)} → ${name(row.to)}` }));
  const worth = steps.filter((d) => (d.money ?? 0) > 0).sort((a, b) => (b.money ?? 0) - (a.money ?? 0))[0];
  const size = typeSize(width);
  const stacked = width < 660;
  const left = stacked ? size * 0.5 : Math.min(width * 0.34, size * 19);
  const right = stacked ? size : size * 15;
  const step = size * (stacked ? 4.6 : 2.8);
  const top = size * 2;
  const height = top + steps.length * step;
  const x = scaleLinear([0, 1], [left, Math.max(left + 10, width - right)]);
  const gain = (d: (typeof steps)[number]) =>
    d.people === null
      ? w.withheld
      : d.people === 0
        ? speak(CAPTIONS, f.lang).gapMet
        : `+${f.number(d.people)} ${w.people2}${d.money === null ? "" : ` · ${f.money(d.money)}`}`;

  const plot = svg`<svg class="gaps" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${[0, 0.25, 0.5, 0.75, 1].map((tick) => svg`<line class=${tick === 0 ? "zero" : "rule"} x1=${x(tick)} x2=${x(tick)} y1=${top - size * 0.4} y2=${height}></line><text class="tick" x=${x(tick)} y=${size} text-anchor=${stacked && tick === 1 ? "end" : stacked && tick === 0 ? "start" : "middle"}>${f.percent(tick, 0)}</text>`)}
    ${steps.map((d, i) => {
      const y = top + i * step + step / 2 + (stacked ? size * 0.9 : 0);
      const unknown = d.conversion === null || d.best === null;
      return svg`<g class="mark">
        <title>${`${d.label}\n${w.now}: ${f.percent(d.conversion, 1)}\n${w.best}: ${f.percent(d.best, 1)}\n${gain(d)}`}</title>
        <rect class="hit" x="0" y=${y - step / 2} width=${width} height=${step}></rect>
        <text class="name" x=${stacked ? 0 : left - size} y=${stacked ? y - size * 1.7 : y + size * 0.35} text-anchor=${stacked ? "start" : "end"}>${cut(d.label, stacked ? width : left - size, size)}</text>
        ${
          unknown
            ? svg`<text class="value muted" x=${left + size * 0.6} y=${y + size * 0.35}>${speak(CAPTIONS, f.lang).gapUnknown}</text>`
            : svg`<line class="span" x1=${x(d.conversion ?? 0)} x2=${x(d.best ?? 0)} y1=${y} y2=${y} stroke-width=${size * 0.3}></line>
            <circle class="now" cx=${x(d.conversion ?? 0)} cy=${y} r=${size * 0.42}></circle>
            <circle class="best" cx=${x(d.best ?? 0)} cy=${y} r=${size * 0.42}></circle>
            <text class=${d === worth ? "value strong" : "value"} x=${stacked ? 0 : width - right + size} y=${stacked ? y - size * 0.6 : y + size * 0.35}>${gain(d)}</text>`
        }
      </g>`;
    })}
  </svg>`;
  const h = speak(HEADLINES, f.lang);
  const title = worth
    ? fill(h.gaps, {
        from: name(worth.from),
        to: name(worth.to),
        people: f.number(worth.people),
        money: f.money(worth.money)
      })
    : h.gapsNone;
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: speak(CAPTIONS, f.lang).gaps,
    sentence: `${title}. ${steps.map((d) => `${d.label}: ${f.percent(d.conversion)} / ${f.percent(d.best)}`).join("; ")}.`,
    table: () =>
      table(
        steps,
        [
          { label: w.transition, cell: (d) => d.label },
          { label: w.now, number: true, cell: (d) => f.percent(d.conversion, 1) },
          { label: w.best, number: true, cell: (d) => f.percent(d.best, 1) },
          { label: w.morePeople, number: true, cell: (d) => f.number(d.people) },
          { label: w.money, number: true, cell: (d) => f.money(d.money) }
        ],
        { caption: title }
      )
  });
}
