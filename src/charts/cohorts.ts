import { max } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";
import { svg } from "htl";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { figure } from "./figure.js";
import type { CohortRow } from "./rows.js";
import { typeSize } from "./scale.js";
import { table } from "./table.js";

export interface CohortsOptions {
  /** State looked at, and its name. */
  state: string;
  label: string;
  /** Name of the state whose months of entry the cohorts are. */
  from: string;
  f: Formats;
  width: number;
}

/**
 * By month of becoming a lead: who reached the state within 90 days (full) and to date (outline). Months that
 * have not had their 90 days are hatched, never drawn as a failure.
 */
export function cohorts(rows: CohortRow[], { state, label, from, f, width }: CohortsOptions): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const months = rows.filter((row) => row.state === state).sort((a, b) => a.month.localeCompare(b.month));
  const size = typeSize(width);
  const left = size * 3.2;
  const top = size * 1.4;
  const bottom = top + Math.min(Math.max(width * 0.3, 190), 340);
  const height = bottom + size * 2.2;
  const x = scaleBand(
    months.map((d) => d.month),
    [left, Math.max(left + 10, width)]
  ).paddingInner(0.22);
  const y = scaleLinear([0, max(months, (d) => d.share ?? d.share_90d ?? 0) || 1], [bottom, top]).nice(4);
  const every = Math.ceil(months.length / Math.max(2, Math.floor((width - left) / (size * 5.5))));
  const finished = months.filter((d) => d.share_90d !== null);
  const best = [...finished].sort((a, b) => (b.share_90d ?? 0) - (a.share_90d ?? 0))[0];
  const worst = [...finished].sort((a, b) => (a.share_90d ?? 0) - (b.share_90d ?? 0))[0];

  const plot = svg`<svg class="cohorts" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    <defs><pattern id="unfinished" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line y2="6" stroke="var(--rest)" stroke-width="2.5"></line></pattern></defs>
    ${y.ticks(4).map((tick) => svg`<line class="rule" x1=${left} x2=${width} y1=${y(tick)} y2=${y(tick)}></line><text class="tick" x=${left - 6} y=${y(tick) + size * 0.35} text-anchor="end">${f.percent(tick, tick < 0.02 && tick > 0 ? 1 : 0)}</text>`)}
    ${months.map((d, i) => {
      const at = x(d.month) ?? 0;
      const open = d.share_90d === null;
      const marked = d === best || d === worst;
      return svg`<g class="mark">
        <title>${`${f.month(d.month)}: ${f.number(d.entered)} ${w.people2}\n${w.within90}: ${open ? w.unfinished : f.percent(d.share_90d, 1)}\n${w.toDate}: ${f.percent(d.share, 1)}`}</title>
        <rect class="hit" x=${at} y=${top} width=${x.step()} height=${bottom - top}></rect>
        <rect class="todate" x=${at + 0.5} y=${y(d.share ?? 0)} width=${x.bandwidth() - 1} height=${bottom - y(d.share ?? 0)} fill=${open ? "url(#unfinished)" : "none"}></rect>
        ${open ? null : svg`<rect class="done" x=${at} y=${y(d.share_90d ?? 0)} width=${x.bandwidth()} height=${bottom - y(d.share_90d ?? 0)}></rect>`}
        ${marked ? svg`<text class="value strong" x=${at + x.bandwidth() / 2} y=${y(Math.max(d.share ?? 0, d.share_90d ?? 0)) - 5} text-anchor="middle">${f.percent(d.share_90d)}</text>` : null}
        ${(months.length - 1 - i) % every === 0 ? svg`<text class="tick" x=${i === months.length - 1 ? width : at + x.bandwidth() / 2} y=${bottom + size * 1.5} text-anchor=${i === months.length - 1 ? "end" : "middle"}>${f.month(d.month)}</text>` : null}
      </g>`;
    })}
    <line class="zero" x1=${left} x2=${width} y1=${bottom} y2=${bottom}></line>
  </svg>`;
  const h = speak(HEADLINES, f.lang);
  const title =
    best && worst && best !== worst
      ? fill(h.cohorts, {
          month: f.month(best.month),
          state: label,
          share: f.percent(best.share_90d),
          worst: f.month(worst.month),
          worstShare: f.percent(worst.share_90d)
        })
      : fill(h.cohortsNone, { state: label });
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: fill(speak(CAPTIONS, f.lang).cohorts, { from, state: label }),
    sentence: title,
    table: () =>
      table(
        months,
        [
          { label: w.month, cell: (d) => f.month(d.month) },
          { label: w.entered, number: true, cell: (d) => f.number(d.entered) },
          {
            label: w.within90,
            number: true,
            cell: (d) => (d.share_90d === null ? w.unfinished : f.percent(d.share_90d, 1))
          },
          { label: w.toDate, number: true, cell: (d) => f.percent(d.share, 1) }
        ],
        { caption: title }
      )
  });
}
