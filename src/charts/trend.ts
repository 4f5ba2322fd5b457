import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { svg } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { groupDash } from "./colour.js";
import { figure } from "./figure.js";
import { type GroupLook, groupLooks } from "./group.js";
import type { TrendRow } from "./rows.js";
import { cut, spread, textWidth, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface TrendOptions {
  scheme: PublishedScheme;
  f: Formats;
  width: number;
  /** `share`: part of all customers known at each date; `customers`: how many. */
  show?: "share" | "customers";
  chosen?: string | undefined;
  /** Draws this group alone. */
  only?: string | undefined;
}

interface Series extends GroupLook {
  values: (number | null)[];
}

/** One line a group over the month ends, named at its end; the chosen group in front, the others paler. */
export function trend(rows: TrendRow[], { scheme, f, width, show = "share", chosen, only }: TrendOptions): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const mine = rows.filter((row) => row.scheme === scheme.id);
  const dates = [...new Set(mine.map((row) => row.date))].sort();
  const series = groupLooks(scheme, f.lang)
    .filter((look) => only === undefined || look.id === only)
    .map((look) => {
      const at = new Map(mine.filter((row) => row.group === look.id).map((row) => [row.date, row[show]]));
      return { ...look, values: dates.map((date) => at.get(date) ?? null) };
    })
    .filter((d) => d.values.some((value) => value !== null));
  const text = (value: number | null) => (show === "share" ? f.percent(value) : f.number(value));
  const size = typeSize(width);
  const longest = max(series, (d) => textWidth(`${only ? "" : d.label}  ${text(d.values.at(-1) ?? null)}`, size)) ?? 0;
  const right = Math.min(longest + size, width * 0.42);
  const left = size * 3.2;
  const gap = size * 1.25;
  const top = size * 1.2;
  const bottom = Math.max(Math.min(width * 0.42, 420), series.length * gap) + top;
  const height = bottom + size * 2.2;
  const x = scaleLinear([0, Math.max(1, dates.length - 1)], [left, Math.max(left + 10, width - right)]);
  const y = scaleLinear([0, max(series.flatMap((d) => d.values.map(Number))) || 1], [bottom, top]).nice(4);
  const path = line<number | null>(
    (_, i) => x(i),
    (value) => y(value ?? 0)
  ).defined((value) => value !== null);
  const ends = series.map((d) => y(d.values.findLast((value) => value !== null) ?? 0));
  const labels = spread(ends, gap, [top, bottom]);
  const every = Math.ceil(dates.length / Math.max(2, Math.floor((width - left - right) / (size * 6))));

  const plot = svg`<svg class="trend" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${y.ticks(4).map(
      (tick) => svg`<line class="rule" x1=${left} x2=${width - right} y1=${y(tick)} y2=${y(tick)}></line>
      <text class="tick" x=${left - 6} y=${y(tick) + size * 0.35} text-anchor="end">${show === "share" ? f.percent(tick, 0) : f.number(tick)}</text>`
    )}
    ${dates.map((date, i) =>
      (dates.length - 1 - i) % every === 0
        ? svg`<text class="tick" x=${x(i)} y=${bottom + size * 1.6} text-anchor="middle">${f.month(date)}</text>`
        : null
    )}
    ${order(series, chosen).map((d) => {
      const i = series.indexOf(d);
      const faded = chosen && chosen !== d.id;
      return svg`<g class=${`mark${faded ? " faded" : ""}`}>
        <title>${d.label}\n${[0, Math.floor(dates.length / 2), dates.length - 1].map((at) => `${f.date(dates[at] ?? null)}: ${text(d.values[at] ?? null)}`).join("\n")}</title>
        <path class="hit-line" d=${path(d.values)}></path>
        <path class="line" d=${path(d.values)} stroke=${d.colour} stroke-width=${chosen === d.id ? 3.5 : 2} stroke-dasharray=${groupDash(d.index)}></path>
        <circle cx=${x(dates.length - 1)} cy=${ends[i]} r=${size * 0.26} fill=${d.colour}></circle>
        <text class=${d.rest ? "value muted" : "value"} x=${width - right + size * 0.7} y=${(labels[i] ?? 0) + size * 0.35}>${only ? "" : cut(d.label, right - size * 4, size)} <tspan class="strong">${text(d.values.at(-1) ?? null)}</tspan></text>
      </g>`;
    })}
  </svg>`;
  const title = titleFor(series, f, text, dates.length - 1, only ?? chosen);
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: `${show === "share" ? w.shareOfPeople : w.people}, ${f.date(dates[0] ?? null)} – ${f.date(dates.at(-1) ?? null)}`,
    sentence: `${title}. ${series.map((d) => `${d.label}: ${text(d.values[0] ?? null)} → ${text(d.values.at(-1) ?? null)}`).join("; ")}.`,
    table: () =>
      table(
        dates.map((date, i) => ({ date, i })),
        [
          { label: w.date, cell: (d) => f.date(d.date) },
          ...series.map((s) => ({
            label: s.label,
            number: true,
            cell: (d: { i: number }) =>
              show === "share" ? f.percent(s.values[d.i] ?? null, 1) : f.number(s.values[d.i] ?? null)
          }))
        ],
        { caption: title }
      )
  });
}

/** The chosen group is drawn last, on top. */
function order(series: Series[], chosen?: string): Series[] {
  return [...series].sort(
    (a, b) => Number(b.rest) - Number(a.rest) || Number(a.id === chosen) - Number(b.id === chosen)
  );
}

function titleFor(
  series: Series[],
  f: Formats,
  text: (value: number | null) => string,
  months: number,
  chosen?: string
): string {
  const h = speak(HEADLINES, f.lang);
  const moves = series
    .filter((d) => !d.rest)
    .flatMap((d) => {
      const since = d.values.findIndex((value) => value !== null);
      const from = d.values[since];
      const to = d.values.at(-1);
      return from === null || from === undefined || to === null || to === undefined
        ? []
        : [{ d, from, to, change: to - from, months: months - since }];
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const own = moves.find((move) => move.d.id === chosen);
  const said = own ?? moves[0];
  if (!said) return fill(h.steady, { months: f.number(months) });
  const parts = { name: said.d.label, from: text(said.from), to: text(said.to), months: f.number(said.months) };
  if (own) return fill(h.went, parts);
  if (text(said.from) === text(said.to)) return fill(h.steady, { months: parts.months });
  return said.change > 0 ? fill(h.grew, parts) : fill(h.shrank, parts);
}
