import { html } from "htl";
import type { Person } from "../../loaders/browser/protocol.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import type { Computed } from "./computed.js";
import { type Theme, theme } from "./theme.js";

/** Looks people up, and says of each why they are where they are. */
export function personPart({ f, worker }: Computed): HTMLElement {
  const w = speak(UPLOAD, f.lang);
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
    status.textContent = people.length === 0 ? w.foundNobody : fill(w.foundPeople, { count: f.number(people.length) });
    found.replaceChildren(...people.map((person) => card(person, people.length === 1, f)));
  });
  return html`<div><p>${w.personLede}</p>${form}${status}${found}</div>`;
}

function card(person: Person, alone: boolean, f: Formats): HTMLElement {
  const w = speak(UPLOAD, f.lang);
  const name = person.name ?? person.id;
  const contact = [person.name === null ? null : person.id, person.phone, person.email].filter((d) => d !== null);
  return html`<details class="person" open=${alone ? "" : null}>
    <summary><strong>${name}</strong> <small>${contact.join(" · ")}</small></summary>
    ${person.otherIds.length > 0 ? html`<p class="note">${w.otherIds}: ${person.otherIds.join(", ")}</p>` : null}
    <dl class="memberships">${person.memberships.map(
      (d) =>
        html`<div><dt>${d.schemeLabel[f.lang]}</dt><dd><b>${d.groupLabel[f.lang]}</b> <span>${d.words[f.lang]}</span></dd></div>`
    )}</dl>
    <h4>${w.journey}</h4>
    <ol class="journey">${person.states.map(
      ({ label, date }, i) =>
        html`<li class=${passed(person, i) === null ? "ahead" : null}><b>${label[f.lang]}</b> <span>${describeStep(date, passed(person, i), f)}</span></li>`
    )}</ol>
    ${numbers(person, f)}
  </details>`;
}

/** The day by which a person had that step or a later one behind them: a step left out counts as passed with the next. */
function passed({ states }: Person, step: number): string | null {
  const dates = states.slice(step).flatMap(({ date }) => date ?? []);
  return dates.sort()[0] ?? null;
}

function describeStep(date: string | null, by: string | null, f: Formats): string {
  const w = speak(UPLOAD, f.lang);
  if (by === null) return w.notYet;
  if (date === null) return w.skipped;
  return date === by ? f.date(date) : fill(w.skippedThen, { date: f.date(date) });
}

const HEADS = ["orders", "habits", "contact", "voice", "who", "other"] as const satisfies readonly Theme[];

/** All that is known of a person in numbers, under a few heads; what is nought is told in one line. */
function numbers(person: Person, f: Formats): HTMLElement {
  const w = speak(UPLOAD, f.lang);
  const details = html`<details class="data"><summary>${w.numbers}</summary></details>`;
  const ofTheme = (head: (typeof HEADS)[number]) => {
    const known = person.features.filter((d) => d.value !== null && d.value !== "" && theme(d.id) === head);
    const none = known.filter((d) => d.unit === "count" && Number(d.value) === 0);
    const telling = known.filter((d) => !none.includes(d));
    if (known.length === 0) return [];
    return html`<section>
      <h4>${w.themes[head]}</h4>
      <dl>${telling.map((d) => html`<div><dt>${d.label[f.lang]}</dt><dd>${d.text[f.lang]}</dd></div>`)}</dl>
      ${none.length > 0 ? html`<p class="note">${w.zeros} ${none.map((d) => withoutCounting(d.label[f.lang], w.counting)).join(", ")}.</p>` : null}
    </section>`;
  };
  details.addEventListener("toggle", () => details.append(html`<div class="themes">${HEADS.flatMap(ofTheme)}</div>`), {
    once: true
  });
  return details;
}

/** What a label counts, without the words by which it says that it counts. */
function withoutCounting(label: string, counting: string): string {
  const first = counting.split("|").find((word) => label.startsWith(word));
  return label.slice(first?.length ?? 0);
}
