import { html } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import { groupLooks } from "./group.js";
import type { Links } from "./link.js";
import { numberOf, type SegmentRow } from "./rows.js";

export interface GroupCardsOptions {
  scheme: PublishedScheme;
  f: Formats;
  minimum: number;
  chosen?: string | undefined;
  links: Links;
}

/** Every group of a scheme in words: who they are, the rule that puts people there, how many, their playbook. */
export function groupCards(rows: SegmentRow[], { scheme, f, minimum, chosen, links }: GroupCardsOptions): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const looks = groupLooks(scheme, f.lang);
  return html`<div class="groups">${scheme.groups.map((group, i) => {
    const row = rows.find((d) => d.scheme === scheme.id && d.group === group.id);
    const people = numberOf(row, "customers");
    const count = row?.withheld ? `< ${f.number(minimum)}` : f.number(people ?? 0);
    const card = html`<article class=${`group${group.rest ? " rest" : ""}${group.id === chosen ? " chosen" : ""}`}>
      <h3><i class="swatch" aria-hidden="true"></i>${group.label[f.lang]} <small>${count} ${w.customers}</small></h3>
      <p>${group.description[f.lang]}</p>
      <p class="rule"><b>${w.rule}.</b> ${group.rule[f.lang]}</p>
      ${group.rest ? null : html`<p><a href=${links.playbook(scheme.id, group.id)}>${w.openPlaybook}</a></p>`}
    </article>`;
    card.style.setProperty("--group", looks[i]?.colour ?? "var(--rest)");
    return card;
  })}</div>`;
}
