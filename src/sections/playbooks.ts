import { html } from "htl";
import { playbookIndex } from "../charts/playbook-index.js";
import { keep } from "../controls/control.js";
import { live } from "../controls/live.js";
import { search } from "../controls/search.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import type { Published } from "./published.js";
import { row, type SectionOptions } from "./section.js";

/** All playbooks, to be searched. */
export function playbooks(
  { playbooks: all, definitions, study }: Pick<Published, "playbooks" | "definitions" | "study">,
  { f, choices, links }: SectionOptions
): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const query = keep(search({ label: w.search, placeholder: w.searchHint }), choices, "q");
  const index = () => playbookIndex(all, { definitions, f, minimum: study.minimumGroup, links, query: query.value });
  return html`<div>${row(query)}${live(index, [query])}</div>`;
}
