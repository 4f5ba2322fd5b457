import { html } from "htl";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import { readDropped } from "./dropped.js";

export interface ChooseOptions {
  lang: Lang;
  /** Told of all files chosen so far, each time one is added or taken out. */
  chosen: (files: readonly File[]) => void;
}

/** The first step: a place to drop files, a button for those who don't drag, and the promise that they stay here. */
export function choose({ lang, chosen }: ChooseOptions): HTMLElement {
  const w = speak(UPLOAD, lang);
  let files: readonly File[] = [];
  const input = html`<input id="upload-files" class="unseen" type="file" multiple>` as HTMLInputElement;
  const label = html`<span>${w.pick}</span>`;
  const list = html`<ul class="chosen-files" aria-label=${w.chosen}></ul>`;
  const zone = html`<div class="drop">
    <p class="drop-here"><strong>${w.drop}</strong> ${w.or}</p>
    <p>${input}<label class="button" for="upload-files">${label}</label></p>
    <p>${w.welcome}</p>
    <p class="note">${w.kinds}</p>
  </div>`;

  const change = (next: readonly File[]) => {
    files = next;
    label.textContent = files.length > 0 ? w.pickMore : w.pick;
    list.replaceChildren(...files.map((file) => entry(file, lang, () => change(files.filter((d) => d !== file)))));
    chosen(files);
  };
  // A file of the same name takes the place of the one before: it was mended and is brought again.
  const add = (more: readonly File[]) => {
    if (more.length > 0) change([...files.filter((file) => !more.some((d) => d.name === file.name)), ...more]);
  };
  input.addEventListener("change", () => {
    add([...(input.files ?? [])]);
    input.value = "";
  });
  acceptDrops(zone, add);
  return html`<div>${zone}${list}
    <div class="promise">
      <p><strong>${w.privateTitle}</strong> ${w.privateText}</p>
      <details><summary>${w.privateCheck}</summary><p>${w.privateHow}</p></details>
    </div>
  </div>`;
}

function entry(file: File, lang: Lang, remove: () => void): HTMLElement {
  const w = speak(UPLOAD, lang);
  const button = html`<button type="button" class="quiet" aria-label=${`${w.remove} ${file.name}`}>${w.remove}</button>`;
  button.addEventListener("click", remove);
  return html`<li><span class="file-name">${file.name}</span> <small>${size(file.size, lang)}</small> ${button}</li>`;
}

function size(bytes: number, lang: Lang): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  const text = Math.max(0.1, value).toFixed(value < 9.95 ? 1 : 0);
  return `${text.replace(".", speak(UPLOAD, lang).decimalMark)}\u00a0${unit}`;
}

/** Files may be let go anywhere on the page: beside the zone the browser would leave the page to show them. */
function acceptDrops(zone: HTMLElement, add: (files: readonly File[]) => void): void {
  const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) zone.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer) readDropped(event.dataTransfer).then(add);
  });
}
