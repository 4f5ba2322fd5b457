import { html } from "htl";
import type { InspectedSheet, Inspection, Question } from "../../../loaders/browser/protocol.js";
import type { Lang } from "../../../loaders/publish/published.js";
import { list } from "../control.js";
import { table } from "../table.js";
import { type Correction, type Corrections, correctHeading, correctReading, correctTable } from "./corrections.js";
import { readings } from "./readings.js";
import { uploadWords } from "./words.js";

export interface SheetCardOptions {
  lang: Lang;
  tables: Inspection["tables"];
  corrections: Corrections;
  /** Questions that are or were open for this sheet. */
  questions: readonly Question[];
  /** Told of the corrections after each change. */
  change: (next: Corrections) => void;
}

/** One sheet in words, with everything that can be put right: what it holds, how it is written, which heading is which column. */
export function sheetCard(sheet: InspectedSheet, options: SheetCardOptions): HTMLElement {
  const { lang, tables, corrections, questions, change } = options;
  const w = uploadWords(lang);
  const said = corrections[sheet.name];
  const ignored = said?.table === "ignore";
  const used = sheet.headings.filter((d) => d.column !== null).length;
  const known = sheet.table !== null && !ignored;
  const headingOf = (column: string) => sheet.headings.find((d) => d.column === column)?.heading ?? column;
  return html`<article class=${`sheet${known ? "" : " unknown"}`} data-sheet=${sheet.name}>
    <h3>${sheet.name}</h3>
    <p class="how">${[sheet.form[lang], ...(known ? [sheet.preset?.label[lang] ?? w.byHeadings] : [])].join(" · ")}</p>
    ${pickTable(sheet, said, options)}
    ${known ? null : html`<p>${ignored ? w.leftAlone : w.notRecognised}</p>`}
    ${[sheet.grain, sheet.money].map((text) => (text && known ? html`<p class="grain">${text[lang]}</p>` : null))}
    ${questions.map((question) =>
      readings(question, {
        lang,
        heading: headingOf(question.column),
        key: `${sheet.name} ${question.about}`,
        chosen: said?.[question.about],
        answer: (answer) => change(correctReading(corrections, sheet.name, question.about, answer))
      })
    )}
    ${known ? decisions(sheet, questions, lang) : null}
    ${sheet.left.length > 0 && known ? html`<p class="note">${w.leftRows}: ${sheet.left.map((d) => `${d.label[lang]} (${d.rows} ${w.rows})`).join(", ")}.</p>` : null}
    ${
      ignored
        ? null
        : html`<details class="data columns" open=${used === 0 && said?.table !== undefined ? "" : null}>
      <summary>${known ? w.columnsInUse(String(used), String(sheet.headings.length)) : w.seeColumns(String(sheet.headings.length))}</summary>
      ${columnTable(sheet, options, tables)}
    </details>`
    }
  </article>`;
}

function pickTable(sheet: InspectedSheet, said: Correction | undefined, options: SheetCardOptions): HTMLElement {
  const { lang, tables, corrections, change } = options;
  const w = uploadWords(lang);
  const value = said?.table ?? sheet.table ?? "";
  const choices = [
    ...(value === "" ? [{ value: "", label: "–" }] : []),
    ...tables.map((d) => ({ value: d.id, label: d.label[lang] })),
    { value: "ignore", label: w.leaveOut }
  ];
  const control = list(choices, { label: w.isTable, value });
  const select = control.querySelector("select");
  if (select) select.dataset.key = `${sheet.name} table`;
  control.addEventListener("input", () => change(correctTable(corrections, sheet.name, control.value)));
  return control;
}

/** How days and numbers are read where nobody needed to ask. */
function decisions(sheet: InspectedSheet, questions: readonly Question[], lang: Lang): HTMLElement | null {
  const w = uploadWords(lang);
  const parts = (["dates", "numbers"] as const).flatMap((about) => {
    const style = sheet[about];
    if (style === null || questions.some((d) => d.about === about)) return [];
    return [`${w.decisions[about]}: ${w.styles[style] ?? style}`];
  });
  return parts.length > 0 ? html`<p class="note">${parts.join(" · ")}</p>` : null;
}

function columnTable(sheet: InspectedSheet, options: SheetCardOptions, tables: Inspection["tables"]): HTMLElement {
  const { lang, corrections, change } = options;
  const w = uploadWords(lang);
  const chosen = corrections[sheet.name]?.table ?? sheet.table;
  const columns = tables.find((d) => d.id === chosen)?.columns ?? [];
  return table(
    sheet.headings,
    [
      { label: w.heading, cell: (d) => html`<code>${d.heading}</code>` },
      { label: w.examples, cell: (d) => html`<span class="examples">${d.examples.slice(0, 3).join(" · ")}</span>` },
      {
        label: w.understoodAs,
        cell: ({ heading, column }) => {
          const select =
            html`<select data-key=${`${sheet.name} ${heading}`} aria-label=${`${heading}: ${w.understoodAs}`}>
            <option value="">${w.notUsed}</option>
            ${columns.map((d) => html`<option value=${d.id}>${d.label[lang]}${d.required ? ` (${w.required})` : ""}</option>`)}
          </select>` as HTMLSelectElement;
          select.value = column ?? "";
          select.disabled = columns.length === 0;
          select.addEventListener("input", () =>
            change(correctHeading(corrections, sheet, heading, select.value || null))
          );
          return select;
        }
      }
    ],
    { caption: `${sheet.name}: ${w.understoodAs}` }
  );
}
