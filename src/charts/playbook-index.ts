import { html } from "htl";
import type { PublishedDefinitions, PublishedPlaybook } from "../../loaders/publish/published.js";
import { matches } from "../terms/fold.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import type { Links } from "./link.js";

export interface PlaybookIndexOptions {
  definitions: PublishedDefinitions;
  f: Formats;
  minimum: number;
  links: Links;
  /** Words to search by, with or without accents. */
  query?: string;
}

/** Every playbook under its scheme, with the group's size and its first play; only those that match the query. */
export function playbookIndex(
  playbooks: PublishedPlaybook[],
  { definitions, f, minimum, links, query = "" }: PlaybookIndexOptions
): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const found = playbooks.filter((d) =>
    matches(
      `${d.title[f.lang]} ${d.summary[f.lang]} ${d.keywords} ${labelOf(definitions, d, f)} ${d.plays.map((play) => play.name[f.lang]).join(" ")}`,
      query
    )
  );
  const status = html`<p class="status" role="status">${
    query === ""
      ? ""
      : found.length === 0
        ? w.nothingFound
        : fill(speak(CAPTIONS, f.lang).playbooksFound, { count: f.number(found.length), query })
  }</p>`;
  const sections = definitions.schemes.flatMap((scheme) => {
    const own = found.filter((d) => d.scheme === scheme.id);
    if (own.length === 0) return [];
    return [
      html`<section class="shelf">
        <h2 id=${scheme.id}>${scheme.label[f.lang]}</h2>
        <p class="question">${scheme.question[f.lang]}</p>
        <ul>${own.map((d) => entry(d, definitions, f, minimum, links))}</ul>
      </section>`
    ];
  });
  return html`<div class="shelves">${status}${sections}</div>`;
}

function entry(
  playbook: PublishedPlaybook,
  definitions: PublishedDefinitions,
  f: Formats,
  minimum: number,
  links: Links
): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const first = playbook.plays[0];
  const size = playbook.customers === null ? `< ${f.number(minimum)}` : f.number(playbook.customers);
  return html`<li><a href=${links.playbook(playbook.scheme, playbook.group)}>
    <strong>${labelOf(definitions, playbook, f)}</strong>
    <span class="size">${size} ${w.customers}</span>
    <span class="summary">${playbook.summary[f.lang]}</span>
    ${first ? html`<span class="play"><b>${w.topPlay}:</b> ${first.name[f.lang]}${first.value ? `, ${w.worth} ${f.money(first.value)}` : ""}</span>` : null}
  </a></li>`;
}

function labelOf(definitions: PublishedDefinitions, { scheme, group, title }: PublishedPlaybook, f: Formats): string {
  return (
    definitions.schemes.find((d) => d.id === scheme)?.groups.find((d) => d.id === group)?.label[f.lang] ?? title[f.lang]
  );
}
