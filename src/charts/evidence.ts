import { html } from "htl";
import type { PublishedTargets } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";

/** What speaks for the stage the business is taken to be in. */
export function evidence(stage: PublishedTargets["stage"], { f }: { f: Formats }): HTMLElement {
  return html`<ul class="evidence-list">${stage.evidence.map(
    (d) =>
      html`<li>${d.label[f.lang]}: <b>${d.value === null ? (f.lang === "vi" ? "chưa có số liệu" : "no figure yet") : f.unit(d.value, d.unit)}</b>${d.value === null ? "" : html` <small>${d.points[f.lang]}</small>`}</li>`
  )}</ul>`;
}
