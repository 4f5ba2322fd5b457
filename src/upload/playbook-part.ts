import { html } from "htl";
import type { Tasks } from "../../loaders/browser/protocol.js";
import { keep } from "../controls/control.js";
import { pickGroup, pickScheme } from "../controls/pickers.js";
import { speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import type { Computed } from "./computed.js";
import { renderInert } from "./inert.js";
import { saveButton } from "./save-button.js";

/** A group's playbook, written from the visitor's own numbers, and the list of the group's people to save. */
export function playbookPart({ definitions, playbooks, f, worker, choices }: Computed): HTMLElement {
  const w = speak(UPLOAD, f.lang);
  const scheme = keep(pickScheme(definitions, f.lang), choices, "scheme");
  const group = pickGroup(scheme, definitions, f.lang, { all: false });
  const place = html`<div class="page"></div>`;
  let turn = 0;

  const open = async () => {
    const mine = ++turn;
    const asked: Tasks["playbook"]["asked"] = { lang: f.lang, scheme: scheme.value, group: group.value };
    if (asked.group === "") return place.replaceChildren();
    place.setAttribute("aria-busy", "true");
    const text = await worker.ask("playbook", asked).catch(() => null);
    if (mine !== turn) return;
    place.removeAttribute("aria-busy");
    const save = saveButton(w.saveList, () => worker.ask("list", asked), f.lang);
    place.replaceChildren(
      html`<p>${save} <small>${w.saveListHint}</small></p>`,
      text === null ? html`<p role="status">${w.noPlaybook}</p>` : renderInert(text)
    );
  };
  const openLargest = () => {
    const own = playbooks.filter((d) => d.scheme === scheme.value);
    const largest = [...own].sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0))[0];
    if (largest && group.allowed.includes(largest.group)) group.value = largest.group;
    open();
  };
  keep(group, choices, "group");
  group.addEventListener("input", open);
  scheme.addEventListener("input", openLargest);
  openLargest();
  return html`<div><p>${w.pickPlaybook}</p><div class="controls">${scheme}${group}</div>${place}</div>`;
}
