import { html } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";

/** What the grey groups of a scheme hold, in the words of their definitions. */
export function rests({ groups }: PublishedScheme, lang: Lang): HTMLElement {
  const all = groups.filter((group) => group.rest);
  return html`<p class="note">${speak(CHARTS, lang).rests} ${all.map(
    ({ label, description: { [lang]: text } }, i) =>
      html`${i > 0 ? ", " : ""}<em>${label[lang]}</em> (${text.charAt(0).toLowerCase()}${text.slice(1)})`
  )}.</p>`;
}
