import { html } from "htl";

export interface Column<Row> {
  label: string;
  /** The cell's text or element. */
  cell: (row: Row) => string | Node;
  /** Numbers stand to the right, in tabular figures. */
  number?: boolean;
}

/** A table in a frame that scrolls by itself where it is too wide; the first column heads each row. */
export function table<Row>(rows: Row[], columns: Column<Row>[], { caption }: { caption: string }): HTMLElement {
  const kind = (column: Column<Row>) => (column.number ? "number" : null);
  const row = (d: Row) =>
    html`<tr>${columns.map((column, i) =>
      i === 0
        ? html`<th scope="row" class=${kind(column)}>${column.cell(d)}</th>`
        : html`<td class=${kind(column)}>${column.cell(d)}</td>`
    )}</tr>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${caption}>
    <table>
      <caption class="unseen">${caption}</caption>
      <thead><tr>${columns.map((column) => html`<th scope="col" class=${kind(column)}>${column.label}</th>`)}</tr></thead>
      <tbody>${rows.map(row)}</tbody>
    </table>
  </div>` as HTMLElement;
}
