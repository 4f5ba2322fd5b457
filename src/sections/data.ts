import { analyses } from "../charts/analyses.js";
import { consent } from "../charts/consent.js";
import { fileCards } from "../charts/file-card.js";
import { people } from "../charts/people.js";
import { scorecard } from "../charts/scorecard.js";
import { trust } from "../charts/trust.js";
import { live } from "../controls/live.js";
import type { Published } from "./published.js";
import type { SectionOptions } from "./section.js";

/** What came in, what became of every row, and what one more column would tell. */
export function data({ study }: Pick<Published, "study">, { f }: Pick<SectionOptions, "f">) {
  return {
    trust: trust(study, { f }),
    files: live((width) => fileCards(study, { f, width })),
    quality: live((width) => scorecard(study.scorecard, { f, width })),
    people: live((width) => people(study.people, { f, width, minimum: study.minimumGroup })),
    consent: live((width) => consent(study.consent, { f, width })),
    analyses: analyses(study.analyses, { f })
  };
}
