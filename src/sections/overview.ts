import { html } from "htl";
import { findings } from "../charts/findings.js";
import { firstPlays } from "../charts/first-plays.js";
import { funnel } from "../charts/funnel.js";
import { schemeOf } from "../charts/group.js";
import { sizes } from "../charts/sizes.js";
import { live } from "../controls/live.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import { OVERVIEW } from "../words/overview.js";
import { lede, tellsSales } from "./lede.js";
import type { Published } from "./published.js";
import type { SectionOptions } from "./section.js";

/** Beyond this the short funnel gets no clearer. */
const WIDE = 900;

/** What stands out, the plays to make first, and who the customers are at a glance. */
export function overview(
  { study, definitions, segments, funnel: rows }: Pick<Published, "study" | "definitions" | "segments" | "funnel">,
  { f, links }: Pick<SectionOptions, "f" | "links">
) {
  const minimum = study.minimumGroup;
  const asOf = study.asOfDate;
  const everybody = rows.filter((d) => d.dimension === "all");
  return {
    lede: lede(study, everybody, f),
    findings:
      study.findings.length > 0
        ? findings(study.findings, { f, links })
        : html`<p>${speak(CHARTS, f.lang).noFindings}</p>`,
    plays:
      study.firstPlays.length > 0
        ? firstPlays(study.firstPlays, { schemes: definitions.schemes, f, links })
        : html`<p>${speak(CHARTS, f.lang).noPlays}</p>`,
    sizes: tellsSales(study)
      ? live((width) => sizes(segments, { scheme: schemeOf(definitions, "sales-groups"), f, width, asOf, minimum }))
      : html`<p>${speak(OVERVIEW, f.lang).noGroups}</p>`,
    funnel: live((width) =>
      funnel(everybody, { states: definitions.states, f, width: Math.min(width, WIDE), asOf, minimum, small: true })
    )
  };
}
