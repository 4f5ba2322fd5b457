import { findColumn, TABLES } from "../dataset/columns.js";
import type { LeftKind } from "../dataset/files/sheet.js";
import type { Grain, SourceFile } from "../dataset/source.js";
import type { Study } from "../study.js";
import type { FileCount } from "../tables/compute.js";
import type { PublishedFile, Text } from "./published.js";

/** How each file came in and what became of its rows; money is withheld with the firm's totals. */
export function filesJson({ tables, summaries, dataset }: Study): PublishedFile[] {
  return tables.files.map((count) => {
    // Until the reader of files gives whole sheets, what it knows of them may be missing.
    const source: Partial<SourceFile> & FileCount["source"] = count.source;
    const { left = [], duplicateOf = [], valid } = count as FileCount & Counted;
    const withheld = summaries.everybody.withheld;
    const money = (value: number | null) => (withheld ? null : value);
    const grain = source.grain ?? (source.table === "orders" ? "line" : "row");
    const form = source.sheet?.form;
    return {
      file: source.file,
      table: source.table,
      tableLabel: TABLES[source.table].label,
      form: {
        kind: form?.kind ?? "csv",
        encoding: form?.encoding ?? null,
        delimiter: form?.delimiter ?? null,
        packed: form?.packed ?? null
      },
      preset: source.preset ? { id: source.preset, label: presetLabel(dataset, source.preset) } : null,
      grain: { id: grain, text: GRAINS[grain] },
      money: null,
      rowsRead: count.rowsRead,
      rowsAccepted: count.rowsAccepted,
      rowsRejected: count.rowsRejected,
      rowsDuplicate: count.rowsDuplicate,
      moneyRead: money(count.moneyRead),
      moneyAccepted: money(count.moneyAccepted),
      moneyRejected: money(count.moneyRejected),
      moneyDuplicate: money(count.moneyDuplicate),
      left: left.map((l) => ({ ...l, label: LEFT[l.kind] })),
      duplicateOf,
      columns: Object.entries(source.columns).map(([id, heading]) => ({
        column: id,
        label: findColumn(`${source.table}.${id}`).label,
        heading,
        filled: count.filled[id] ?? 0,
        valid: valid?.[id] ?? readable(tables, count, heading, id)
      })),
      ignored: source.ignored
    };
  });
}

/** What later readings of a file add to its counts. */
interface Counted {
  left?: { kind: LeftKind; rows: number; at: number[] }[];
  duplicateOf?: { file: string; rows: number }[];
  valid?: Record<string, number>;
}

function presetLabel(_dataset: Study["dataset"], id: string): Text {
  return { vi: id, en: id };
}

/** Share of filled cells that could be read, from the cells that were set aside. */
function readable(tables: Study["tables"], count: FileCount, heading: string, id: string): number {
  const bad = tables.rejects.filter(
    (r) => r.file === count.source.file && r.column === heading && r.reason !== "missing-value"
  ).length;
  const filled = (count.filled[id] ?? 0) * count.rowsAccepted + bad;
  return filled === 0 ? 1 : 1 - bad / filled;
}

const GRAINS: Record<Grain, Text> = {
  order: { vi: "mỗi dòng là một đơn hàng", en: "each row is a whole order" },
  line: { vi: "mỗi dòng là một món trong đơn, có tiền riêng", en: "each row is an order line with its own money" },
  "first-line": {
    vi: "mỗi dòng là một món, thông tin chung của đơn chỉ ở dòng đầu",
    en: "each row is an order line; what belongs to the order stands on its first line only"
  },
  repeated: {
    vi: "mỗi dòng là một món, thông tin chung của đơn lặp lại ở mọi dòng",
    en: "each row is an order line; what belongs to the order is repeated on every line"
  },
  unit: { vi: "mỗi dòng là một chiếc hàng", en: "each row is one unit of a product" },
  row: { vi: "mỗi dòng là một mục", en: "each row is one entry" }
};

const LEFT: Record<LeftKind, Text> = {
  preamble: { vi: "dòng mở đầu phía trên tiêu đề", en: "rows above the headings" },
  heading: { vi: "dòng tiêu đề lặp lại", en: "repeated headings" },
  description: { vi: "dòng giải thích cột", en: "rows that explain the columns" },
  total: { vi: "dòng tổng cộng", en: "totals" },
  footer: { vi: "dòng ghi chú cuối tệp", en: "notes below the data" },
  blank: { vi: "dòng trống", en: "blank rows" }
};
