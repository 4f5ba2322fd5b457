import { html } from "htl";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import type { Progress } from "./study-worker.js";

export interface ProgressBar extends HTMLElement {
  tell: (progress: Progress) => void;
}

/** How far the computing is, in words and as a bar, with the button that stops it. */
export function progressBar(lang: Lang, cancel: () => void): ProgressBar {
  const w = speak(UPLOAD, lang);
  const bar = html`<progress max="1" aria-label=${w.computing}></progress>` as HTMLProgressElement;
  const now = html`<p class="now" role="status">${w.starting}…</p>`;
  const button = html`<button type="button" class="button">${w.cancel}</button>`;
  button.addEventListener("click", cancel);
  const place = html`<div class="computing">${now}${bar}<p class="note">${w.stay}</p>${button}</div>`;
  return Object.assign(place, {
    tell: ({ message, share }: Progress) => {
      bar.value = share;
      const text = `${message[lang]}…`;
      if (now.textContent !== text) now.textContent = text;
    }
  });
}
