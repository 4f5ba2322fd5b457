import { html } from "htl";
import type { Tasks } from "../../loaders/browser/protocol.js";
import { schemeOf } from "../charts/group.js";
import { pickGroup, pickScheme } from "../controls/pickers.js";
import type { Control } from "../controls/state.js";
import { uploadWords } from "../words/upload.js";
import { renderInert } from "./inert.js";
import type { Desk } from "./notebook.js";
import { saveButton } from "./save-button.js";
import { onVisit } from "./visit.js";

/** A group's playbook, written from the visitor's own numbers, and the list of the group's people to save. */
export function playbookPart({ definitions, playbooks, f, worker }: Desk): HTMLElement {
  const w = uploadWords(f.lang);
  const scheme = pickScheme(definitions, f.lang);
  const groups = html`<div></div>`;
  const place = html`<div class="page"></div>`;
  let group: Control | undefined;
  let turn = 0;

  const open = async () => {
    const mine = ++turn;
    const asked: Tasks["playbook"]["asked"] = { lang: f.lang, scheme: scheme.value, group: group?.value ?? "" };
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
  const pick = (asked?: string) => {
    group = pickGroup(schemeOf(definitions, scheme.value), f.lang, { all: false });
    const own = playbooks.filter((d) => d.scheme === scheme.value);
    const largest = [...own].sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0))[0];
    const id = asked ?? largest?.group;
    if (id !== undefined && group.allowed?.includes(id)) group.value = id;
    group.addEventListener("input", open);
    groups.replaceChildren(group);
    open();
  };
  scheme.addEventListener("input", () => pick());
  pick();
  const part = html`<div><p>${w.pickPlaybook}</p><div class="controls">${scheme}${groups}</div>${place}</div>`;
  onVisit(part, (asked) => {
    if (asked.scheme === undefined || !scheme.allowed?.includes(asked.scheme)) return;
    scheme.value = asked.scheme;
    pick(asked.group);
  });
  return part;
}
