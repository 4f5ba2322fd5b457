import { html } from "htl";
import { pickGroup, pickScheme } from "../controls/pickers.js";
import { speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import type { Computed } from "./computed.js";
import { saveButton } from "./save-button.js";

/** What can be taken along: all results in one archive, the rows set aside, a list of people for a group. */
export function downloadsPart({ definitions, study, f, worker }: Computed): HTMLElement {
  const w = speak(UPLOAD, f.lang);
  const scheme = pickScheme(definitions, f.lang);
  const group = pickGroup(scheme, definitions, f.lang, { all: false });
  const list = () => worker.ask("list", { scheme: scheme.value, group: group.value, lang: f.lang });
  const entry = (button: HTMLElement, hint: string) => html`<li>${button}<p class="note">${hint}</p></li>`;
  return html`<div>
    <ul class="downloads">
      ${entry(
        saveButton(w.outputs, () => worker.ask("outputs", {}), f.lang),
        w.outputsHint
      )}
      ${
        study.rejects.length === 0
          ? null
          : entry(
              saveButton(w.saveRejects, () => worker.ask("rejects", {}), f.lang),
              w.rejectsHint
            )
      }
    </ul>
    <h3>${w.lists}</h3>
    <p>${w.listsHint}</p>
    <div class="controls">${scheme}${group}${saveButton(w.saveList, list, f.lang)}</div>
  </div>`;
}
