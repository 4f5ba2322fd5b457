import { html } from "htl";
import { evidence } from "../charts/evidence.js";
import { gaps } from "../charts/gaps.js";
import { ladder } from "../charts/ladder.js";
import { live } from "../controls/live.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import type { Published } from "./published.js";
import type { SectionOptions } from "./section.js";

/** Whom the business should want at its stage, how many are missing, and what the funnel's gaps are worth. */
export function targets(
  { targets: { stage, ...all }, definitions, study }: Pick<Published, "targets" | "definitions" | "study">,
  { f, links }: Pick<SectionOptions, "f" | "links">
) {
  const w = speak(CHARTS, f.lang);
  return {
    stage: html`<p class="said">${stage.how === "set" ? w.stageSet : w.stageSuggested} <strong>${w.stage} ${f.number(stage.number)}, ${stage.label[f.lang].toLowerCase()}</strong>. ${w.stageBecause}</p>`,
    evidence: evidence(stage, { f }),
    ladder: ladder({ stage, ...all }, { f, minimum: study.minimumGroup, links }),
    gaps: live((width) => gaps(all.funnel, { states: definitions.states, f, width }))
  };
}
