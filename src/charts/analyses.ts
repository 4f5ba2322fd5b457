import { greatest } from "d3-array";
import { html } from "htl";
import type { PublishedAnalysis } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { DATA } from "../words/data.js";

/** Which analyses are on and which are off; for those that are off, the column of the file that switches each on. */
export function analyses(all: PublishedAnalysis[], { f }: { f: Formats }): HTMLElement {
  const w = speak(DATA, f.lang);
  const whole = all.filter((d) => d.on === d.of);
  const wanted = wantedColumns(all);
  const first = greatest(wanted, (d) => d.count);
  const title = first
    ? fill(w.analysesSome, {
        on: f.number(whole.length),
        of: f.number(all.length),
        column: first.missing.label[f.lang],
        count: f.number(first.count)
      })
    : fill(w.analysesAll, { count: f.number(all.length) });
  const kinds = ["scheme", "state", "feature"] as const;
  return html`<div class="analyses"><h3>${title}</h3>
    ${kinds.map((kind) =>
      part(
        all.filter((d) => d.kind === kind),
        kind,
        f
      )
    )}
  </div>`;
}

function part(analyses: PublishedAnalysis[], kind: PublishedAnalysis["kind"], f: Formats): HTMLElement {
  const w = speak(DATA, f.lang);
  const whole = analyses.filter((d) => d.on === d.of);
  const lacking = analyses.filter((d) => d.on < d.of);
  const counted = `${f.number(whole.length)}/${f.number(analyses.length)} ${w.allOn}`;
  const names = html`<p class="on"><span class="mark">✓ ${w.on}:</span> ${whole.map((d) => d.label[f.lang]).join(" · ")}</p>`;
  const entries = kind === "feature" ? byColumn(lacking, f) : lacking.map((d) => entry(d, f));
  return html`<section><h4>${w.kinds[kind]} <small>${counted}</small></h4>
    ${entries.length > 0 ? html`<ul>${entries}</ul>` : null}
    ${whole.length === 0 ? null : kind === "feature" ? html`<details class="data"><summary>${w.on}: ${f.number(whole.length)}</summary>${names}</details>` : names}
  </section>`;
}

/** Measures are many, so those that one column switches on stand together. */
function byColumn(lacking: PublishedAnalysis[], f: Formats): HTMLElement[] {
  const w = speak(DATA, f.lang);
  return wantedColumns(lacking).map(({ missing }) => {
    const names = lacking.filter((d) => d.missing.some((m) => m.column === missing.column)).map((d) => d.label[f.lang]);
    return html`<li class="off">${wanted(missing, f)} <span class="mark">✗ ${w.off}:</span> ${names.join(" · ")}</li>`;
  });
}

function entry(analysis: PublishedAnalysis, f: Formats): HTMLElement {
  const w = speak(DATA, f.lang);
  const { on, of, label, missing } = analysis;
  const state = on === 0 ? w.off : fill(w.part, { on: f.number(on), of: f.number(of) });
  return html`<li class=${on === 0 ? "off" : "partly"}><b>${label[f.lang]}</b> <span class="mark">${on === 0 ? "✗" : "◐"} ${state}</span>
    <ul>${missing.map((d) => html`<li>${wanted(d, f)}${of > 1 ? html` ${w.switchesOn} ${d.parts.map((p) => p[f.lang]).join(", ")}` : null}</li>`)}</ul></li>`;
}

/** Which column to add, and to which file. */
function wanted(missing: PublishedAnalysis["missing"][number], f: Formats): HTMLElement {
  const w = speak(DATA, f.lang);
  return html`<span>${w.addColumn} <b>${missing.label[f.lang]}</b> <code>${missing.column}</code> ${w.to} ${place(missing, f)}</span>`;
}

function place({ files, table }: PublishedAnalysis["missing"][number], f: Formats): Node | string {
  const w = speak(DATA, f.lang);
  return files.length > 0
    ? html`<span class="file-name">${files.join(", ")}</span>`
    : fill(w.newFile, { table: w.tables[table] });
}

/** Every column that is wanted, and how many analyses want it. */
function wantedColumns(all: PublishedAnalysis[]): { missing: PublishedAnalysis["missing"][number]; count: number }[] {
  const missing = all.flatMap((d) => d.missing);
  return [...new Set(missing.map((d) => d.column))].flatMap((column) => {
    const same = missing.filter((d) => d.column === column);
    return same[0] ? [{ missing: same[0], count: same.length }] : [];
  });
}
