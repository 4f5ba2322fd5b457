import { html } from "htl";
import type { InspectedSheet, Inspection, Question } from "../../loaders/browser/protocol.js";
import { list } from "../controls/list.js";
import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import { columnTable } from "./column-table.js";
import { type Corrections, correctReading, correctTable } from "./corrections.js";
import { readings } from "./readings.js";

export interface SheetCardOptions {
  lang: Lang;
  tables: Inspection["tables"];
  corrections: Corrections;
  /** Questions that are or were open for this sheet. */
  questions: readonly Question[];
  /** Told of the corrections after each change. */
  change: (next: Corrections) => void;
}

/** One sheet in words, with all that can be put right: what it holds, how it is written, which heading is which column. */
export function sheetCard(sheet: InspectedSheet, options: SheetCardOptions): HTMLElement {
  const { lang, corrections, questions, change } = options;
  const w = speak(UPLOAD, lang);
  const said = corrections[sheet.name];
  const pick = pickTable(sheet, options);
  const head = html`<h3>${sheet.name}</h3>`;
  if (said?.table === "ignore")
    return html`<article class="sheet unknown" data-sheet=${sheet.name}>${head}${pick}<p>${w.leftAlone}</p></article>`;
  const known = sheet.table !== null;
  const all = String(sheet.headings.length);
  const paid = sheet.headings.some((d) => /amount|price|total/.test(d.column ?? ""));
  const used = String(sheet.headings.filter((d) => d.column !== null).length);
  return html`<article class=${`sheet${known ? "" : " unknown"}`} data-sheet=${sheet.name}>
    ${head}
    <p class="how">${[sheet.form[lang], sheet.preset?.label[lang]].filter(Boolean).join(" · ")}</p>
    ${pick}
    <p>${known ? [sheet.why, sheet.grain, paid ? sheet.money : null].flatMap((text) => text?.[lang] ?? []).join(" ") : w.notRecognised}</p>
    ${sheet.notes.map((text) => html`<p>${text[lang]}</p>`)}
    ${questions.map((question) =>
      readings(question, {
        lang,
        key: `${sheet.name} ${question.about}`,
        chosen: said?.[question.about],
        answer: (answer) => change(correctReading(corrections, sheet.name, question.about, answer))
      })
    )}
    ${known ? decisions(sheet, questions, lang) : null}
    ${leftRows(sheet, lang)}
    <details class="data columns" open=${known && used === "0" ? "" : null}>
      <summary>${known ? fill(w.columnsInUse, { used, all }) : fill(w.seeColumns, { all })}</summary>
      ${columnTable(sheet, options)}
    </details>
  </article>`;
}

function pickTable(sheet: InspectedSheet, { lang, tables, corrections, change }: SheetCardOptions): HTMLElement {
  const w = speak(UPLOAD, lang);
  const value = corrections[sheet.name]?.table ?? sheet.table ?? "";
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

/** How days and numbers are read where nobody needed to ask, and what holds for every row. */
function decisions(sheet: InspectedSheet, questions: readonly Question[], lang: Lang): HTMLElement | null {
  const w = speak(UPLOAD, lang);
  const styles = { dates: sheet.datesText, numbers: sheet.numbersText };
  const parts = (["dates", "numbers"] as const).flatMap((about) => {
    const style = styles[about];
    return style === null || questions.some((d) => d.about === about) ? [] : [`${w.decisions[about]}: ${style[lang]}`];
  });
  const constants = sheet.constants.map((d) => `${w.constants}: ${d.label[lang]} = ${d.value}`);
  const all = [...parts, ...constants];
  return all.length > 0 ? html`<p class="note">${all.join(" · ")}</p>` : null;
}

/** Rows that were found and are no data, each kind with the first of them: nothing is left out in silence. */
function leftRows({ left }: InspectedSheet, lang: Lang): HTMLElement | null {
  if (left.length === 0) return null;
  const w = speak(UPLOAD, lang);
  const example = (d: { row: number; text: string }) =>
    html`<li><small>${fill(w.atRow, { row: String(d.row) })}</small> ${d.text.slice(0, 160)}</li>`;
  return html`<details class="data"><summary>${w.leftRows}: ${left.map((d) => `${d.label[lang]} (${fill(w.rows, { rows: String(d.rows) })})`).join(", ")}</summary>
    <ul class="left">${left.flatMap((d) => d.examples.filter(({ text }) => text !== "").map(example))}</ul>
  </details>`;
}
