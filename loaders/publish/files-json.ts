import { bilingual } from "../../src/terms/words.js";
import { DUPLICATES } from "../../src/words/quality.js";
import { LEFT } from "../../src/words/understanding.js";
import { describeForm, describeGrain, describeMoney } from "../dataset/sentences.js";
import type { SourceFile } from "../dataset/source.js";
import { findColumn } from "../definitions/columns.js";
import type { Definitions } from "../definitions/read.js";
import { reasonLabel } from "../issues/issue.js";
import { isSuppressed } from "../segments/summaries.js";
import { isFew } from "../segments/suppress.js";
import type { Study } from "../study.js";
import type { FileCount } from "../tables/compute.js";
import type { PublishedFile, PublishedStudy } from "./published.js";

/** How each file came in and what became of its rows; money is hidden with the firm's revenue. */
export function filesJson({ tables, summaries, definitions, firm }: Study): PublishedFile[] {
  const hidden = summaries.everybody.withheld || isSuppressed(summaries, "revenue");
  const money = (value: number | null) => (hidden ? null : value);
  return tables.files.map((count) => ({
    ...understood(count.source, definitions),
    rowsRead: count.rowsRead,
    rowsAccepted: count.rowsAccepted,
    rowsRejected: count.rowsRejected,
    rowsDuplicate: count.rowsDuplicate,
    moneyRead: money(count.moneyRead),
    moneyAccepted: money(count.moneyAccepted),
    moneyRejected: money(count.moneyRejected),
    moneyDuplicate: money(count.moneyDuplicate),
    left: count.left.map(({ kind, count: rows, rows: first }) => ({
      kind,
      label: bilingual(LEFT[kind]),
      rows,
      at: first.slice(0, SHOWN_ROWS).map(({ row }) => row)
    })),
    duplicateOf: count.duplicateOf.map(({ file, rule, rows }) => ({ file, rows, label: bilingual(DUPLICATES[rule]) })),
    columns: columns(count, definitions, firm.minimum),
    ignored: count.source.ignored
  }));
}

/** Sheets and parts of files that hold nothing to read, by the reason. */
export function passedJson({ dataset }: Study): PublishedStudy["passed"] {
  return dataset.skipped.map(({ file, code }) => ({ file, label: reasonLabel(code) }));
}

const SHOWN_ROWS = 3;

function understood(
  { file, sheet, table, preset, layout, grain, columns: map, reading }: SourceFile,
  { tables }: Definitions
) {
  return {
    file,
    table,
    tableLabel: tables[table].label,
    form: describeForm(sheet.form),
    preset: preset && layout ? { id: preset, label: layout.label } : null,
    grain: { id: grain, text: describeGrain(table, grain) },
    money: table === "orders" ? (layout?.money ?? describeMoney(map, grain, reading)) : null
  };
}

/** Which columns came in, and how full they are; not told of a column with something in fewer rows than people may be told of. */
function columns(
  { source, filled, valid, rowsAccepted }: FileCount,
  { tables }: Definitions,
  minimum: number
): PublishedFile["columns"] {
  const told = (id: string) => !isFew(Math.round((filled[id] ?? 0) * rowsAccepted), minimum);
  return Object.entries(source.columns).map(([id, heading]) => ({
    column: id,
    label: findColumn(tables, `${source.table}.${id}`).label,
    heading,
    filled: told(id) ? (filled[id] ?? null) : null,
    valid: told(id) ? (valid[id] ?? null) : null
  }));
}
