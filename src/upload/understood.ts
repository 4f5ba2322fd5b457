import { html } from "htl";
import type { Inspection, Problem } from "../../loaders/browser/protocol.js";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import type { Corrections } from "./corrections.js";
import { problemList } from "./problem-list.js";
import { isOpen, questionOf, type SheetQuestion } from "./questions.js";
import { save } from "./save.js";
import { sheetCard } from "./sheet-card.js";

export interface UnderstoodOptions {
  lang: Lang;
  corrections: Corrections;
  /** Every question asked so far, answered or not. */
  questions: readonly SheetQuestion[];
  /** Problems that only computing brought up; they don't keep from trying again. */
  late: readonly Problem[];
  change: (next: Corrections) => void;
  compute: () => void;
}

/** The second step: every sheet as it was understood, what is to be put right, and the button that computes. */
export function understood(inspection: Inspection, options: UnderstoodOptions): HTMLElement {
  const { lang, corrections, questions, late, change, compute } = options;
  const w = speak(UPLOAD, lang);
  const early = inspection.problems.filter((problem) => !questionOf(problem));
  const problems = [...early, ...late.filter((problem) => !questionOf(problem))];
  const open = questions.some((question) => isOpen(question, corrections));
  const held = open ? w.answerFirst : early.length > 0 ? w.mendFirst : null;
  // Not `disabled`: who tabs to it should hear why it doesn't work yet.
  const button = html`<button type="button" class="button primary" data-key="compute" aria-describedby="upload-held" aria-disabled=${held ? "true" : null}>${w.compute}</button>`;
  button.addEventListener("click", () => {
    if (!held) compute();
  });
  const mapping = html`<button type="button" class="quiet" data-key="mapping">${w.saveMapping}</button>`;
  mapping.addEventListener("click", () => {
    const { buffer } = new TextEncoder().encode(inspection.mapping);
    save({ name: "mapping.yml", type: "text/yaml", bytes: buffer });
  });
  return html`<div>
    <p>${w.understoodLede}</p>
    ${problems.length > 0 ? problemList(problems, lang) : null}
    <div class="sheets">${inspection.sheets.map((sheet) =>
      sheetCard(sheet, {
        lang,
        tables: inspection.tables,
        corrections,
        change,
        questions: questions.filter((d) => d.sheet === sheet.name)
      })
    )}</div>
    <div class="act">${button}<p class="note" id="upload-held">${held ?? w.computeHint}</p></div>
    <p class="note">${mapping} ${w.saveMappingHint}</p>
  </div>`;
}
