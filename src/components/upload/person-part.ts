import { html } from "htl";
import type { Person } from "../../../loaders/browser/protocol.js";
import type { PublishedDefinitions, Unit } from "../../../loaders/publish/published.js";
import type { Formats } from "../format.js";
import { table } from "../table.js";
import type { Desk } from "./notebook.js";
import { describeReason } from "./reason.js";
import { uploadWords } from "./words.js";

/** Looks people up, and says of each why they are where they are. */
export function personPart({ f, worker, definitions }: Desk): HTMLElement {
  const w = uploadWords(f.lang);
  const input =
    html`<input id="upload-person" type="search" placeholder=${w.findHint} autocomplete="off" spellcheck="false">` as HTMLInputElement;
  const status = html`<p class="status" role="status"></p>`;
  const found = html`<div></div>`;
  const form = html`<form class="controls">
    <div class="control words"><label for="upload-person">${w.find}</label>${input}</div>
    <button class="button">${w.findButton}</button>
  </form>`;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = input.value.trim();
    if (words === "") return;
    status.textContent = w.finding;
    const people = await worker.ask("person", { words }).catch(() => null);
    if (people === null) {
      status.textContent = w.failures.order.text;
      return;
    }
    status.textContent = people.length === 0 ? w.foundNobody : w.foundPeople(f.number(people.length));
    found.replaceChildren(...people.map((person) => card(person, people.length === 1, definitions, f)));
  });
  return html`<div><p>${w.personLede}</p>${form}${status}${found}</div>`;
}

function card(person: Person, alone: boolean, { features }: PublishedDefinitions, f: Formats): HTMLElement {
  const w = uploadWords(f.lang);
  const name = person.name ?? person.id;
  const contact = [person.name === null ? null : person.id, person.phone, person.email].filter((d) => d !== null);
  return html`<details class="person" open=${alone ? "" : null}>
    <summary><strong>${name}</strong> <small>${contact.join(" · ")}</small></summary>
    ${person.otherIds.length > 0 ? html`<p class="note">${w.otherIds}: ${person.otherIds.join(", ")}</p>` : null}
    <dl class="memberships">${person.memberships.map(
      (d) =>
        html`<div><dt>${d.schemeLabel[f.lang]}</dt><dd><b>${d.groupLabel[f.lang]}</b> <span>${describeReason(d.reason[f.lang], features, f)}</span></dd></div>`
    )}</dl>
    <h4>${w.journey}</h4>
    <ol class="journey">${person.states.map(
      (d) =>
        html`<li class=${d.date === null ? "ahead" : null}><b>${d.label[f.lang]}</b> <span>${d.date === null ? w.notYet : f.date(d.date)}</span></li>`
    )}</ol>
    ${numbers(person, f)}
  </details>`;
}

function numbers(person: Person, f: Formats): HTMLElement {
  const w = uploadWords(f.lang);
  const known = person.features.filter((d) => d.value !== null);
  const details = html`<details class="data"><summary>${w.numbers}</summary></details>`;
  const columns = [
    { label: "", cell: (d: Person["features"][number]) => d.label[f.lang] },
    { label: "", number: true, cell: (d: Person["features"][number]) => f.unit(d.value, d.unit as Unit) }
  ];
  details.addEventListener("toggle", () => details.append(table(known, columns, { caption: w.numbers })), {
    once: true
  });
  return details;
}
