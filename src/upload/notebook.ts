import { html } from "htl";
import type { BrowserStudy } from "../../loaders/browser/protocol.js";
import { type Formats, formats } from "../terms/format.js";
import type { Lang } from "../terms/lang.js";
import { uploadWords } from "../words/upload.js";
import { dataPart } from "./data-part.js";
import { downloadsPart } from "./downloads-part.js";
import { funnelPart } from "./funnel-part.js";
import { overviewPart } from "./overview-part.js";
import { personPart } from "./person-part.js";
import { playbookPart } from "./playbook-part.js";
import { type Published, readPublished } from "./published-files.js";
import { segmentsPart } from "./segments-part.js";
import type { StudyWorker } from "./study-worker.js";
import { targetsPart } from "./targets-part.js";

export interface NotebookOptions {
  lang: Lang;
  /** The worker that made the study, for what it holds and the page doesn't: people, playbooks, files to save. */
  worker: StudyWorker;
  /** True while the months behind are still looked at: no trend, no migration, and nothing that the worker is asked for. */
  early?: boolean;
}

/** What each part of the notebook is made from. */
export interface Desk extends Published {
  f: Formats;
  worker: StudyWorker;
  early: boolean;
  /** Brings the part of that name into view; `address` may name a scheme and a group. */
  address: (part: string, scheme?: string, group?: string) => string;
}

const EARLY_PARTS = {
  overview: overviewPart,
  data: dataPart,
  segments: segmentsPart,
  funnel: funnelPart,
  targets: targetsPart
};

const PARTS = {
  ...EARLY_PARTS,
  playbook: playbookPart,
  person: personPart,
  downloads: downloadsPart
};

/** Everything the site says of its own data, said of the visitor's: one part below the other, under a list of them. */
export function notebook(
  result: Pick<BrowserStudy, "files" | "seconds">,
  { lang, worker, early = false }: NotebookOptions
): HTMLElement {
  const w = uploadWords(lang);
  const published = readPublished(result.files);
  const f = formats(lang, published.study.currency);
  const desk: Desk = {
    ...published,
    f,
    worker,
    early,
    address: (part, scheme, group) => `#${[part, scheme, group].filter((d) => d !== undefined).join("/")}`
  };
  const parts = Object.entries(early ? EARLY_PARTS : PARTS).map(([id, part]) => {
    const name = w.parts[id as keyof typeof PARTS];
    return {
      id,
      name,
      element: html`<section class="part" id=${id} aria-labelledby=${`${id}-name`}>
      <h2 id=${`${id}-name`} tabindex="-1">${name}</h2>
      ${part(desk)}
    </section>`
    };
  });
  const place = html`<div class=${early ? "notebook early" : "notebook"}>
    <p class="note">${early ? w.early : w.finished(f.number(result.seconds, 1))} ${w.resultsNote}</p>
    <nav class="parts" aria-label=${w.onThisPage}><ul>${parts.map((d) => html`<li><a href=${`#${d.id}`}>${d.name}</a></li>`)}</ul></nav>
    ${parts.map((d) => d.element)}
  </div>`;
  place.addEventListener("click", (event) => {
    const href = (event.target as Element).closest?.("a")?.getAttribute("href");
    if (href?.startsWith("#") && visit(place, href.slice(1))) event.preventDefault();
  });
  return place;
}

/** Goes to a part, with the scheme and group that its address names; false where there is no such part. */
function visit(place: HTMLElement, address: string): boolean {
  const [id = "", scheme, group] = address.split("/");
  const part = place.querySelector(`#${CSS.escape(id)}`);
  if (!part) return false;
  part.dispatchEvent(new CustomEvent("visit", { detail: { scheme, group } }));
  part.scrollIntoView({ block: "start" });
  part.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  return true;
}
