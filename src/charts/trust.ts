import { min, sum } from "d3-array";
import { html } from "htl";
import type { PublishedStudy } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { TRUSTED_SHARE } from "../terms/trusted.js";
import { fill, speak } from "../terms/words.js";
import { DATA } from "../words/data.js";
import { partText, shareText } from "./share.js";

/** The first glance: one sentence that says whether the data can be trusted, and the account of all rows. */
export function trust(study: Pick<PublishedStudy, "files" | "scorecard">, { f }: { f: Formats }): HTMLElement {
  const w = speak(DATA, f.lang);
  const { level, sentence } = judge(study, f);
  const total = (of: (file: PublishedStudy["files"][number]) => number) => f.number(sum(study.files, of));
  const counts = [
    [total((d) => d.rowsRead), w.rowsRead],
    [total((d) => d.rowsAccepted), w.rowsUsable],
    [total((d) => d.rowsRejected), w.rowsAside],
    [total((d) => d.rowsDuplicate), w.rowsTwice]
  ];
  return html`<div class=${`trust ${level}`}>
    <p class="sentence">${sentence}</p>
    <dl>${counts.map(([count, label]) => html`<div><dt>${label}</dt><dd>${count}</dd></div>`)}</dl>
  </div>`;
}

function judge({ files, scorecard }: Pick<PublishedStudy, "files" | "scorecard">, f: Formats) {
  const w = speak(DATA, f.lang);
  const broken = files.find((d) => d.rowsRead !== d.rowsAccepted + d.rowsRejected + d.rowsDuplicate);
  if (broken) return { level: "weak", sentence: fill(w.broken, { file: broken.file }) };
  // A second copy is no loss: what it says is counted once.
  const rows =
    1 -
    ratio(
      sum(files, (d) => d.rowsRejected),
      sum(files, (d) => d.rowsRead)
    );
  const earned = files.filter((d) => d.table === "orders" && d.moneyRead !== null);
  const money = earned.length
    ? 1 -
      ratio(
        sum(earned, (d) => Math.abs(d.moneyRejected ?? 0)),
        sum(earned, (d) => Math.abs(d.moneyRead ?? 0))
      )
    : null;
  const part = partText(shareText(f, rows), money === null ? null : shareText(f, money), f);
  if (Math.min(rows, money ?? 1) < TRUSTED_SHARE) {
    const worst = [...files].sort((a, b) => b.rowsRejected - a.rowsRejected)[0];
    return { level: "weak", sentence: fill(w.shaky, { part, file: worst?.file ?? "" }) };
  }
  const weak = scorecard.filter((d) => d.level === "weak");
  const weakest = weak.find((d) => d.score === min(weak, (x) => x.score ?? 1));
  if (!weakest) return { level: "good", sentence: fill(w.sound, { part }) };
  const { label, file, score } = weakest;
  return {
    level: "fair",
    sentence: fill(w.mostly, { part, what: label[f.lang].toLowerCase(), file, score: f.percent(score) })
  };
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
