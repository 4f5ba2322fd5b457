import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { svg } from "htl";
import type { PublishedTargets } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import { figure } from "./figure.js";
import { cut, typeSize } from "./scale.js";
import { table } from "./table.js";

/** Word of mouth, good and bad on one scale, neither netted against the other. */
export function mouth(word: PublishedTargets["word"], { f, width }: { f: Formats; width: number }): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const talk = [
    { label: w.shares, value: word.shares, good: true },
    { label: w.reviews, value: word.reviews, good: true },
    { label: w.referrals, value: word.referrals, good: true },
    { label: w.referredBuyers, value: word.referredBuyers, good: true },
    { label: w.complaints, value: word.complaints, good: false },
    { label: w.lowRatings, value: word.lowRatings, good: false }
  ];
  const size = typeSize(width);
  const left = Math.min(width * 0.46, size * 15);
  const thick = size * 1.3;
  const step = thick + size * 0.8;
  const head = size * 2;
  const height = head * 2 + talk.length * step;
  const x = scaleLinear([0, max(talk, (d) => d.value ?? 0) || 1], [0, Math.max(10, width - left - size * 5)]);
  const yOf = (i: number) => head + i * step + (talk[i]?.good ? 0 : head);
  const plot = svg`<svg class="mouth" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    <text class="head" x=${left} y=${size}>${w.positive}</text>
    <text class="head" x=${left} y=${head + 4 * step + size}>${w.negative}</text>
    ${talk.map((d, i) => {
      const y = yOf(i);
      const long = x(d.value ?? 0);
      return svg`<g class="mark">
        <title>${`${d.label}: ${f.number(d.value)}`}</title>
        <rect class="hit" x="0" y=${y} width=${width} height=${step}></rect>
        <text class="name" x=${left - size * 0.8} y=${y + thick * 0.72} text-anchor="end">${cut(d.label, left - size, size)}</text>
        <rect class=${d.good ? "good" : "bad"} x=${left} y=${y} width=${Math.max(d.value ? 1.5 : 0, long)} height=${thick}></rect>
        <text class="value strong" x=${left + long + size * 0.5} y=${y + thick * 0.72}>${f.number(d.value)}</text>
      </g>`;
    })}
    <line class="zero" x1=${left} x2=${left} y1=${head - 4} y2=${head + 4 * step - size * 0.4}></line>
    <line class="zero" x1=${left} x2=${left} y1=${head * 2 + 4 * step - 4} y2=${height}></line>
  </svg>`;
  const h = speak(HEADLINES, f.lang);
  const total = (good: boolean) => {
    const seen = talk.filter((d) => d.good === good && d.label !== w.referredBuyers && d.value !== null);
    return seen.length === 0 ? null : seen.reduce((all, d) => all + (d.value ?? 0), 0);
  };
  const good = total(true);
  const bad = total(false);
  const title =
    good === null
      ? h.wordNone
      : bad === null
        ? fill(h.wordGoodOnly, { good: f.number(good) })
        : fill(h.word, { good: f.number(good), bad: f.number(bad) });
  const captions = speak(CAPTIONS, f.lang);
  const subtitle =
    word.ratingAverage === null
      ? captions.word
      : fill(captions.wordRated, { average: f.number(word.ratingAverage, 1), ratings: f.number(word.ratings) });
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle,
    sentence: `${title}. ${talk.map((d) => `${d.label}: ${f.number(d.value)}`).join("; ")}.`,
    table: () =>
      table(
        talk,
        [
          { label: w.number, cell: (d) => d.label },
          { label: w.count, number: true, cell: (d) => f.number(d.value) }
        ],
        { caption: title }
      )
  });
}
