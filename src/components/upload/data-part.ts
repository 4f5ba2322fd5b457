import { resize } from "observablehq:stdlib";
import { html } from "htl";
import { conservation } from "../conservation.js";
import { rejects, understood } from "../file-tables.js";
import { lackingOfStudy } from "../lacking.js";
import { quality } from "../quality.js";
import type { Desk } from "./notebook.js";
import { saveButton } from "./save-button.js";
import { uploadWords } from "./words.js";

/** What came in and what became of every row; the rows set aside can be saved. */
export function dataPart({ study, f, worker }: Desk): HTMLElement {
  const w = uploadWords(f.lang);
  return html`<div>
    ${resize((width) => conservation(study.files, { f, width }))}
    <h3>${w.rejected}</h3>
    ${rejects(study.rejects, { f })}
    ${study.rejects.length > 0 ? saveButton(w.saveRejects, () => worker.ask("rejects", {}), f.lang) : null}
    ${understood(study.files, { f })}
    ${resize((width) => quality(study.quality, { f, width }))}
    <h3>${w.whatMore}</h3>
    ${lackingOfStudy(study.lacking, f.lang)}
  </div>`;
}
