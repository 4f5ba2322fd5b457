import { html } from "htl";
import type { Control } from "./state.js";

export interface Choice {
  value: string;
  label: string;
  /** Heading under which the choice stands in a list. */
  family?: string;
}

export interface ChoiceOptions {
  label: string;
  value?: string | undefined;
}

let count = 0;

/** A list to choose one from; choices of one family stand under its name. */
export function list(choices: Choice[], { label, value = choices[0]?.value ?? "" }: ChoiceOptions): Control {
  const id = `list-${++count}`;
  const option = (choice: Choice) => html`<option value=${choice.value}>${choice.label}</option>`;
  const families = [...new Set(choices.map((choice) => choice.family))];
  const inside = families.flatMap((family) => {
    const members = choices.filter((choice) => choice.family === family);
    return family === undefined || members.length < 2
      ? members.map(option)
      : [html`<optgroup label=${family}>${members.map(option)}</optgroup>`];
  });
  const select = html`<select id=${id}>${inside}</select>` as HTMLSelectElement;
  select.value = value;
  const form = html`<div class="control"><label for=${id}>${label}</label>${select}</div>` as Control;
  form.allowed = choices.map((choice) => choice.value);
  return withValue(
    form,
    () => select.value,
    (next) => (select.value = next)
  );
}

/** A few choices side by side. */
export function radios(choices: Choice[], { label, value = choices[0]?.value ?? "" }: ChoiceOptions): Control {
  const name = `radios-${++count}`;
  const inputs = choices.map((choice) => {
    const input = html`<input type="radio" name=${name} value=${choice.value}>` as HTMLInputElement;
    input.checked = choice.value === value;
    return { input, label: html`<label>${input}<span>${choice.label}</span></label>` };
  });
  const form =
    html`<fieldset class="control radios"><legend>${label}</legend><div>${inputs.map((d) => d.label)}</div></fieldset>` as unknown as Control;
  form.allowed = choices.map((choice) => choice.value);
  return withValue(
    form,
    () => inputs.find((d) => d.input.checked)?.input.value ?? "",
    (next) => {
      for (const { input } of inputs) input.checked = input.value === next;
    }
  );
}

/** A field for a few words to search by. */
export function words({ label, placeholder }: { label: string; placeholder: string }): Control {
  const id = `words-${++count}`;
  const input =
    html`<input id=${id} type="search" placeholder=${placeholder} autocomplete="off" spellcheck="false">` as HTMLInputElement;
  const form = html`<div class="control words"><label for=${id}>${label}</label>${input}</div>` as Control;
  return withValue(
    form,
    () => input.value,
    (next) => (input.value = next)
  );
}

function withValue(form: Control, get: () => string, set: (value: string) => void): Control {
  return Object.defineProperty(form, "value", { get, set });
}
