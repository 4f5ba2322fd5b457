import { resize } from "observablehq:stdlib";
import { html } from "htl";
import { cohorts } from "../charts/cohorts.js";
import { funnel } from "../charts/funnel.js";
import { mouth } from "../charts/mouth.js";
import { steps } from "../charts/steps.js";
import { waiting } from "../charts/waiting.js";
import { live } from "../controls/live.js";
import { pickDimension, pickState } from "../controls/pickers.js";
import type { Desk } from "./notebook.js";

/** Where everybody stands on the way from stranger to someone who sells for the firm, and where they are lost. */
export function funnelPart({ definitions, study, targets, f, funnel: rows, cohorts: months }: Desk): HTMLElement {
  const { states } = definitions;
  const minimum = study.minimumGroup;
  const everybody = rows.filter((row) => row.dimension === "all");
  const dimension = pickDimension(definitions, [...new Set(rows.map((row) => row.dimension))], f.lang);
  const state = pickState(definitions, f.lang);
  const labelOf = (list: readonly { id: string; label: Record<"vi" | "en", string> }[], id: string) =>
    list.find((d) => d.id === id)?.label[f.lang] ?? id;
  return html`<div>
    ${resize((width) => funnel(everybody, { states, f, width, asOf: study.asOfDate, minimum }))}
    <div class="controls">${dimension}</div>
    ${live([dimension], () =>
      resize((width) =>
        steps(
          rows.filter((row) => row.dimension === dimension.value),
          everybody,
          { states, by: labelOf(definitions.dimensions, dimension.value), f, width, minimum }
        )
      )
    )}
    <div class="controls">${state}</div>
    ${live([state], () =>
      resize((width) => cohorts(months, { state: state.value, label: labelOf(states, state.value), f, width }))
    )}
    ${resize((width) => waiting(everybody, { states, f, width }))}
    ${resize((width) => mouth(targets.word, { f, width: Math.min(width, 900) }))}
  </div>`;
}
