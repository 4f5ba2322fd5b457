import { max, sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import { svg } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { figure } from "./figure.js";
import { type GroupLook, groupLooks } from "./group.js";
import { numberOf, type SegmentRow } from "./rows.js";
import { cut, typeSize } from "./scale.js";
import { table } from "./table.js";

export type Measure = "customers" | "revenue" | "profit";

export interface SizesOptions {
  scheme: PublishedScheme;
  f: Formats;
  width: number;
  asOf: string;
  /** Groups smaller than this are withheld. */
  minimum: number;
  measure?: Measure;
  /** Group that stands out. */
  chosen?: string | undefined;
}

interface Bar extends GroupLook {
  row: SegmentRow;
}

/** People beside money: for each group its share of customers, of revenue and of profit, on one scale. */
export function sizes(rows: SegmentRow[], options: SizesOptions): HTMLElement {
  const { scheme, f, width, asOf, measure = "customers" } = options;
  const w = speak(CHARTS, f.lang);
  const bars = barsOf(rows, scheme, f, measure);
  const columns = columnsOf(bars, f, measure, width);
  const size = typeSize(width);
  const stacked = width < 620;
  const left = stacked ? 0 : Math.min(width * 0.27, size * 17);
  const each = (width - left) / columns.length;
  const thick = Math.round(size * 1.25);
  const step = stacked ? thick + size * 2.7 : thick + size * 0.95;
  const top = size * 2;
  const height = top + bars.length * step + 4;
  const top1 = max(bars.flatMap((bar) => columns.map((column) => numberOf(bar.row, `${column.id}_share`) ?? 0))) || 1;
  const x = scaleLinear([0, top1], [0, Math.max(10, each - size * (stacked ? 4.2 : 5))]);

  const head = columns.map(
    (column, i) => svg`<text class="head" x=${left + i * each} y=${size}>${cut(column.label, each, size)}</text>
    ${stacked ? null : svg`<line class="zero" x1=${left + i * each} x2=${left + i * each} y1=${top - 4} y2=${height}></line>`}`
  );
  const drawn = bars.map((bar, i) => {
    const y = top + i * step + (stacked ? size * 1.5 : 0);
    const faded = options.chosen && options.chosen !== bar.id ? " faded" : "";
    return svg`<g class=${`mark${faded}`}>
      <title>${titleOf(bar, f, options.minimum)}</title>
      <rect class="hit" x="0" y=${y - (stacked ? size * 1.5 : 2)} width=${width} height=${step}></rect>
      <text class="name" x=${stacked ? 0 : left - size} y=${stacked ? y - size * 0.45 : y + thick * 0.72}
        text-anchor=${stacked ? "start" : "end"}>${cut(bar.label, stacked ? width : left - size, size)}</text>
      ${columns.map((column, j) => {
        const share = numberOf(bar.row, `${column.id}_share`);
        const at = left + j * each;
        const long = share === null ? 0 : Math.max(0, x(share));
        return svg`<rect x=${at} y=${y} width=${Math.max(share ? 1.5 : 0, long)} height=${thick} fill=${bar.colour} opacity=${j === 0 ? 0.55 : 1}></rect>
          <text class="value" x=${at + long + size * 0.4} y=${y + thick * 0.72}>${share === null ? missing(bar, column.id, options.minimum, f) : f.percent(share)}</text>`;
      })}
    </g>`;
  });
  const plot = svg`<svg class="sizes" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>${head}${drawn}</svg>`;
  const title = titleFor(bars, f, measure);
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: fill(speak(CAPTIONS, f.lang).sizes, { scheme: scheme.label[f.lang], date: f.date(asOf) }),
    sentence: `${title}. ${bars.map((bar) => `${bar.label} ${f.percent(numberOf(bar.row, "customer_share"))}`).join("; ")}.`,
    table: () =>
      table(
        bars,
        [
          { label: w.group, cell: (bar) => bar.label },
          { label: w.people, number: true, cell: (bar) => people(bar, options.minimum, f) },
          { label: w.shareOfPeople, number: true, cell: (bar) => f.percent(numberOf(bar.row, "customer_share"), 1) },
          { label: w.revenue, number: true, cell: (bar) => f.exactMoney(numberOf(bar.row, "revenue")) },
          { label: w.shareOfRevenue, number: true, cell: (bar) => f.percent(numberOf(bar.row, "revenue_share"), 1) },
          { label: w.profit, number: true, cell: (bar) => f.exactMoney(numberOf(bar.row, "profit")) },
          { label: w.shareOfProfit, number: true, cell: (bar) => f.percent(numberOf(bar.row, "profit_share"), 1) }
        ],
        { caption: title }
      )
  });
}

function barsOf(rows: SegmentRow[], scheme: PublishedScheme, f: Formats, measure: Measure): Bar[] {
  const bars = groupLooks(scheme, f.lang).flatMap((look) => {
    const row = rows.find((d) => d.scheme === scheme.id && d.group === look.id);
    return row ? [{ ...look, row }] : [];
  });
  return bars.sort(
    (a, b) => Number(a.rest) - Number(b.rest) || (numberOf(b.row, measure) ?? -1) - (numberOf(a.row, measure) ?? -1)
  );
}

function columnsOf(bars: Bar[], f: Formats, measure: Measure, width: number) {
  const w = speak(CHARTS, f.lang);
  const profit = bars.some((bar) => numberOf(bar.row, "profit_share") !== null);
  const people = { id: "customer", label: w.people };
  const revenue = { id: "revenue", label: w.revenue };
  if (!profit) return [people, revenue];
  const money = { id: "profit", label: w.profit };
  return width < 620 ? [people, measure === "profit" ? money : revenue] : [people, revenue, money];
}

function people(bar: Bar, minimum: number, f: Formats): string {
  const count = numberOf(bar.row, "customers");
  return count === null ? `< ${f.number(minimum)}` : f.number(count);
}

function missing(bar: Bar, column: string, minimum: number, f: Formats): string {
  return bar.row.withheld && column === "customer" ? `< ${f.number(minimum)}` : f.none;
}

function titleOf(bar: Bar, f: Formats, minimum: number): string {
  const w = speak(CHARTS, f.lang);
  const line = (label: string, value: number | null, share: string) =>
    value === null ? "" : `\n${label}: ${f.money(value)} (${f.percent(numberOf(bar.row, share))})`;
  const share = numberOf(bar.row, "customer_share");
  return `${bar.label}\n${people(bar, minimum, f)} ${w.customers}${share === null ? "" : ` (${f.percent(share)})`}${line(w.revenue, numberOf(bar.row, "revenue"), "revenue_share")}${line(w.profit, numberOf(bar.row, "profit"), "profit_share")}`;
}

/** The fewest groups that together bring most of the money, when they are clearly fewer than all. */
function titleFor(bars: Bar[], f: Formats, measure: Measure): string {
  const h = speak(HEADLINES, f.lang);
  const money = measure === "profit" ? "profit_share" : "revenue_share";
  const name = speak(CHARTS, f.lang)[measure === "profit" ? "profit" : "revenue"].toLowerCase();
  const shares = bars
    .filter((bar) => !bar.rest)
    .map((bar) => ({ bar, money: numberOf(bar.row, money) ?? 0, people: numberOf(bar.row, "customer_share") ?? 0 }))
    .sort((a, b) => b.money - a.money);
  const first = shares[0];
  if (!first || first.money === 0) {
    const biggest = [...shares].sort((a, b) => b.people - a.people)[0];
    return biggest ? fill(h.biggest, { name: biggest.bar.label, people: f.percent(biggest.people) }) : "";
  }
  let count = 1;
  while (count < shares.length && sum(shares.slice(0, count), (d) => d.money) < 0.6) count++;
  const some = shares.slice(0, count);
  const parts = {
    share: f.percent(sum(some, (d) => d.money)),
    people: f.percent(sum(some, (d) => d.people)),
    money: name
  };
  return count === 1
    ? fill(h.oneCarries, { name: first.bar.label, ...parts })
    : fill(h.concentration, { count: f.number(count), of: f.number(shares.length), ...parts });
}
