import { resize } from "observablehq:stdlib";
import { html } from "htl";
import { analyses } from "../charts/analyses.js";
import { consent } from "../charts/consent.js";
import { fileCards } from "../charts/file-card.js";
import { people } from "../charts/people.js";
import { scorecard } from "../charts/scorecard.js";
import { trust } from "../charts/trust.js";
import { uploadWords } from "../words/upload.js";
import type { Desk } from "./notebook.js";
import { saveButton } from "./save-button.js";

/** What came in and what became of every row; the rows set aside can be saved. */
export function dataPart({ study, f, worker }: Desk): HTMLElement {
  const w = uploadWords(f.lang);
  return html`<div>
    ${trust(study, { f })}
    ${resize((width) => fileCards(study, { f, width }))}
    ${study.rejects.length > 0 ? saveButton(w.saveRejects, () => worker.ask("rejects", {}), f.lang) : null}
    <h3>${w.data.quality}</h3>
    ${resize((width) => scorecard(study.scorecard, { f, width }))}
    <h3>${w.data.people}</h3>
    ${resize((width) => people(study.people, { f, width, minimum: study.minimumGroup }))}
    <h3>${w.data.consent}</h3>
    ${resize((width) => consent(study.consent, { f, width }))}
    <h3>${w.data.analyses}</h3>
    ${analyses(study.analyses, { f })}
  </div>`;
}
