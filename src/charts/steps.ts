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
import { cut, lines, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface StepsOptions {
  states: PublishedDefinitions["states"];
  /** What is compared. */
  dimension: PublishedDefinitions["dimensions"][number];
  f: Formats;
  width: number;
  minimum: number;
  /** Longest list drawn; the table holds all. */
  most?: number;
}

/** Smallest number of entrants for which a difference between two rates is worth a headline. */
const ENTRANTS = 30;

/** Conversion of each step for each value of a dimension; the tick in each cell is the rate of everybody. */
export function steps(
  rows: FunnelRow[],
  everybody: FunnelRow[],
  { states, dimension, f, width, minimum, most = 16 }: StepsOptions
): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const at = (value: string, state: string) => rows.find((row) => row.value === value && row.state === state);
  const name = (value: string) => dimension.values[value]?.[f.lang] ?? value;
  const usual = new Map(everybody.map((row) => [row.state, row.conversion_from_previous]));
  const first = states[0]?.id ?? "";
  const values = [...new Set(rows.map((row) => row.value))].sort(
    (a, b) => (at(b, first)?.reached ?? 0) - (at(a, first)?.reached ?? 0)
  );
  const moves = states.slice(1);
  const shown = values.slice(0, most);
  const size = typeSize(width);
  const left = Math.min(width * 0.3, size * 13);
  const wide = Math.max((width - left) / moves.length, size * 5.6);
  const full = left + wide * moves.length;
  const high = size * 2.6;
  const top = size * 3.4;
  const height = top + shown.length * high;
  const x = scaleLinear([0, 1], [0, wide - size]);

  const plot = svg`<svg class="steps" viewBox=${`0 0 ${full} ${height}`} width=${full} height=${height} font-size=${size}>
    ${moves.map((state, j) => svg`<text class="head">${lines(`→ ${state.label[f.lang]}`, wide - 6, size, 2).map((part, k, all) => svg`<tspan x=${left + j * wide} y=${top - size * 0.9 - (all.length - 1 - k) * size * 1.15}>${part}</tspan>`)}</text>`)}
    ${shown.map((value, i) => {
      const y = top + i * high;
      const people = at(value, first)?.reached ?? null;
      return svg`<g>
        <text class="name" x="0" y=${y + size * 1.05}>${cut(name(value), left - size, size)}</text>
        <text class="tick" x="0" y=${y + size * 2.1}>${people === null ? `< ${f.number(minimum)}` : f.number(people)} ${w.people2}</text>
        ${moves.map((state, j) => {
          const row = at(value, state.id);
          const rate = row?.conversion_from_previous ?? null;
          const level = usual.get(state.id) ?? null;
          const far = rate !== null && level !== null && level > 0 && Math.abs(rate / level - 1) > 0.25;
          return svg`<g class="mark">
            <title>${`${name(value)}\n→ ${state.label[f.lang]}: ${f.percent(rate, 1)}\n${w.everybody}: ${f.percent(level, 1)}\n${w.reached}: ${row?.reached == null ? `< ${f.number(minimum)}` : f.number(row.reached)}`}</title>
            <rect class="track" x=${left + j * wide} y=${y + size * 1.35} width=${x(1)} height=${size * 0.62}></rect>
            ${rate === null ? null : svg`<rect class=${far ? "fill far" : "fill"} x=${left + j * wide} y=${y + size * 1.35} width=${x(rate)} height=${size * 0.62}></rect>`}
            ${level === null ? null : svg`<line class="level" x1=${left + j * wide + x(level)} x2=${left + j * wide + x(level)} y1=${y + size * 1.15} y2=${y + size * 2.15}></line>`}
            <text class=${far ? "value strong" : "value"} x=${left + j * wide} y=${y + size * 1.05}>${rate === null ? f.none : f.percent(rate)}</text>
          </g>`;
        })}
      </g>`;
    })}
  </svg>`;
  const title = titleFor(rows, usual, states, name, f);
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: fill(speak(CAPTIONS, f.lang).steps, { dimension: dimension.label[f.lang].toLowerCase() }),
    sentence: title,
    note:
      values.length > shown.length
        ? fill(speak(CAPTIONS, f.lang).stepsLargest, { shown: shown.length, all: values.length })
        : null,
    table: () =>
      table(
        values,
        [
          { label: dimension.label[f.lang], cell: (value) => name(value) },
          {
            label: states[0]?.label[f.lang] ?? "",
            number: true,
            cell: (value) => {
              const n = at(value, first)?.reached;
              return n == null ? `< ${f.number(minimum)}` : f.number(n);
            }
          },
          ...moves.map((state) => ({
            label: `→ ${state.label[f.lang]}`,
            number: true,
            cell: (value: string) => f.percent(at(value, state.id)?.conversion_from_previous ?? null, 1)
          }))
        ],
        { caption: title }
      )
  });
}

function titleFor(
  rows: FunnelRow[],
  usual: Map<string, number | null>,
  states: PublishedDefinitions["states"],
  name: (value: string) => string,
  f: Formats
): string {
  const h = speak(HEADLINES, f.lang);
  const found = rows
    .flatMap((row) => {
      const i = states.findIndex((state) => state.id === row.state);
      const level = usual.get(row.state) ?? null;
      const before = rows.find((d) => d.value === row.value && d.state === states[i - 1]?.id)?.reached ?? 0;
      if (i < 1 || level === null || row.conversion_from_previous === null || before < ENTRANTS || level <= 0)
        return [];
      // Distance from everybody's rate in standard errors: large and surely so comes first.
      const z = (row.conversion_from_previous - level) / Math.sqrt((level * (1 - level)) / before || 1);
      return [{ row, i, level, z: Math.abs(z) }];
    })
    .sort((a, b) => b.z - a.z)[0];
  if (!found || found.z < 2.5) return h.stepsNone;
  return fill(h.steps, {
    value: name(found.row.value),
    from: states[found.i - 1]?.label[f.lang] ?? "",
    to: states[found.i]?.label[f.lang] ?? "",
    share: f.percent(found.row.conversion_from_previous),
    usual: f.percent(found.level)
  });
}
