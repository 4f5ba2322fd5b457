import type { DirtyRow } from "./dirt.js";
import type { Truths } from "./truths.js";

type Lang = "vi" | "en";

/** How a language writes shares and numbers; by hand, because Intl differs between builds. */
export function writers(lang: Lang) {
  const n = (value: number, decimals = 0) => {
    const [whole = "", part] = value.toFixed(decimals).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === "vi" ? "." : ",");
    return part === undefined ? grouped : `${grouped}${lang === "vi" ? "," : "."}${part}`;
  };
  return { n, p: (share: number) => `${n(share * 100, 1)} %` };
}

type Write = (value: number) => string;

function renderTable(headings: string, rows: readonly (readonly string[])[]): string {
  const columns = headings.split(" | ");
  return [
    `| ${headings} |`,
    `|${columns.map(() => "---|").join("")}`,
    ...rows.map((row) => `| ${row.join(" | ")} |`)
  ].join("\n");
}

export function fileTable(
  rows: readonly (readonly [file: string, rows: number])[],
  headings: string,
  n: Write
): string {
  return renderTable(
    headings,
    rows.map(([file, count]) => [`\`${file}\``, n(count)])
  );
}

export function sourceTable({ sources }: Truths, headings: string, n: Write, p: Write): string {
  const cells = sources.map((s) => [`\`${s.name}\``, n(s.contacts), n(s.leads), n(s.buyers), p(s.conversion)]);
  return renderTable(headings, cells);
}

export function careTable(
  { danang, others }: Truths["care"],
  headings: string,
  labels: readonly string[],
  n: Write,
  p: Write
): string {
  const sides = [danang.before, danang.after, others.before, others.after];
  return renderTable(
    headings,
    sides.map((side, i) => [
      labels[i] ?? "",
      n(side.orders),
      p(side.cared),
      p(side.repeated),
      `${p(side.firstRepeated)} (${n(side.firstOrders)})`
    ])
  );
}

export function dirtyTable(dirty: readonly DirtyRow[], lang: Lang, headings: string): string {
  return renderTable(
    headings,
    dirty.map((row) => [`\`${row.file}\``, String(row.line), row[lang]])
  );
}
