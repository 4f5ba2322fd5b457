import { least } from "d3-array";
import { html } from "htl";
import type { PublishedScore } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { DATA } from "../words/data.js";
import { figure } from "./figure.js";
import { shareText } from "./share.js";
import { table } from "./table.js";

const BAR = 64;

/** The quality of every file on five dimensions: number and word in each cell, the reasons in the data table. */
export function scorecard(scores: PublishedScore[], { f, width }: { f: Formats; width: number }): HTMLElement {
  const w = speak(DATA, f.lang);
  const weakest = least(
    scores.filter((d) => d.level !== "good" && d.score !== null),
    (a, b) => rank(a) - rank(b) || (a.score ?? 1) - (b.score ?? 1)
  );
  const title = weakest
    ? fill(w.scoreWeakest, {
        what: weakest.label[f.lang].toLowerCase(),
        file: weakest.file,
        score: shareText(f, weakest.score ?? 1)
      })
    : w.scoreAllGood;
  return figure(width < 720 ? lists(scores, f) : matrix(scores, f, title), {
    lang: f.lang,
    title,
    subtitle: w.scoreWhat,
    sentence: title,
    table: () =>
      table(
        scores,
        [
          { label: w.file, cell: (d) => d.file },
          { label: w.side, cell: (d) => d.label[f.lang] },
          { label: w.score, number: true, cell: (d) => (d.score === null ? f.none : shareText(f, d.score)) },
          { label: w.because, cell: (d) => d.text[f.lang] }
        ],
        { caption: title }
      )
  });
}

function rank({ level }: PublishedScore): number {
  return level === "weak" ? 0 : 1;
}

function matrix(scores: PublishedScore[], f: Formats, caption: string): HTMLElement {
  const sides = scores.filter((d) => d.file === scores[0]?.file).map((d) => d.label[f.lang]);
  const files = [...new Set(scores.map((d) => d.file))];
  return html`<div class="scorecard"><table>
    <caption class="unseen">${caption}</caption>
    <thead><tr><th scope="col">${speak(DATA, f.lang).file}</th>${sides.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
    <tbody>${files.map(
      (file) =>
        html`<tr><th scope="row">${file}</th>${scores.filter((d) => d.file === file).map((d) => html`<td>${cell(d, f)}</td>`)}</tr>`
    )}</tbody>
  </table></div>`;
}

function lists(scores: PublishedScore[], f: Formats): HTMLElement {
  const files = [...new Set(scores.map((d) => d.file))];
  return html`<div class="scorecard">${files.map(
    (file) => html`<h4>${file}</h4>
      <dl>${scores.filter((d) => d.file === file).map((d) => html`<div><dt>${d.label[f.lang]}</dt><dd>${cell(d, f)}</dd></div>`)}</dl>`
  )}</div>`;
}

function cell({ score, level, text }: PublishedScore, f: Formats): HTMLElement {
  const w = speak(DATA, f.lang);
  if (score === null || level === null) return html`<span class="score none" title=${text[f.lang]}>${w.noScore}</span>`;
  return html`<span class=${`score ${level}`} title=${text[f.lang]}>
    <svg viewBox=${`0 0 ${BAR} 6`} width=${BAR} height="6" aria-hidden="true"><rect class="track" width=${BAR} height="6"></rect><rect class="fill" width=${BAR * score} height="6"></rect></svg>
    <b>${shareText(f, score)}</b> <span class="level">${w.levels[level]}</span>
  </span>`;
}
