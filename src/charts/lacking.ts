import { html } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";

/** What a scheme can't tell yet and the column that would switch it on; nothing when it is complete. */
export function lackingOfScheme(scheme: PublishedScheme, lang: Lang): HTMLElement | DocumentFragment {
  if (scheme.lacking.length === 0) return document.createDocumentFragment();
  const groups = [...new Set(scheme.lacking.map((d) => d.column))].map((column) => {
    const same = scheme.lacking.filter((d) => d.column === column);
    const names = same.map((d) => scheme.groups.find((group) => group.id === d.group)?.label[lang] ?? d.group);
    return { column, label: same[0]?.columnLabel[lang] ?? column, names };
  });
  const w = speak(CAPTIONS, lang);
  return html`<aside class="lacking"><p>${w.lacking}</p>
    <ul>${groups.map(
      (d) =>
        html`<li>${w.lackingAdd} <b>${d.label}</b> (<code>${d.column}</code>) ${fill(w.lackingFor, { groups: d.names.join(", ") })}</li>`
    )}</ul></aside>`;
}
