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

export interface FunnelOptions {
  states: PublishedDefinitions["states"];
  f: Formats;
  width: number;
  asOf: string;
  minimum: number;
  /** Only the bars, without people there now. */
  small?: boolean;
}

/**
 * The seven states as bars from one line: how many reached each, how many stand there now (the dark part),
 * and between two bars the share that went on. Takes the seven rows of one value of one dimension.
 */
export function funnel(
  rows: FunnelRow[],
  { states, f, width, asOf, minimum, small = false }: FunnelOptions
): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const steps = states.flatMap((state, i) => {
    const row = rows.find((d) => d.state === state.id);
    return row ? [{ ...row, label: state.label[f.lang], number: i + 1 }] : [];
  });
  const worst = weakest(steps);
  const size = typeSize(width);
  const stacked = width < 560;
  const left = stacked ? 0 : Math.min(width * 0.24, size * 13);
  const thick = size * (small ? 1.7 : 2.1);
  const between = size * (stacked ? 2.9 : 1.9);
  const step = thick + between;
  const top = stacked ? size * 1.4 : size * 0.3;
  const height = top + steps.length * step - between + size;
  const x = scaleLinear(
    [0, Math.max(1, ...steps.map((d) => d.reached ?? 0))],
    [0, Math.max(10, width - left - size * (stacked ? (small ? 4 : 13) : 13))]
  );
  const count = (value: number | null) => (value === null ? `< ${f.number(minimum)}` : f.number(value));

  const plot = svg`<svg class="funnel" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${stacked ? null : svg`<line class="zero" x1=${left} x2=${left} y1=${top - 4} y2=${height}></line>`}
    ${steps.map((d, i) => {
      const y = top + i * step;
      const reached = x(d.reached ?? 0);
      const there = x(d.current ?? 0);
      const weak = worst !== null && worst.to === d;
      return svg`<g class="mark">
        <title>${`${d.number}. ${d.label}\n${w.reached}: ${count(d.reached)}\n${w.current}: ${count(d.current)}\n${w.fromPrevious}: ${f.percent(d.conversion_from_previous)}\n${w.fromTop}: ${f.percent(d.conversion_from_top)}\n${w.skipped}: ${f.number(d.skipped)}`}</title>
        <rect class="hit" x="0" y=${y - between / 2} width=${width} height=${step}></rect>
        <text class="name" x=${stacked ? 0 : left - size} y=${stacked ? y - size * 0.45 : y + thick / 2 + size * 0.35} text-anchor=${stacked ? "start" : "end"}><tspan class="ordinal">${d.number}</tspan> ${cut(d.label, stacked ? width * 0.6 : left - size * 2.4, size)}</text>
        <rect class="reached" x=${left} y=${y} width=${Math.max(1.5, reached)} height=${thick}></rect>
        ${small ? null : svg`<rect class="current" x=${left + reached - there} y=${y} width=${there} height=${thick}></rect>`}
        <text class="value" x=${left + reached + size * 0.5} y=${y + thick / 2 + size * 0.35}><tspan class="strong">${count(d.reached)}</tspan> ${small || d.current === null ? null : svg`<tspan class="muted">${fill(speak(CAPTIONS, f.lang).hereNow, { count: f.number(d.current) })}</tspan>`}</text>
        ${i === 0 ? null : svg`<text class=${weak ? "conversion weak" : "conversion"} x=${left + size * (stacked ? 12 : 0.6)} y=${y - between / 2 + size * (stacked ? -0.1 : 0.35)}>↓ ${f.percent(d.conversion_from_previous)}</text>`}
      </g>`;
    })}
  </svg>`;
  const h = speak(HEADLINES, f.lang);
  const title = worst
    ? fill(h.funnel, {
        from: worst.from.label,
        to: worst.to.label,
        of: f.number((worst.to.conversion_from_previous ?? 0) * 100)
      })
    : speak(CHARTS, f.lang).reached;
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: fill(speak(CAPTIONS, f.lang)[small ? "funnelSmall" : "funnel"], { date: f.date(asOf) }),
    sentence: `${title}. ${steps.map((d) => `${d.label}: ${count(d.reached)}`).join("; ")}.`,
    table: () =>
      table(
        steps,
        [
          { label: w.state, cell: (d) => d.label },
          { label: w.reached, number: true, cell: (d) => count(d.reached) },
          { label: w.current, number: true, cell: (d) => count(d.current) },
          { label: w.fromPrevious, number: true, cell: (d) => f.percent(d.conversion_from_previous, 1) },
          { label: w.fromTop, number: true, cell: (d) => f.percent(d.conversion_from_top, 1) },
          { label: w.skipped, number: true, cell: (d) => f.number(d.skipped) }
        ],
        { caption: title }
      )
  });
}

/** The step at which most people are left behind; null where nobody is. */
function weakest<S extends { reached: number | null; conversion_from_previous: number | null }>(
  steps: S[]
): { from: S; to: S } | null {
  const moves = steps.slice(1).flatMap((to, i) => {
    const from = steps[i];
    return from && from.reached !== null && to.reached !== null && to.conversion_from_previous !== null
      ? [{ from, to, lost: from.reached - to.reached }]
      : [];
  });
  return moves.filter(({ lost }) => lost > 0).sort((a, b) => b.lost - a.lost)[0] ?? null;
}
