import { scaleLog } from "d3-scale";
import { svg } from "htl";
import type { PublishedDefinitions } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import type { Unit } from "../terms/unit.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { figure } from "./figure.js";
import { numberOf, type SegmentRow } from "./rows.js";
import { cut, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface ProfileOptions {
  numbers: PublishedDefinitions["numbers"];
  name: string;
  colour: string;
  f: Formats;
  width: number;
}

const LIMIT = 6;

/** A number of a group beside everybody's. */
interface Compared {
  label: string;
  unit: Unit;
  value: number;
  usual: number;
  ratio: number;
}

/** Each number of a group as a multiple of everybody's, on a logarithmic axis about 1. */
export function profile(
  group: SegmentRow,
  everybody: SegmentRow,
  { numbers, name, colour, f, width }: ProfileOptions
): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const dots = numbers.flatMap((number) => {
    const value = numberOf(group, number.id);
    const usual = numberOf(everybody, number.id);
    if (!number.comparable || value === null || usual === null || usual <= 0 || value < 0) return [];
    return [{ ...number, label: number.label[f.lang], value, usual, ratio: value / usual }];
  });
  const strength = (ratio: number) => Math.abs(Math.log(Math.max(ratio, 1 / 20)));
  const shown = [...dots].sort((a, b) => strength(b.ratio) - strength(a.ratio)).slice(0, 14);
  const title = titleFor(shown, name, f);
  const size = typeSize(width);
  const stacked = width < 620;
  const left = stacked ? size * 0.5 : Math.min(width * 0.34, size * 18);
  const right = stacked ? size * 0.5 : size * 11;
  const step = size * (stacked ? 3.4 : 2.2);
  const top = size * 2.4;
  const height = top + shown.length * step + size * 0.6;
  const x = scaleLog([1 / LIMIT, LIMIT], [left + size, width - right - size]).clamp(true);
  const ticks = [1 / 4, 1 / 2, 1, 2, 4];

  const plot = svg`<svg class="profile" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${ticks.map(
      (
        tick
      ) => svg`<line class=${tick === 1 ? "zero" : "rule"} x1=${x(tick)} x2=${x(tick)} y1=${top - size * 0.6} y2=${height}></line>
      <text class="tick" x=${x(tick)} y=${size} text-anchor="middle">${tick === 1 ? w.everybody : tick < 1 ? `1/${1 / tick}` : `×${tick}`}</text>`
    )}
    ${shown.map((d, i) => {
      const y = top + i * step + step / 2 + (stacked ? size * 0.5 : 0);
      return svg`<g class="mark">
        <title>${`${d.label}\n${name}: ${f.unit(d.value, d.unit)}\n${w.everybody}: ${f.unit(d.usual, d.unit)}`}</title>
        <rect class="hit" x="0" y=${y - step / 2} width=${width} height=${step}></rect>
        <text class="name" x=${stacked ? 0 : left} y=${stacked ? y - size * 0.75 : y + size * 0.35} text-anchor=${stacked ? "start" : "end"}>${cut(d.label, stacked ? width * 0.6 : left - size * 0.4, size)}</text>
        <line x1=${x(1)} x2=${x(d.ratio)} y1=${y} y2=${y} stroke=${colour} stroke-width=${size * 0.2}></line>
        <circle cx=${x(1)} cy=${y} r=${size * 0.24} fill="var(--rest)"></circle>
        <circle cx=${x(d.ratio)} cy=${y} r=${size * 0.42} fill=${colour}></circle>
        <text class="value" x=${width} y=${stacked ? y - size * 0.75 : y + size * 0.35} text-anchor="end"><tspan class="strong">${f.unit(d.value, d.unit)}</tspan> <tspan class="muted">/ ${f.unit(d.usual, d.unit)}</tspan></text>
      </g>`;
    })}
  </svg>`;
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: fill(speak(CAPTIONS, f.lang).profile, { name }),
    sentence: `${title}. ${shown.map((d) => `${d.label}: ${f.unit(d.value, d.unit)} / ${f.unit(d.usual, d.unit)}`).join("; ")}.`,
    table: () =>
      table(
        dots,
        [
          { label: w.number, cell: (d) => d.label },
          { label: name, number: true, cell: (d) => f.unit(d.value, d.unit) },
          { label: w.everybody, number: true, cell: (d) => f.unit(d.usual, d.unit) },
          { label: w.ratio, number: true, cell: (d) => f.times(d.ratio) }
        ],
        { caption: title }
      )
  });
}

function titleFor(shown: Compared[], name: string, f: Formats): string {
  // A number that is nothing in the group is in the chart; as a finding it mostly repeats the group's rule.
  const [first, second] = shown.filter((d) => d.ratio > 0);
  const h = speak(HEADLINES, f.lang);
  if (!first || !second) return fill(h.profileNone, { name });
  return fill(h.profile, {
    name,
    first: first.label,
    firstValue: f.unit(first.value, first.unit),
    firstUsual: f.unit(first.usual, first.unit),
    second: second.label,
    secondValue: f.unit(second.value, second.unit),
    secondUsual: f.unit(second.usual, second.unit)
  });
}
