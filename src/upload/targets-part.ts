import { resize } from "observablehq:stdlib";
import { html } from "htl";
import { evidence } from "../charts/evidence.js";
import { gaps } from "../charts/gaps.js";
import { ladder } from "../charts/ladder.js";
import { uploadWords } from "../words/upload.js";
import type { Desk } from "./notebook.js";

/** Whom the business should want at its stage, how many are missing, and what the funnel's gaps are worth. */
export function targetsPart({ targets, definitions, study, f, address }: Desk): HTMLElement {
  const w = uploadWords(f.lang);
  return html`<div>
    <p class="said">${w.stageEvidence(`${f.number(targets.stage.number)}, ${targets.stage.label[f.lang].toLowerCase()}`)}</p>
    ${evidence(targets.stage, { f })}
    ${ladder(targets, { f, minimum: study.minimumGroup, playbook: (group) => address("playbook", "stage-fit", group) })}
    ${resize((width) => gaps(targets.funnel, { states: definitions.states, f, width }))}
  </div>`;
}
