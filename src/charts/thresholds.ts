import { html } from "htl";
import type { PublishedScheme } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import { table } from "./table.js";

/** The thresholds of a scheme with their reasons, folded; nothing when it has none. */
export function thresholds(scheme: PublishedScheme, { f }: { f: Formats }): HTMLElement | DocumentFragment {
  if (scheme.thresholds.length === 0) return document.createDocumentFragment();
  const w = speak(CHARTS, f.lang);
  const list = table(
    scheme.thresholds,
    [
      { label: w.threshold, cell: (d) => d.label[f.lang] },
      {
        label: w.inUse,
        number: true,
        cell: (d) =>
          f.unit(d.value, d.unit) + (d.found === null ? "" : ` (${w.found.toLowerCase()} ${f.unit(d.found, d.unit)})`)
      },
      { label: w.why, cell: (d) => d.reason[f.lang] }
    ],
    { caption: w.thresholds }
  );
  return html`<details class="data"><summary>${w.thresholds}</summary>${list}</details>`;
}
