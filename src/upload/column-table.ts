import { html } from "htl";
import type { InspectedSheet, Inspection } from "../../loaders/browser/protocol.js";
import { table } from "../charts/table.js";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import { type Corrections, correctHeading } from "./corrections.js";

export interface ColumnTableOptions {
  lang: Lang;
  tables: Inspection["tables"];
  corrections: Corrections;
  /** Told of the corrections after each change. */
  change: (next: Corrections) => void;
}

/** Every heading of a sheet with a few of its cells and the column it was taken for, to be chosen anew. */
export function columnTable(sheet: InspectedSheet, options: ColumnTableOptions): HTMLElement {
  const { lang, tables, corrections, change } = options;
  const w = speak(UPLOAD, lang);
  const id = corrections[sheet.name]?.table ?? sheet.table;
  const columns = tables.find((d) => d.id === id)?.columns ?? [];
  const pick = ({ heading, column }: InspectedSheet["headings"][number]) => {
    const select = html`<select data-key=${`${sheet.name} ${heading}`} aria-label=${`${heading}: ${w.understoodAs}`}>
      <option value="">${w.notUsed}</option>
      ${columns.map((d) => html`<option value=${d.id}>${d.label[lang]}${d.required ? ` (${w.required})` : ""}</option>`)}
    </select>` as HTMLSelectElement;
    select.value = column ?? "";
    select.disabled = columns.length === 0;
    select.addEventListener("input", () => change(correctHeading(corrections, sheet, heading, select.value || null)));
    return select;
  };
  return table(
    sheet.headings,
    [
      { label: w.heading, cell: (d) => html`<code>${d.heading}</code>` },
      { label: w.examples, cell: (d) => html`<span class="examples">${d.examples.join(" · ")}</span>` },
      { label: w.understoodAs, cell: pick }
    ],
    { caption: `${sheet.name}: ${w.understoodAs}` }
  );
}
