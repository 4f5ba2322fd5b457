import { html } from "htl";
import { schemeOf } from "../charts/group.js";
import { pickGroup, pickScheme } from "../controls/pickers.js";
import type { Control } from "../controls/state.js";
import { uploadWords } from "../words/upload.js";
import type { Desk } from "./notebook.js";
import { saveButton } from "./save-button.js";

/** What can be taken along: all results in one archive, the rows set aside, a list of people for a group. */
export function downloadsPart({ definitions, study, f, worker }: Desk): HTMLElement {
  const w = uploadWords(f.lang);
  const scheme = pickScheme(definitions, f.lang);
  const groups = html`<div></div>`;
  let group: Control | undefined;
  const pick = () => {
    group = pickGroup(schemeOf(definitions, scheme.value), f.lang, { all: false });
    groups.replaceChildren(group);
  };
  scheme.addEventListener("input", pick);
  pick();
  const list = () => worker.ask("list", { scheme: scheme.value, group: group?.value ?? "", lang: f.lang });
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
    <div class="controls">${scheme}${groups}${saveButton(w.saveList, list, f.lang)}</div>
  </div>`;
}
