import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { svg } from "htl";
import type { PublishedDefinitions } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { figure } from "./figure.js";
import type { FunnelRow } from "./rows.js";
import { cut, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface WaitingOptions {
  states: PublishedDefinitions["states"];
  f: Formats;
  width: number;
}

/**
 * Time from one state to the next: from the day by which a quarter had moved to the day by which three
 * quarters had, with the half marked. A range that is not closed yet ends in an arrow.
 */
export function waiting(rows: FunnelRow[], { states, f, width }: WaitingOptions): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const steps = states.slice(1).flatMap((state, i) => {
    const row = rows.find((d) => d.state === state.id);
    return row ? [{ ...row, from: states[i]?.label[f.lang] ?? "", to: state.label[f.lang] }] : [];
  });
  const days = (value: number | null) => (value === null ? w.notReached : f.days(value));
  const size = typeSize(width);
  const stacked = width < 620;
  const left = stacked ? size * 0.4 : Math.min(width * 0.36, size * 19);
  const right = stacked ? size * 3 : size * 9;
  const step = size * (stacked ? 3.8 : 2.6);
  const top = size * 2;
  const height = top + steps.length * step;
  const longest = max(steps, (d) => Math.max(d.p75_days ?? 0, d.median_days ?? 0, d.p25_days ?? 0)) || 1;
  const x = scaleLinear([0, longest * 1.08], [left, Math.max(left + 10, width - right)]).nice(4);
  const end = width - right;

  const plot = svg`<svg class="waiting" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${x.ticks(stacked ? 3 : 5).map((tick) => svg`<line class="rule" x1=${x(tick)} x2=${x(tick)} y1=${top - size * 0.4} y2=${height}></line><text class="tick" x=${x(tick)} y=${size} text-anchor=${tick === 0 && stacked ? "start" : "middle"}>${f.days(tick)}</text>`)}
    ${steps.map((d, i) => {
      const y = top + i * step + step / 2 + (stacked ? size * 0.6 : 0);
      const open = d.p75_days === null;
      const label = `${d.from} → ${d.to}`;
      return svg`<g class="mark">
        <title>${`${label}\n${w.quarter}: ${days(d.p25_days)}\n${w.median}: ${days(d.median_days)}\n${w.threeQuarters}: ${days(d.p75_days)}`}</title>
        <rect class="hit" x="0" y=${y - step / 2} width=${width} height=${step}></rect>
        <text class="name" x=${stacked ? 0 : left - size} y=${stacked ? y - size * 0.85 : y + size * 0.35} text-anchor=${stacked ? "start" : "end"}>${cut(label, stacked ? width * 0.66 : left - size, size)}</text>
        ${
          d.p25_days === null
            ? svg`<text class="value muted" x=${left + size * 0.4} y=${y + size * 0.35}>${speak(CAPTIONS, f.lang).waitingFew}</text>`
            : svg`<line class=${open ? "range open" : "range"} x1=${x(d.p25_days)} x2=${open ? end - size * 0.5 : x(d.p75_days ?? 0)} y1=${y} y2=${y} stroke-width=${size * 0.6}></line>
            ${open ? svg`<path class="arrow" d=${`M${end - size * 0.6},${y - size * 0.5}l${size * 0.8},${size * 0.5}l${-size * 0.8},${size * 0.5}`}></path>` : null}
            ${d.median_days === null ? null : svg`<circle class="half" cx=${x(d.median_days)} cy=${y} r=${size * 0.5}></circle>`}`
        }
        <text class="value" x=${width} y=${stacked ? y - size * 0.85 : y + size * 0.35} text-anchor="end"><tspan class="strong">${days(d.median_days)}</tspan></text>
      </g>`;
    })}
  </svg>`;
  const h = speak(HEADLINES, f.lang);
  const closed = steps
    .filter((d) => d.median_days !== null)
    .sort((a, b) => (b.median_days ?? 0) - (a.median_days ?? 0))[0];
  const open = steps.find((d) => d.median_days === null);
  const title = closed
    ? fill(h.waiting, { from: closed.from, to: closed.to, days: f.days(closed.median_days) })
    : open
      ? fill(h.waitingOpen, { from: open.from, to: open.to })
      : w.notReached;
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: speak(CAPTIONS, f.lang).waiting,
    sentence: `${title}. ${steps.map((d) => `${d.from} → ${d.to}: ${days(d.median_days)}`).join("; ")}.`,
    note: speak(CAPTIONS, f.lang).waitingNote,
    table: () =>
      table(
        steps,
        [
          { label: w.transition, cell: (d) => `${d.from} → ${d.to}` },
          { label: w.quarter, number: true, cell: (d) => days(d.p25_days) },
          { label: w.median, number: true, cell: (d) => days(d.median_days) },
          { label: w.threeQuarters, number: true, cell: (d) => days(d.p75_days) }
        ],
        { caption: title }
      )
  });
}
