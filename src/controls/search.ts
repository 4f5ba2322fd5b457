import { html } from "htl";
import { type Control, control } from "./control.js";

let count = 0;

/** A field for a few words to search by. */
export function search({ label, placeholder }: { label: string; placeholder: string }): Control {
  const id = `search-${++count}`;
  const input =
    html`<input id=${id} type="search" placeholder=${placeholder} autocomplete="off" spellcheck="false">` as HTMLInputElement;
  return control(html`<div class="control words"><label for=${id}>${label}</label>${input}</div>`, {
    get value() {
      return input.value;
    },
    set value(next) {
      input.value = next;
    },
    initial: ""
  });
}
