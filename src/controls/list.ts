import { html } from "htl";
import type { Choice } from "./choice.js";
import { type Control, control } from "./control.js";

export interface List extends Control {
  readonly allowed: readonly string[];
  /** Other choices from now on; what was chosen stays if it is among them, else the first of them holds. */
  offer(choices: readonly Choice[]): void;
}

let count = 0;

/** A list to choose one from; choices of one family stand under its name. */
export function list(choices: readonly Choice[], { label, value }: { label: string; value?: string }): List {
  const id = `list-${++count}`;
  let offered = choices;
  const select = html`<select id=${id}>${options(choices)}</select>` as HTMLSelectElement;
  const place = control(html`<div class="control"><label for=${id}>${label}</label>${select}</div>`, {
    get value() {
      return select.value;
    },
    set value(next) {
      select.value = next;
    },
    get initial() {
      return offered[0]?.value ?? "";
    },
    get allowed() {
      return offered.map((choice) => choice.value);
    },
    offer(next: readonly Choice[]) {
      const chosen = select.value === place.initial ? undefined : select.value;
      offered = next;
      select.replaceChildren(...options(next));
      select.value = next.find((choice) => choice.value === chosen)?.value ?? place.initial;
      place.dispatchEvent(new Event("offer"));
    }
  });
  select.value = value ?? place.initial;
  return place;
}

function options(choices: readonly Choice[]): HTMLElement[] {
  const option = (choice: Choice) => html`<option value=${choice.value}>${choice.label}</option>`;
  return [...new Set(choices.map((choice) => choice.family))].flatMap((family) => {
    const members = choices.filter((choice) => choice.family === family);
    return family === undefined || members.length < 2
      ? members.map(option)
      : [html`<optgroup label=${family}>${members.map(option)}</optgroup>`];
  });
}
