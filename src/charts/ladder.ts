import { html, svg } from "htl";
import type { PublishedTargets } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { CAPTIONS } from "../words/captions.js";
import { CHARTS } from "../words/charts.js";
import { HEADLINES } from "../words/headlines.js";
import type { Links } from "./link.js";

type Step = PublishedTargets["stages"][number];

export interface LadderOptions {
  f: Formats;
  /** Smallest count that is published. */
  minimum: number;
  links: Links;
}

/** The five stages of a business as steps to climb: whom each wants, how many there are, and whether it is ready. */
export function ladder(targets: PublishedTargets, { f, minimum, links }: LadderOptions): HTMLElement {
  const now = targets.stage.number;
  return html`<section class="ladder">
    <h3>${titleFor(targets, f)}</h3>
    <ol>${targets.stages.map((step) => rung(step, step.number === now, f, minimum, links))}</ol>
  </section>`;
}

function rung(step: Step, now: boolean, f: Formats, minimum: number, links: Links): HTMLElement {
  const w = speak(CHARTS, f.lang);
  const count = (value: number | null) => (value === null ? f.none : f.number(value));
  const have = step.have === null ? (step.wanted === null ? f.none : `< ${f.number(minimum)}`) : f.number(step.have);
  return html`<li class=${now ? "rung now" : "rung"} aria-current=${now ? "step" : null}>
    <p class="stage"><span class="ordinal">${step.number}</span> ${step.label[f.lang]}${now ? html` <em>${w.stageNow}</em>` : null}</p>
    <div class="body">
      <h4><a href=${links.playbook("stage-fit", step.group)}>${step.groupLabel[f.lang]}</a></h4>
      ${step.wanted === null ? null : bullet(step, f)}
      <dl class="counts">
        <div><dt>${w.have}</dt><dd>${have}</dd></div>
        <div><dt>${w.wanted}</dt><dd>${count(step.wanted)}</dd></div>
        <div><dt>${w.gap}</dt><dd>${count(step.gap)}</dd></div>
        <div><dt>${w.nearest}</dt><dd>${count(step.nearest)}</dd></div>
      </dl>
      <p class="reason">${step.wanted === null ? null : `${w.wanted}: ${step.wantedReason[f.lang]}. `}${step.nearest === null ? null : `${w.nearest}: ${step.nearestMeaning[f.lang]}.`}</p>
      ${readiness(step, f)}
    </div>
  </li>`;
}

/** Have against wanted: a bar from zero and the mark to reach. */
function bullet(step: Step, f: Formats): SVGElement {
  const w = speak(CHARTS, f.lang);
  const top = Math.max(step.have ?? 0, step.wanted ?? 0, 1) * 1.04;
  const x = (value: number | null) => ((value ?? 0) / top) * 100;
  return svg`<svg class="bullet" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label=${`${w.have} ${f.number(step.have)}, ${w.wanted} ${f.number(step.wanted)}`}>
    <rect class="track" width="100" height="10"></rect>
    <rect class="have" width=${x(step.have)} height="10"></rect>
    <line class="goal" x1=${x(step.wanted)} x2=${x(step.wanted)} y2="10"></line>
  </svg>`;
}

function readiness(step: Step, f: Formats): HTMLElement | null {
  if (step.readiness.length === 0) return null;
  const w = speak(CHARTS, f.lang);
  const verdict = step.ready === null ? w.readyUnknown : step.ready ? w.ready : w.notReady;
  const sign = (met: boolean | null) => (met === null ? "?" : met ? "✓" : "✗");
  return html`<details class="readiness">
    <summary><span class=${`verdict ${step.ready === null ? "unknown" : step.ready ? "yes" : "no"}`}>${verdict}</span></summary>
    <ul>${step.readiness.map(
      (test) =>
        html`<li class=${test.met === null ? "unknown" : test.met ? "yes" : "no"}><span aria-hidden="true">${sign(test.met)}</span> ${test.label[f.lang]}: ${f.unit(test.value, test.unit)} (${fill(speak(CAPTIONS, f.lang)[test.good === "high" ? "atLeast" : "atMost"], { bar: f.unit(test.bar, test.unit) })})</li>`
    )}</ul>
  </details>`;
}

function titleFor(targets: PublishedTargets, f: Formats): string {
  const h = speak(HEADLINES, f.lang);
  const step = targets.stages.find((d) => d.number === targets.stage.number);
  if (!step) return targets.stage.label[f.lang];
  const name = step.groupLabel[f.lang];
  if (step.have === null || step.wanted === null) return fill(h.targetsOpen, { name });
  if (!step.gap || step.gap <= 0) return fill(h.targetsMet, { name, have: f.number(step.have) });
  return fill(h.targets, { name, have: f.number(step.have), wanted: f.number(step.wanted), gap: f.number(step.gap) });
}
