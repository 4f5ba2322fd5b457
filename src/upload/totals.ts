import { html } from "htl";
import type { PublishedStudy } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";

/** The numbers of the whole, which the site's Overview has in its first sentence. */
export function totals(study: PublishedStudy, { f }: { f: Formats }): HTMLElement {
  const w = speak(UPLOAD, f.lang);
  const list: [text: string, label: string][] = [
    [f.number(study.customers), w.lede.customers],
    [f.number(study.buyers), w.lede.buyers],
    [f.number(study.orders), w.lede.orders],
    [f.money(study.revenue), w.lede.revenue],
    ...(study.profit === null ? [] : [[f.money(study.profit), w.lede.profit] as [string, string]])
  ];
  return html`<div>
    <p class="lede">${fill(w.lede.span, { from: f.date(study.period.from), to: f.date(study.asOfDate) })}</p>
    <ul class="totals">${list.map(([text, label]) => html`<li><b>${text}</b> ${label}</li>`)}</ul>
  </div>`;
}
