import type { Bilingual } from "../../src/terms/lang.js";
import { describeForm, describeMoney, GRAINS, LEFT, ROWS } from "../dataset/sentences.js";
import type { SourceFile } from "../dataset/source.js";
import { findColumn } from "../definitions/columns.js";
import type { Definitions } from "../definitions/read.js";
import { reasonLabel } from "../issues/issue.js";
import type { Study } from "../study.js";
import type { FileCount } from "../tables/compute.js";
import type { DuplicateRule } from "../tables/duplicates.js";
import type { PublishedFile, PublishedStudy } from "./published.js";

/** How each file came in and what became of its rows; money is withheld with the firm's totals. */
export function filesJson({ tables, summaries, definitions }: Study): PublishedFile[] {
  const { withheld } = summaries.everybody;
  const money = (value: number | null) => (withheld ? null : value);
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
      label: LEFT[kind],
      rows,
      at: first.slice(0, SHOWN_ROWS).map(({ row }) => row)
    })),
    duplicateOf: count.duplicateOf.map(({ file, rule, rows }) => ({ file, rows, label: DUPLICATES[rule] })),
    columns: columns(count, definitions),
    ignored: count.source.ignored
  }));
}

/** Sheets and parts of files that hold nothing to read, by the reason. */
export function passedJson({ dataset }: Study): PublishedStudy["passed"] {
  return dataset.skipped.map(({ file, code }) => ({ file, label: reasonLabel(code) }));
}

const SHOWN_ROWS = 3;

/** What a duplicate has in common with the row that stays. */
export const DUPLICATES: Record<DuplicateRule, Bilingual> = {
  "equal-row": { vi: "giống hệt ở mọi ô", en: "equal in every cell" },
  "same-line": {
    vi: "cùng mã đơn, ngày, tiền, món và số lượng, ở hai tệp",
    en: "same order, day, money, product and quantity, in two files"
  },
  "same-order": { vi: "cả đơn đã có từng món ở tệp kia", en: "the order stands there line by line" }
};

function understood({ file, sheet, table, preset, layout, grain, columns: map }: SourceFile, { tables }: Definitions) {
  return {
    file,
    table,
    tableLabel: tables[table].label,
    form: describeForm(sheet.form),
    preset: preset && layout ? { id: preset, label: layout.label } : null,
    grain: { id: grain, text: table === "orders" ? GRAINS[grain] : ROWS[table] },
    money: table === "orders" ? (layout?.money ?? describeMoney(map, grain)) : null
  };
}

function columns({ source, filled, valid }: FileCount, { tables }: Definitions): PublishedFile["columns"] {
  return Object.entries(source.columns).map(([id, heading]) => ({
    column: id,
    label: findColumn(tables, `${source.table}.${id}`).label,
    heading,
    filled: filled[id] ?? null,
    valid: valid[id] ?? null
  }));
}
