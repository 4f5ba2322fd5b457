import { html } from "htl";
import type { BrowserStudy } from "../../loaders/browser/protocol.js";
import type { Links } from "../charts/link.js";
import { type Choices, choicesInMemory } from "../controls/choices.js";
import { data } from "../sections/data.js";
import { funnel } from "../sections/funnel.js";
import { overview } from "../sections/overview.js";
import type { Published } from "../sections/published.js";
import { segments } from "../sections/segments.js";
import { targets } from "../sections/targets.js";
import { type Formats, formats } from "../terms/format.js";
import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import { readComputed } from "./computed.js";
import { downloadsPart } from "./downloads-part.js";
import { personPart } from "./person-part.js";
import { playbookPart } from "./playbook-part.js";
import { saveButton } from "./save-button.js";
import type { StudyWorker } from "./study-worker.js";
import { totals } from "./totals.js";

export interface NotebookOptions {
  lang: Lang;
  /** The worker that made the study, for what it holds and the page doesn't: people, playbooks, files to save. */
  worker: StudyWorker;
  /** True while the months behind are still looked at: no trend, no migration, and nothing that the worker is asked for. */
  early?: boolean;
}

type PartId = keyof typeof UPLOAD.parts;

/** Everything the site says of its own data, said of the visitor's: one part below the other, under a list of them. */
export async function renderNotebook(
  result: Pick<BrowserStudy, "files" | "seconds">,
  { lang, worker, early = false }: NotebookOptions
): Promise<HTMLElement> {
  const w = speak(UPLOAD, lang);
  const published = await readComputed(result.files);
  const f = formats(lang, published.study.currency);
  const choices = { segments: choicesInMemory(), funnel: choicesInMemory(), playbook: choicesInMemory() };
  const contents: [PartId, (Node | null)[]][] = [
    ...sections(published, f, worker, choices, early),
    ...(early ? [] : extras(published, f, worker, choices.playbook))
  ];
  const parts = contents.map(([id, inside]) => ({
    id,
    name: w.parts[id],
    element: html`<section class="part" id=${id} aria-labelledby=${`${id}-name`}>
      <h2 id=${`${id}-name`} tabindex="-1">${w.parts[id]}</h2>
      ${inside}
    </section>`
  }));
  const place = html`<div class=${early ? "notebook early" : "notebook"}>
    <p class="note">${early ? w.early : fill(w.finished, { seconds: f.number(result.seconds, 1) })} ${w.resultsNote}</p>
    <nav class="parts" aria-label=${w.onThisPage}><ul>${parts.map((d) => html`<li><a href=${`#${d.id}`}>${d.name}</a></li>`)}</ul></nav>
    ${parts.map((d) => d.element)}
  </div>`;
  place.addEventListener("click", (event) => {
    const href = (event.target as Element).closest?.("a")?.getAttribute("href");
    if (href?.startsWith("#") && visit(place, href.slice(1), choices)) event.preventDefault();
  });
  return place;
}

/** Links between the parts: `#playbook/rfm/champions`. */
const PART_LINKS: Links = {
  playbook: (scheme, group) => `#playbook/${scheme}/${group}`,
  page: (page) => {
    const [, name = "", query = ""] = /^([^?#]*)(.*)$/.exec(page) ?? [];
    const scheme = new URLSearchParams(query).get("scheme");
    return `#${name}${scheme === null ? "" : `/${scheme}`}`;
  }
};

/** The site's own sections. */
function sections(
  published: Published,
  f: Formats,
  worker: StudyWorker,
  choices: Record<"segments" | "funnel", Choices>,
  early: boolean
): [PartId, (Node | null)[]][] {
  const w = speak(UPLOAD, f.lang);
  const { study } = published;
  const links = PART_LINKS;
  const { findings, plays } = overview(published, { f, links });
  const ofGroups = segments(published, { f, links, choices: choices.segments });
  const past: Node[] = [ofGroups.trend, ofGroups.migration];
  const { trust, files, quality, people, consent, analyses } = data(published, { f });
  const head = (text: string) => html`<h3>${text}</h3>`;
  return [
    ["overview", [totals(study, { f }), findings, ...(study.firstPlays.length > 0 ? [head(w.firstPlays), plays] : [])]],
    [
      "data",
      [
        trust,
        files,
        study.rejects.length > 0 ? saveButton(w.saveRejects, () => worker.ask("rejects", {}), f.lang) : null,
        head(w.data.quality),
        quality,
        head(w.data.people),
        people,
        head(w.data.consent),
        consent,
        head(w.data.analyses),
        analyses
      ]
    ],
    ["segments", Object.values(ofGroups).filter((part) => !(early && past.includes(part)))],
    ["funnel", Object.values(funnel(published, { f, choices: choices.funnel }))],
    ["targets", Object.values(targets(published, { f, links }))]
  ];
}

/** What only this page has: a playbook at a time, people by name, files to save. */
function extras(published: Published, f: Formats, worker: StudyWorker, choices: Choices): [PartId, Node[]][] {
  const computed = { ...published, f, worker, choices };
  return [
    ["playbook", [playbookPart(computed)]],
    ["person", [personPart(computed)]],
    ["downloads", [downloadsPart(computed)]]
  ];
}

/** Goes to a part, with the scheme and group that its address names; false where there is no such part. */
function visit(place: HTMLElement, address: string, choices: Partial<Record<string, Choices>>): boolean {
  const [id = "", scheme, group] = address.split("/");
  const part = place.querySelector(`#${CSS.escape(id)}`);
  if (!part) return false;
  if (scheme !== undefined) choices[id]?.set("scheme", scheme);
  if (group !== undefined) choices[id]?.set("group", group);
  part.scrollIntoView({ block: "start" });
  part.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  return true;
}
