import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ColumnTable } from "arquero";
import { csvFormat } from "d3";
import { renderMarkdown } from "../playbooks/markdown.js";
import { membershipQuery } from "../segments/compute.js";
import type { Study } from "../study.js";
import { studyJson } from "./study-json.js";
import { funnelTable, segmentsTable } from "./tables.js";
import { targetsJson } from "./targets-json.js";

/**
 * Writes the study without a site: tables for people and schedulers, one row per customer where asked for.
 * These files are the firm's own and hold ids; they must not be published.
 */
export async function writeHeadless(study: Study, folder: string): Promise<void> {
  const { engine, tables, firm, schemes, features } = study;
  const published = await studyJson(study);
  const lacking = published.lacking.map(({ analysis, column }) => ({ analysis, column }));
  const summary = {
    asOfDate: firm.asOf,
    period: published.period,
    currency: firm.currency,
    customers: study.summaries.all.customers ?? 0,
    orders: study.summaries.all.orders ?? 0,
    ...(await totals(study)),
    files: tables.files.map(({ source, filled: _filled, ...count }) => ({
      file: source.file,
      table: source.table,
      ...count
    })),
    lacking
  };
  const files: [string, string][] = [
    ["study.json", `${JSON.stringify(summary, null, 2)}\n`],
    ["segments.csv", renderCsv(segmentsTable(study.summaries).filter((d: { scheme: string }) => d.scheme !== "all"))],
    [
      "funnel.csv",
      renderCsv(
        funnelTable(study.funnel, firm.minimum)
          .filter((d: { dimension: string }) => d.dimension === "all")
          .select(
            "state",
            "reached",
            "current",
            "conversion_from_previous",
            "conversion_from_top",
            "median_days",
            "p25_days",
            "p75_days",
            "skipped"
          )
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
    ...study.playbooks.map((p): [string, string] => [
      `playbooks/${p.lang}/${p.scheme.id}/${p.group}.md`,
      renderMarkdown(p, firm)
    ])
  ];
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content.endsWith("\n") ? content : `${content}\n`);
  }
  const d = engine.dialect;
  await engine.run(d.writeParquet(membershipQuery(engine, schemes, features), join(folder, "membership.parquet")));
  await engine.run(
    d.writeParquet(
      "SELECT p.customer_id, f.* FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY p.customer_id",
      join(folder, "features.parquet")
    )
  );
}

/** All revenue, and the part on lines that name nobody. */
async function totals({ engine }: Study): Promise<{ revenue: number; revenueWithoutCustomer: number }> {
  const [row] = await engine.rows(
    "SELECT COALESCE(sum(net), 0) AS revenue, COALESCE(sum(CASE WHEN customer_id IS NULL THEN net ELSE 0 END), 0) AS unnamed FROM lines"
  );
  return { revenue: Number(row?.revenue ?? 0), revenueWithoutCustomer: Number(row?.unnamed ?? 0) };
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

function renderCsv(table: ColumnTable): string {
  const rows = table.objects() as Record<string, unknown>[];
  const inertRows = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === "string" ? inert(value) : value])
    )
  );
  return csvFormat(inertRows as Record<string, string>[], table.columnNames());
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}
