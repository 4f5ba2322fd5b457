import { html } from "htl";
import type { FirstPlay, PublishedScheme } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import type { Links } from "./link.js";

export interface FirstPlaysOptions {
  /** Named with each group: groups of different schemes may have one name. */
  schemes: PublishedScheme[];
  f: Formats;
  links: Links;
}

/** The plays to make first, each with its group, how many people it speaks to and what it may bring. */
export function firstPlays(plays: FirstPlay[], { schemes, f, links }: FirstPlaysOptions): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const nameOf = ({ scheme: id, groupLabel }: FirstPlay) => {
    const scheme = schemes.find((d) => d.id === id);
    return [scheme?.label[f.lang], groupLabel[f.lang]].filter((d) => d !== undefined).join(" · ");
  };
  return html`<ol class="first-plays">${plays.slice(0, 3).map(
    (play) => html`<li><a href=${links.playbook(play.scheme, play.group)}>
      <span class="group">${nameOf(play)}</span>
      <strong>${play.name[f.lang]}</strong>
      <span class="size">${f.number(play.people)} ${w.people2}, ${w.worth} ${f.money(play.value)}</span>
    </a></li>`
  )}</ol>`;
}
