import { html } from "htl";
import type { PublishedFile, PublishedStudy } from "../../loaders/publish/published.js";
import type { Formats } from "./format.js";
import { table } from "./table.js";
import { words } from "./words.js";

/** For every file, which heading was taken for which column, and which headings found no use. */
export function understood(files: PublishedFile[], { f }: { f: Formats }): HTMLElement {
  const w = words(f.lang);
  return html`<div>${files.map(
    (
      file
    ) => html`<details class="data"><summary>${file.file}: ${f.number(file.columns.length)} ${f.lang === "vi" ? "cột dùng được" : "columns in use"}${file.ignored.length ? `, ${f.number(file.ignored.length)} ${w.ignored.toLowerCase()}` : ""}</summary>
      ${table(
        file.columns,
        [
          { label: w.heading, cell: (d) => html`<code>${d.heading}</code>` },
          { label: w.understoodAs, cell: (d) => d.label[f.lang] }
        ],
        { caption: `${file.file}: ${w.understoodAs.toLowerCase()}` }
      )}
      ${file.ignored.length ? html`<p><b>${w.ignored}:</b> ${file.ignored.join(", ")}</p>` : null}
    </details>`
  )}</div>`;
}

/** Rows that were set aside, counted by file and reason, the most frequent first. */
export function rejects(rows: PublishedStudy["rejects"], { f }: { f: Formats }): HTMLElement {
  const w = words(f.lang);
  if (rows.length === 0)
    return html`<p>${f.lang === "vi" ? "Không có dòng nào phải để riêng." : "No row had to be set aside."}</p>`;
  return table(
    [...rows].sort((a, b) => b.rows - a.rows),
    [
      { label: w.reason, cell: (d) => d.label[f.lang] },
      { label: w.file, cell: (d) => d.file },
      { label: w.rows, number: true, cell: (d) => f.number(d.rows) },
      { label: w.money, number: true, cell: (d) => (d.money === 0 ? f.none : f.exactMoney(d.money)) }
    ],
    { caption: w.rejected }
  );
}
