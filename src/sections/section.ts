import { html } from "htl";
import type { Links } from "../charts/link.js";
import type { Choices } from "../controls/choices.js";
import type { Control } from "../controls/control.js";
import type { Formats } from "../terms/format.js";

/** What every section is given besides what is published. */
export interface SectionOptions {
  /** Language and currency. */
  f: Formats;
  /** Where what is chosen is kept, and followed. */
  choices: Choices;
  links: Links;
}

/** Controls in a row above what they change. */
export function row(...controls: Control[]): HTMLElement {
  return html`<div class="controls">${controls}</div>`;
}
