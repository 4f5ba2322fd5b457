import { html } from "htl";
import type { PublishedDefinitions } from "../../loaders/publish/published.js";
import type { Lang } from "../terms/lang.js";

/** The seven states in words: what each means, and the work that moves people on from it. */
export function stateList(states: PublishedDefinitions["states"], lang: Lang): HTMLElement {
  return html`<ol class="states">${states.map(
    (state, i) =>
      html`<li><span class="ordinal">${i + 1}</span><b>${state.label[lang]}</b><div><p>${state.means[lang]}</p><p class="work">${state.work[lang]}</p></div></li>`
  )}</ol>`;
}
