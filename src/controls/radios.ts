import { html } from "htl";
import type { Choice } from "./choice.js";
import { type Control, control } from "./control.js";

let count = 0;

/** A few choices side by side, the first of them chosen. */
export function radios(choices: readonly Choice[], { label }: { label: string }): Control {
  const name = `radios-${++count}`;
  const initial = choices[0]?.value ?? "";
  const inputs = choices.map((choice) => {
    const input = html`<input type="radio" name=${name} value=${choice.value}>` as HTMLInputElement;
    input.checked = choice.value === initial;
    return { input, label: html`<label>${input}<span>${choice.label}</span></label>` };
  });
  return control(
    html`<fieldset class="control radios"><legend>${label}</legend><div>${inputs.map((d) => d.label)}</div></fieldset>`,
    {
      get value() {
        return inputs.find((d) => d.input.checked)?.input.value ?? "";
      },
      set value(next) {
        for (const { input } of inputs) input.checked = input.value === next;
      },
      initial,
      allowed: choices.map((choice) => choice.value)
    }
  );
}
