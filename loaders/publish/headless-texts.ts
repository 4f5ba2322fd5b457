import type { ColumnTable } from "arquero";
import { csvFormat } from "d3";
import { inert } from "../../src/terms/escape-formula.js";
import { numberIn } from "../definitions/numbers.js";
import { renderMergesCsv } from "../people/merges.js";
import { renderMarkdown } from "../playbooks/markdown.js";
import { writeReasons } from "../segments/reason-words.js";
import type { Study } from "../study.js";
import { lacking } from "./analyses.js";
import type { Content } from "./contents.js";
import { readRevenue } from "./revenue.js";
import { funnelTable, segmentsTable } from "./tables.js";
import { targetsJson } from "./targets-json.js";

/** One row per customer, every feature. */
export const FEATURES_QUERY =
  "SELECT p.customer_id, f.* FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY p.customer_id";

/** One row per customer and scheme, with the reason; see `writeReasons`. */
export function composeMembershipQuery(study: Study): Promise<string> {
  return writeReasons(study.engine, study, study.firm.currency);
}

/** The study as texts for people and schedulers. They are the firm's own: rejected cells may hold anything. */
export async function composeHeadlessTexts(study: Study): Promise<Content[]> {
  const { tables, firm } = study;
  const { revenue, unnamed } = await readRevenue(study);
  const summary = {
    asOfDate: firm.asOf,
    period: { from: tables.from, to: tables.asOf },
    currency: firm.currency,
    customers: numberIn(study.summaries.all, "customers") ?? 0,
    orders: numberIn(study.summaries.all, "orders") ?? (tables.columns.has("orders.ordered_at") ? 0 : null),
    revenue,
    revenueWithoutCustomer: unnamed,
    files: tables.files.map(({ source, table: _table, filled: _filled, ...count }) => ({
      file: source.file,
      table: source.table,
      ...count
    })),
    lacking: lacking(study).map(({ analysis, column }) => ({ analysis, column }))
  };
  const files: [string, string][] = [
    ["study.json", `${JSON.stringify(summary, null, 2)}\n`],
    [
      "segments.csv",
      renderCsv(segmentsTable(study.definitions.numbers, study.summaries), (row) => row.scheme !== "all")
    ],
    [
      "funnel.csv",
      renderCsv(
        funnelTable(study.funnel, firm.minimum).select(
          "dimension",
          "state",
          "reached",
          "current",
          "conversion_from_previous",
          "conversion_from_top",
          "median_days",
          "p25_days",
          "p75_days",
          "skipped"
        ),
        (row) => row.dimension === "all",
        ["dimension"]
      )
    ],
    ["targets.csv", csvFormat(targetRows(study))],
    [
      "rejects.csv",
      csvFormat(
        tables.rejects.map((r) => ({
          file: inert(r.file),
          row: r.row,
          column: inert(r.column),
          value: inert(r.value),
          reason: r.reason
        })),
        ["file", "row", "column", "value", "reason"]
      )
    ],
    ["people.csv", await renderMergesCsv(study.engine)],
    ...study.playbooks.map((p): [string, string] => [
      `playbooks/${p.lang}/${p.scheme.id}/${p.group}.md`,
      renderMarkdown(p, firm)
    ])
  ];
  return files.map(([path, content]) => [path, content.endsWith("\n") ? content : `${content}\n`]);
}

function targetRows(study: Study): Record<string, string | number | null>[] {
  const { stages, stage, funnel } = targetsJson(study);
  return [
    ...stages.map((s) => ({
      kind: "stage",
      id: s.id,
      current: s.number === stage.number ? 1 : 0,
      have: s.have,
      wanted: s.wanted,
      gap: s.gap,
      nearest: s.nearest,
      ready: s.ready === null ? null : s.ready ? 1 : 0,
      conversion: null,
      best: null,
      people: null,
      money: null
    })),
    ...funnel.map((s) => ({
      kind: "funnel",
      id: `${s.from}-${s.to}`,
      current: null,
      have: null,
      wanted: null,
      gap: null,
      nearest: null,
      ready: null,
      conversion: s.conversion,
      best: s.best,
      people: s.people,
      money: s.money
    }))
  ];
}

/** Rows are made and picked here, as the library's own ways make code from text, which a page's policy forbids. */
function renderCsv(
  table: ColumnTable,
  keep: (row: Record<string, unknown>) => boolean,
  hidden: readonly string[] = []
): string {
  const names = table.columnNames();
  const rows = Array.from({ length: table.numRows() }, (_, i) =>
    Object.fromEntries(
      names.map((name) => {
        const value: unknown = table.get(name, i);
        return [name, typeof value === "string" ? inert(value) : value];
      })
    )
  ).filter(keep);
  return csvFormat(
    rows as Record<string, string>[],
    names.filter((name) => !hidden.includes(name))
  );
}
