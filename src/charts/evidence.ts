import { html } from "htl";
import type { PublishedTargets } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";

/** What speaks for the stage the business is taken to be in. */
export function evidence(stage: PublishedTargets["stage"], { f }: { f: Formats }): HTMLElement {
  return html`<ul class="evidence-list">${stage.evidence.map(
    (d) =>
      html`<li>${d.label[f.lang]}: <b>${d.value === null ? speak(CAPTIONS, f.lang).noFigure : f.unit(d.value, d.unit)}</b>${d.value === null ? "" : html` <small>${d.points[f.lang]}</small>`}</li>`
  )}</ul>`;
}
