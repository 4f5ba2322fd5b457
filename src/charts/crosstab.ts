import { sum } from "d3-array";
import { svg } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { heat, heatInk } from "./colour.js";
import { element } from "./element.js";
import { figure } from "./figure.js";
import { groupLooks } from "./group.js";
import type { CrosstabRow } from "./rows.js";
import { lines, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface CrosstabOptions {
  scheme: PublishedScheme;
  other: PublishedScheme;
  f: Formats;
  width: number;
  /** Cells with fewer people are withheld. */
  minimum: number;
  chosen?: string | undefined;
}

interface CrossCell {
  a: string;
  b: string;
  count: number | null;
  /** Part of the row's people who are in the column; null where withheld. */
  share: number | null;
}

/** Two schemes against each other: each row is a group, shaded by where its people stand in the other scheme. */
export function crosstab(rows: CrosstabRow[], options: CrosstabOptions): HTMLElement {
  const { scheme, other, f, width, minimum } = options;
  const w = speak(CHARTS, f.lang);
  const cells = cellsOf(rows, scheme.id, other.id);
  const has = (d: { id: string }) => cells.some((cell) => (cell.a === d.id || cell.b === d.id) && cell.count !== 0);
  const down = groupLooks(scheme, f.lang).filter(has);
  const across = groupLooks(other, f.lang).filter(has);
  const size = typeSize(width);
  const left = Math.min(width * 0.3, size * 14);
  const wide = Math.max((width - left) / across.length, size * 4.6);
  const full = left + wide * across.length;
  const high = size * 2.5;
  const top = size * 4;
  const height = top + down.length * high;
  const at = (a: string, b: string) => cells.find((cell) => cell.a === a && cell.b === b);
  const text = (cell: CrossCell | undefined) =>
    !cell ? f.percent(0) : cell.share === null ? `<${f.number(minimum)}` : f.percent(cell.share);

  const plot = svg`<svg class="crosstab" viewBox=${`0 0 ${full} ${height}`} width=${full} height=${height} font-size=${size}>
    ${across.map(
      (b, j) =>
        svg`<text class=${b.rest ? "tick" : "head"} text-anchor="middle" x=${left + (j + 0.5) * wide}>${lines(
          b.label,
          wide - 6,
          size,
          3
        ).map(
          (part, k, all) =>
            svg`<tspan x=${left + (j + 0.5) * wide} y=${top - size * 0.7 - (all.length - 1 - k) * size * 1.15}>${part}</tspan>`
        )}</text>`
    )}
    ${down.map((a, i) => {
      const y = top + i * high;
      return svg`<g class=${options.chosen && options.chosen !== a.id ? "faded" : ""}>
        <text class="name" text-anchor="end" x=${left - size * 0.7}>${lines(a.label, left - size, size, 2).map(
          (part, k, all) =>
            svg`<tspan x=${left - size * 0.7} y=${y + high / 2 + size * 0.35 + (k - (all.length - 1) / 2) * size * 1.15}>${part}</tspan>`
        )}</text>
        ${across.map((b, j) => {
          const cell = at(a.id, b.id);
          const share = cell ? cell.share : 0;
          const count = cell?.count === null ? `< ${f.number(minimum)}` : f.number(cell?.count ?? 0);
          const part =
            share === null
              ? ""
              : `\n${fill(speak(CAPTIONS, f.lang).crosstabCell, { share: f.percent(share), group: a.label })}`;
          return element(
            "g",
            { class: "mark" },
            element("title", {}, `${a.label} × ${b.label}\n${count} ${w.customers}${part}`),
            element("rect", {
              x: left + j * wide + 1,
              y: y + 1,
              width: wide - 2,
              height: high - 2,
              fill: share === null ? "var(--heat-zero)" : heat(share)
            }),
            element(
              "text",
              {
                class: "cell",
                x: left + (j + 0.5) * wide,
                y: y + high / 2 + size * 0.35,
                "text-anchor": "middle",
                fill: share === null ? "var(--muted)" : heatInk(share)
              },
              text(cell)
            )
          );
        })}
      </g>`;
    })}
  </svg>`;
  const title = titleFor(cells, down, across, f);
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: fill(speak(CAPTIONS, f.lang).crosstab, { scheme: scheme.label[f.lang], other: other.label[f.lang] }),
    sentence: title,
    note: cells.some((cell) => cell.count === null)
      ? fill(speak(CAPTIONS, f.lang).crosstabWithheld, { minimum: f.number(minimum) })
      : null,
    table: () =>
      table(
        down,
        [
          { label: `${scheme.label[f.lang]} × ${other.label[f.lang]}`, cell: (a) => a.label },
          ...across.map((b) => ({
            label: b.label,
            number: true,
            cell: (a: { id: string }) => {
              const count = at(a.id, b.id)?.count;
              return count === null ? `< ${f.number(minimum)}` : f.number(count ?? 0);
            }
          }))
        ],
        { caption: title }
      )
  });
}

/** Each pair of schemes is published once; the asked-for order may be the other way round. */
function cellsOf(rows: CrosstabRow[], a: string, b: string): CrossCell[] {
  const counts = rows.flatMap((row) =>
    row.scheme_a === a && row.scheme_b === b
      ? [{ a: row.group_a, b: row.group_b, count: row.customers }]
      : row.scheme_a === b && row.scheme_b === a
        ? [{ a: row.group_b, b: row.group_a, count: row.customers }]
        : []
  );
  const totals = new Map<string, number>();
  for (const cell of counts) totals.set(cell.a, (totals.get(cell.a) ?? 0) + (cell.count ?? 0));
  return counts.map((cell) => ({
    ...cell,
    share: cell.count === null ? null : cell.count / (totals.get(cell.a) || 1)
  }));
}

/** The pair of groups that meet most beyond chance, weighted by how many people that is. */
function titleFor(
  cells: CrossCell[],
  down: { id: string; label: string; rest: boolean }[],
  across: typeof down,
  f: Formats
): string {
  const h = speak(HEADLINES, f.lang);
  const all = sum(cells, (cell) => cell.count ?? 0) || 1;
  const usual = (b: string) => sum(cells, (cell) => (cell.b === b ? (cell.count ?? 0) : 0)) / all;
  const best = cells
    .flatMap((cell) => {
      const a = down.find((d) => d.id === cell.a && !d.rest);
      const b = across.find((d) => d.id === cell.b && !d.rest);
      return a && b && cell.share !== null && cell.count !== null
        ? [{ a, b, share: cell.share, usual: usual(b.id), count: cell.count }]
        : [];
    })
    .map((d) => ({ ...d, excess: (d.share - d.usual) * Math.sqrt(d.count) }))
    .sort((x, y) => y.excess - x.excess)[0];
  if (!best || best.share < best.usual * 1.2) return h.overlapNone;
  return fill(h.overlap, {
    a: best.a.label,
    b: best.b.label,
    share: f.percent(best.share),
    usual: f.percent(best.usual)
  });
}
