import { sum } from "d3-array";
import { svg } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { element } from "./element.js";
import { figure } from "./figure.js";
import { type GroupLook, groupLook, groupLooks } from "./group.js";
import type { MigrationRow } from "./rows.js";
import { cut, spread, typeSize } from "./scale.js";
import { table } from "./table.js";

export interface MigrationOptions {
  scheme: PublishedScheme;
  f: Formats;
  width: number;
  /** Months between the two dates. */
  span: "3" | "12";
  chosen?: string | undefined;
}

interface Flow {
  from: GroupLook;
  to: GroupLook;
  people: number;
}

/** Where the people of each group went: groups then on the left, groups now on the right, ribbons between. */
export function migration(rows: MigrationRow[], { scheme, f, width, span, chosen }: MigrationOptions): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const looks = groupLooks(scheme, f.lang);
  const flows = rows
    .filter((row) => row.scheme === scheme.id && String(row.span) === span)
    .flatMap((row): Flow[] =>
      row.customers
        ? [
            {
              from: groupLook(looks, row.from_group, f.lang),
              to: groupLook(looks, row.to_group, f.lang),
              people: row.customers
            }
          ]
        : []
    );
  const known = flows.filter((flow) => flow.from.index >= 0);
  const stayed =
    sum(known, (flow) => (flow.from.id === flow.to.id ? flow.people : 0)) / (sum(known, (flow) => flow.people) || 1);
  const strangers = [...new Set(flows.filter((flow) => flow.from.index < 0).map((flow) => flow.from.id))];
  const order = [...looks, ...strangers.map((id) => groupLook(looks, id, f.lang))];
  const starts = order.filter((look) => flows.some((flow) => flow.from.id === look.id));
  const ends = order.filter((look) => flows.some((flow) => flow.to.id === look.id));
  const size = typeSize(width);
  const names = Math.min(width * 0.3, size * 15);
  const gap = size * 0.55;
  const rowsCount = Math.max(starts.length, ends.length);
  const inner = Math.max(Math.min(width * 0.5, 480), rowsCount * size * 2);
  const top = size * 2.2;
  const height = top + inner + gap * rowsCount + size;
  const total = sum(flows, (flow) => flow.people) || 1;
  const scale = inner / total;
  const bar = size * 0.7;
  const x0 = names + bar;
  const x1 = width - names - bar;
  const startAt = stack(
    starts,
    (look) => sum(flows, (flow) => (flow.from.id === look.id ? flow.people : 0)) * scale,
    top,
    gap
  );
  const endAt = stack(
    ends,
    (look) => sum(flows, (flow) => (flow.to.id === look.id ? flow.people : 0)) * scale,
    top,
    gap
  );
  const ribbons = ribbonsOf(flows, order, startAt, endAt, scale);
  const involved = (flow: Flow) =>
    chosen ? flow.from.id === chosen || flow.to.id === chosen : flow.from.id !== flow.to.id && flow.from.index >= 0;

  const side = (
    look: GroupLook,
    at: Map<string, [number, number]>,
    y: number,
    people: number,
    x: number,
    anchor: "start" | "end"
  ) => {
    const [from, to] = at.get(look.id) ?? [0, 0];
    const label = `${look.label} `;
    const tx = anchor === "end" ? x - size * 0.6 : x + bar + size * 0.6;
    return svg`<rect x=${x} y=${from} width=${bar} height=${Math.max(1, to - from)} fill=${look.colour}></rect>
      <text class=${look.rest ? "value muted" : "value"} x=${tx} y=${y + size * 0.35} text-anchor=${anchor}>${cut(label, names - size * 4.2, size)} <tspan class="strong">${f.number(people)}</tspan></text>`;
  };
  const middles = (list: GroupLook[], at: Map<string, [number, number]>) =>
    spread(
      list.map((look) => {
        const [a, b] = at.get(look.id) ?? [0, 0];
        return (a + b) / 2;
      }),
      size * 1.2,
      [top, height - size * 0.6]
    );
  const startY = middles(starts, startAt);
  const endY = middles(ends, endAt);

  const plot = svg`<svg class="migration" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    <text class="head" x=${names} y=${size} text-anchor="end">${fill(speak(CAPTIONS, f.lang).monthsAgo, { months: span })}</text>
    <text class="head" x=${width - names} y=${size}>${speak(CAPTIONS, f.lang).today}</text>
    ${ribbons
      .sort((a, b) => Number(involved(a)) - Number(involved(b)))
      .map((d) =>
        element(
          "g",
          { class: "mark" },
          element("title", {}, `${d.from.label} → ${d.to.label}\n${f.number(d.people)} ${w.customers}`),
          element("path", {
            class: involved(d) ? "ribbon involved" : "ribbon",
            fill: involved(d) ? d.to.colour : "var(--rest)",
            d: ribbon(x0, x1, d.y0, d.y1, d.thick)
          })
        )
      )}
    ${starts.map((look, i) =>
      side(
        look,
        startAt,
        startY[i] ?? 0,
        sum(flows, (flow) => (flow.from.id === look.id ? flow.people : 0)),
        names,
        "end"
      )
    )}
    ${ends.map((look, i) =>
      side(
        look,
        endAt,
        endY[i] ?? 0,
        sum(flows, (flow) => (flow.to.id === look.id ? flow.people : 0)),
        x1,
        "start"
      )
    )}
  </svg>`;
  const h = speak(HEADLINES, f.lang);
  const largest = known
    .filter((flow) => flow.from.id !== flow.to.id && !flow.from.rest && !flow.to.rest)
    .sort((a, b) => b.people - a.people)[0];
  const title = largest
    ? fill(h.migration, {
        stayed: f.percent(stayed),
        from: largest.from.label,
        to: largest.to.label,
        people: f.number(largest.people)
      })
    : fill(h.migrationStill, { stayed: f.percent(stayed) });
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle: fill(speak(CAPTIONS, f.lang)[chosen ? "migrationChosen" : "migration"], { months: span }),
    sentence: title,
    table: () =>
      table(
        starts,
        [
          { label: `${w.from} ↓ ${w.to} →`, cell: (look) => look.label },
          ...ends.map((end) => ({
            label: end.label,
            number: true,
            cell: (start: GroupLook) =>
              f.number(flows.find((flow) => flow.from.id === start.id && flow.to.id === end.id)?.people ?? 0)
          }))
        ],
        { caption: title }
      )
  });
}

/** Top and bottom of each group's bar, one under the other. */
function stack(
  looks: GroupLook[],
  heightOf: (look: GroupLook) => number,
  top: number,
  gap: number
): Map<string, [number, number]> {
  let y = top;
  return new Map(
    looks.map((look) => {
      const from = y;
      y += heightOf(look) + gap;
      return [look.id, [from, y - gap]];
    })
  );
}

function ribbonsOf(
  flows: Flow[],
  order: GroupLook[],
  startAt: Map<string, [number, number]>,
  endAt: Map<string, [number, number]>,
  scale: number
) {
  const place = (id: string) => order.findIndex((look) => look.id === id);
  const from = new Map([...startAt].map(([id, [y]]) => [id, y]));
  const to = new Map([...endAt].map(([id, [y]]) => [id, y]));
  const take = (at: Map<string, number>, id: string, thick: number) => {
    const y = at.get(id) ?? 0;
    at.set(id, y + thick);
    return y;
  };
  return [...flows]
    .sort((a, b) => place(a.from.id) - place(b.from.id) || place(a.to.id) - place(b.to.id))
    .map((flow) => {
      const thick = flow.people * scale;
      return { ...flow, thick, y0: take(from, flow.from.id, thick), y1: take(to, flow.to.id, thick) };
    });
}

function ribbon(x0: number, x1: number, y0: number, y1: number, thick: number): string {
  const m = (x0 + x1) / 2;
  const r = (y: number) => Math.round(y * 100) / 100;
  return `M${x0},${r(y0)}C${m},${r(y0)} ${m},${r(y1)} ${x1},${r(y1)}V${r(y1 + thick)}C${m},${r(y1 + thick)} ${m},${r(y0 + thick)} ${x0},${r(y0 + thick)}Z`;
}
