import { html } from "htl";
import type { Finding } from "../../loaders/findings/finding.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import type { Links } from "./link.js";

export interface FindingsOptions {
  f: Formats;
  most?: number;
  links: Links;
}

/** What matters most, in order: a sentence, what lies behind it, the numbers, and where to read on. */
export function findings(list: Finding[], { f, links, most = 7 }: FindingsOptions): HTMLElement {
  return html`<ol class="findings">${list.slice(0, most).map(
    (finding) => html`<li>
      <h2><a href=${links.page(finding.page)}>${finding.headline[f.lang]}</a></h2>
      <p>${finding.detail[f.lang]}</p>
      <ul class="evidence">${finding.evidence.map(
        (d) =>
          html`<li><b>${f.unit(d.value, d.unit)}</b> ${d.label[f.lang]}${d.of === undefined ? null : html` <small>${fill(speak(CAPTIONS, f.lang).of, { count: f.number(d.of) })}</small>`}</li>`
      )}</ul>
    </li>`
  )}</ol>`;
}
