import { html } from "htl";
import { cohorts } from "../charts/cohorts.js";
import { funnel as reachedStates } from "../charts/funnel.js";
import { mouth } from "../charts/mouth.js";
import { stateList } from "../charts/state-list.js";
import { steps } from "../charts/steps.js";
import { waiting } from "../charts/waiting.js";
import { keep } from "../controls/control.js";
import { live } from "../controls/live.js";
import { pickDimension, pickState } from "../controls/pickers.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import type { Published } from "./published.js";
import { row, type SectionOptions } from "./section.js";

/** Beyond this a comparison of a few bars gets no clearer. */
const WIDE = 900;

/** Where everybody stands on the way from stranger to someone who sells for the firm, and where they are lost. */
export function funnel(
  {
    definitions,
    study,
    targets,
    funnel: rows,
    cohorts: months
  }: Pick<Published, "definitions" | "study" | "targets" | "funnel" | "cohorts">,
  { f, choices }: Pick<SectionOptions, "f" | "choices">
) {
  const { dimensions } = definitions;
  const minimum = study.minimumGroup;
  const everybody = rows.filter((d) => d.dimension === "all");
  // The funnel ends at the last state that the data can tell of.
  const states = definitions.states.filter((d) => everybody.some((row) => row.state === d.id));
  const counted = [...new Set(rows.map((d) => d.dimension))];
  const dimension = keep(pickDimension(definitions, counted, f.lang), choices, "by");
  const state = keep(pickState({ ...definitions, states }, f.lang), choices, "state");
  const nameOf = (id: string | undefined) => states.find((d) => d.id === id)?.label[f.lang] ?? "";
  return {
    reached: live((width) => reachedStates(everybody, { states, f, width, asOf: study.asOfDate, minimum })),
    steps: html`<div>${row(dimension)}${live(
      (width) => {
        const picked = dimensions.find((d) => d.id === dimension.value);
        if (!picked) return document.createDocumentFragment();
        const own = rows.filter((d) => d.dimension === picked.id);
        return steps(own, everybody, { states, dimension: picked, f, width, minimum });
      },
      [dimension]
    )}</div>`,
    cohorts:
      states.length < 3
        ? html`<p>${speak(CHARTS, f.lang).noLaterStates}</p>`
        : html`<div>${row(state)}${live(
            (width) =>
              cohorts(months, {
                state: state.value,
                label: nameOf(state.value),
                from: nameOf(states[1]?.id),
                f,
                width
              }),
            [state]
          )}</div>`,
    waiting: live((width) => waiting(everybody, { states, f, width })),
    word: live((width) => mouth(targets.word, { f, width: Math.min(width, WIDE) })),
    states: stateList(definitions.states, f.lang)
  };
}
