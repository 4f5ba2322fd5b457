import { greatest } from "d3-array";
import { html, svg } from "htl";
import type { PublishedConsent } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, type Spoken, speak } from "../terms/words.js";
import { DATA } from "../words/data.js";
import { figure } from "./figure.js";
import { textWidth, typeSize } from "./scale.js";
import { table } from "./table.js";

const ANSWERS = ["yes", "no", "unknown"] as const;

/** How customers answered, channel by channel: agreed, refused, silent. Withheld answers draw no bar. */
export function consent(channels: PublishedConsent[], { f, width }: { f: Formats; width: number }): HTMLElement {
  const w = speak(DATA, f.lang);
  if (channels.length === 0) return html`<p>${w.consentNone}</p>`;
  const best = greatest(channels, shareOf);
  const share = best ? shareOf(best) : null;
  const title =
    best && share !== null
      ? fill(w.consent, { channel: best.label[f.lang], share: f.percent(share) })
      : w.consentHidden;
  return figure(bars(channels, f, width), {
    lang: f.lang,
    title,
    subtitle: w.consentWhat,
    sentence: title,
    table: () =>
      table(
        channels,
        [
          { label: w.channel, cell: (d) => d.label[f.lang] },
          ...ANSWERS.map((answer) => ({
            label: w[answer],
            number: true,
            cell: (d: PublishedConsent) => f.number(d[answer])
          })),
          { label: w.dated, number: true, cell: (d) => f.number(d.dated) }
        ],
        { caption: title }
      )
  });
}

function totalOf({ yes, no, unknown }: PublishedConsent): number | null {
  return yes === null || no === null || unknown === null ? null : yes + no + unknown;
}

/** Share that agreed; null where answers are withheld. */
function shareOf(d: PublishedConsent): number | null {
  const total = totalOf(d);
  return total && d.yes !== null ? d.yes / total : null;
}

function bars(channels: PublishedConsent[], f: Formats, width: number): SVGElement {
  const w = speak(DATA, f.lang);
  const size = typeSize(width);
  const left = size * 5;
  const full = Math.max(10, width - left);
  const step = size * 4;
  const height = channels.length * step;
  return svg`<svg class="consent" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${channels.map((d, i) => {
      const y = i * step + size * 0.3;
      const total = totalOf(d);
      const parts = placed(d, total, left, full, (n) => f.percent(n), w, size);
      const words = ANSWERS.map((answer) => `${w[answer]}: ${f.number(d[answer])}`).join("\n");
      return svg`<g class="mark">
        <title>${`${d.label[f.lang]}\n${words}\n${w.dated}: ${f.number(d.dated)}`}</title>
        <rect class="hit" x="0" y=${i * step} width=${width} height=${step}></rect>
        <text class="name strong" x="0" y=${y + size}>${d.label[f.lang]}</text>
        ${total === null ? svg`<text class="muted" x=${left} y=${y + size}>${w.consentHidden}</text>` : null}
        ${parts.map((p) => svg`<rect class=${p.answer} x=${p.x} y=${y} width=${p.width} height=${size * 1.4}></rect>`)}
        ${parts.map((p) => (p.label ? svg`<text class="tick" x=${p.x} y=${y + size * 2.6}>${p.label}</text>` : null))}
      </g>`;
    })}
  </svg>`;
}

/** Parts of a bar side by side; a label stands under its part where there is room for it. */
function placed(
  d: PublishedConsent,
  total: number | null,
  left: number,
  full: number,
  percent: (share: number) => string,
  w: Spoken<typeof DATA>,
  size: number
): { answer: string; x: number; width: number; label: string | null }[] {
  if (!total) return [];
  let x = left;
  return ANSWERS.map((answer) => {
    const share = (d[answer] ?? 0) / total;
    const part = { answer, x, width: share * full };
    x += part.width;
    const label = `${percent(share)} ${w[answer].toLowerCase()}`;
    const fits = (text: string) => textWidth(text, size * 0.9) <= part.width;
    return { ...part, label: [label, percent(share)].find(fits) ?? null };
  });
}
