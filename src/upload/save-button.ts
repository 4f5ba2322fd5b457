import { html } from "htl";
import type { Download } from "../../loaders/browser/protocol.js";
import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import { save } from "./save.js";
import { StudyFailure } from "./study-worker.js";

/** A button that has a file made and hands it over; what comes of it is said beside it. */
export function saveButton(label: string, make: () => Promise<Download>, lang: Lang): HTMLElement {
  const w = speak(UPLOAD, lang);
  const status = html`<span class="note" role="status"></span>`;
  const button = html`<button type="button" class="button">${label}</button>` as HTMLButtonElement;
  button.addEventListener("click", async () => {
    button.disabled = true;
    status.textContent = w.preparing;
    try {
      const download = await make();
      save(download);
      status.textContent = fill(w.saved, { name: download.name });
    } catch (error) {
      const reason = error instanceof StudyFailure && error.reason !== "cancelled" ? error.reason : "unexpected";
      status.textContent = `${w.failures[reason].title}. ${w.failures[reason].text}`;
    } finally {
      button.disabled = false;
    }
  });
  return html`<span class="save">${button} ${status}</span>`;
}
