import { scaleLinear } from "d3-scale";
import { svg } from "htl";
import type { PublishedStudy } from "../../loaders/publish/published.js";
import { figure } from "./figure.js";
import type { Formats } from "./format.js";
import { headlines } from "./headlines.js";
import { cut, typeSize } from "./scale.js";
import { table } from "./table.js";
import { words } from "./words.js";

/** How full each column is, and how much of what it holds could be read (the dot); emptiest first. */
export function quality(rows: PublishedStudy["quality"], { f, width }: { f: Formats; width: number }): HTMLElement {
  const w = words(f.lang);
  const columns = [...rows].sort((a, b) => a.completeness - b.completeness);
  const shown = columns.slice(0, 14);
  const size = typeSize(width);
  const stacked = width < 620;
  const left = stacked ? 0 : Math.min(width * 0.38, size * 22);
  const right = size * 6;
  const thick = size;
  const step = thick + size * (stacked ? 2.3 : 1);
  const top = size * (stacked ? 1.6 : 0.4);
  const height = top + shown.length * step;
  const x = scaleLinear([0, 1], [left, Math.max(left + 10, width - right)]);
  const plot = svg`<svg class="quality" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${shown.map((d, i) => {
      const y = top + i * step;
      const label = `${d.label[f.lang]} · ${d.file}`;
      return svg`<g class="mark">
        <title>${`${label}\n${w.filled}: ${f.percent(d.completeness, 1)}\n${w.valid}: ${f.percent(d.validity, 1)}`}</title>
        <rect class="hit" x="0" y=${y - 3} width=${width} height=${step}></rect>
        <text class="name" x=${stacked ? 0 : left - size} y=${stacked ? y - size * 0.5 : y + thick * 0.85} text-anchor=${stacked ? "start" : "end"}>${cut(label, stacked ? width : left - size, size)}</text>
        <rect class="track" x=${left} y=${y} width=${x(1) - left} height=${thick}></rect>
        <rect class="fill" x=${left} y=${y} width=${x(d.completeness) - left} height=${thick}></rect>
        <text class="value" x=${x(1) + size * 0.6} y=${y + thick * 0.85}>${f.percent(d.completeness)} ${d.validity < 0.9995 ? svg`<tspan class="bad-text">${f.percent(1 - d.validity, 1)} ✗</tspan>` : null}</text>
      </g>`;
    })}
    <line class="zero" x1=${left} x2=${left} y1=${top - 4} y2=${height}></line>
  </svg>`;
  const h = headlines(f.lang);
  const thinnest = columns[0];
  const title =
    thinnest && thinnest.completeness < 0.9995
      ? h.quality({ column: thinnest.label[f.lang].toLowerCase(), share: f.percent(thinnest.completeness) })
      : h.qualityFull();
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle:
      f.lang === "vi"
        ? "Phần dòng có dữ liệu ở mỗi cột, thưa nhất trước; ✗ là phần không đọc được"
        : "Share of rows filled in for each column, thinnest first; ✗ is the share that can’t be read",
    sentence: title,
    table: () =>
      table(
        columns,
        [
          { label: w.column, cell: (d) => d.label[f.lang] },
          { label: w.file, cell: (d) => d.file },
          { label: w.filled, number: true, cell: (d) => f.percent(d.completeness, 1) },
          { label: w.valid, number: true, cell: (d) => f.percent(d.validity, 1) }
        ],
        { caption: title }
      )
  });
}
