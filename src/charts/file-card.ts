import { html } from "htl";
import type { PublishedFile, PublishedStudy } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { DATA } from "../words/data.js";
import { conservation } from "./conservation.js";
import { partText, shareText } from "./share.js";
import { table } from "./table.js";

export interface FileCardsOptions {
  f: Formats;
  width: number;
}

/** One card a file: what it was taken for, what became of its rows and money, what was left out and why. */
export function fileCards(
  { files, rejects, passed }: Pick<PublishedStudy, "files" | "rejects" | "passed">,
  { f, width }: FileCardsOptions
): HTMLElement {
  return html`<div class="files">${files.map((file) =>
    fileCard(
      file,
      rejects.filter((d) => d.file === file.file),
      { f, width }
    )
  )}${passedOver(passed, f)}</div>`;
}

/** Sheets that hold nothing to read, named so that nobody misses them. */
function passedOver(passed: PublishedStudy["passed"], f: Formats): HTMLElement | null {
  if (passed.length === 0) return null;
  const names = passed.map((d) => html`<li><span class="file-name">${d.file}</span>: ${d.label[f.lang]}</li>`);
  return html`<section class="passed"><h3>${speak(DATA, f.lang).passed}</h3><ul>${names}</ul></section>`;
}

function fileCard(
  file: PublishedFile,
  rejects: PublishedStudy["rejects"],
  { f, width }: FileCardsOptions
): HTMLElement {
  const inner = Math.max(120, width - (width < 620 ? 28 : 48));
  return html`<article class="file">
    <h3><span class="file-name">${file.file}</span> <small>${file.form[f.lang]}</small></h3>
    <p class="taken">${taken(file, f)}</p>
    <p class="usable">${usable(file, f)}</p>
    ${conservation(file, { f, width: inner })}
    <div class="asides">${leftOut(file, f)}${copies(file, f)}${setAside(rejects, f)}</div>
    ${columns(file, f)}
  </article>`;
}

function taken({ preset, tableLabel, grain, money }: PublishedFile, { lang }: Formats): HTMLElement {
  const w = speak(DATA, lang);
  const layout = preset ? `${preset.label[lang]}, ` : "";
  return html`<span>${w.takenFor} <b>${layout}${tableLabel[lang]}</b>${preset ? "" : ` (${w.byHeadings})`}. ${grain.text[lang]}${money ? ` ${money[lang]}` : ""}</span>`;
}

/** The card's finding: how much is without error, and how much counts only once. */
function usable(
  { rowsRead, rowsRejected, rowsDuplicate, moneyRead, moneyRejected }: PublishedFile,
  f: Formats
): string {
  const w = speak(DATA, f.lang);
  const sound = (part: number, whole: number) => shareText(f, 1 - Math.min(1, Math.abs(part / whole)));
  const first =
    rowsRejected === 0
      ? w.fileAll
      : fill(w.fileLine, {
          part: partText(
            sound(rowsRejected, rowsRead),
            moneyRead && moneyRejected !== null ? sound(moneyRejected, moneyRead) : null,
            f
          )
        });
  return rowsDuplicate > 0 ? `${first}; ${fill(w.fileTwice, { count: f.number(rowsDuplicate) })}` : first;
}

function leftOut({ left }: PublishedFile, f: Formats): HTMLElement | null {
  const w = speak(DATA, f.lang);
  if (left.length === 0) return null;
  const where = (d: PublishedFile["left"][number]) =>
    d.at.length > 0
      ? html` <small>${w.atRows} ${d.at.map((row) => f.number(row)).join(", ")}${d.at.length < d.rows ? "…" : ""}</small>`
      : null;
  return html`<section><h4>${w.leftOut}</h4>
    <ul>${left.map((d) => html`<li><b>${f.number(d.rows)}</b> ${d.label[f.lang]}${where(d)}</li>`)}</ul></section>`;
}

function copies({ file, duplicateOf }: PublishedFile, f: Formats): HTMLElement | null {
  const w = speak(DATA, f.lang);
  if (duplicateOf.length === 0) return null;
  return html`<section><h4>${w.copies}</h4>
    <ul>${duplicateOf.map((d) => html`<li><b>${f.number(d.rows)}</b> ${d.file === file ? w.copiesHere : fill(w.copiesOf, { file: d.file })} <small>${d.label[f.lang]}</small></li>`)}</ul></section>`;
}

function setAside(rejects: PublishedStudy["rejects"], f: Formats): HTMLElement | null {
  const w = speak(DATA, f.lang);
  if (rejects.length === 0) return null;
  const rows = [...rejects].sort((a, b) => b.rows - a.rows);
  return html`<section><h4>${w.setAside}</h4>
    <ul>${rows.map((d) => html`<li><b>${f.number(d.rows)}</b> ${d.label[f.lang]}${d.money ? html` <small>${f.exactMoney(d.money)}</small>` : null}</li>`)}</ul></section>`;
}

function columns({ file, columns: known, ignored }: PublishedFile, f: Formats): HTMLElement {
  const w = speak(DATA, f.lang);
  const cell = (share: number | null) => (share === null ? f.none : shareText(f, share));
  const unused = ignored.length > 0 ? `, ${fill(w.unused, { n: f.number(ignored.length) })}` : "";
  return html`<details class="data"><summary>${fill(w.columns, { n: f.number(known.length) })}${unused}</summary>
    ${table(
      known,
      [
        { label: w.heading, cell: (d) => html`<code>${d.heading}</code>` },
        { label: w.column, cell: (d) => d.label[f.lang] },
        { label: w.filled, number: true, cell: (d) => cell(d.filled) },
        { label: w.valid, number: true, cell: (d) => cell(d.valid) }
      ],
      { caption: `${file}: ${fill(w.columns, { n: f.number(known.length) })}` }
    )}
    ${ignored.length > 0 ? html`<p><b>${fill(w.unused, { n: f.number(ignored.length) })}:</b> ${ignored.join(", ")}</p>` : null}
  </details>`;
}
