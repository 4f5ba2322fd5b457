import { bilingual } from "../../src/terms/words.js";
import { CHANNELS, MERGES, UNUSED } from "../../src/words/people.js";
import { OTHERS } from "../definitions/scheme.js";
import type { People } from "../people/compute.js";
import { RULES, type RuleId } from "../people/rules.js";
import { isFew, suppressParts } from "../segments/suppress.js";
import type { PublishedConsent, PublishedPeople } from "./published.js";

/** How many ids became how many people; counts under the smallest group, and what would give them away, are null. */
export function peopleJson(people: People, minimum: number): PublishedPeople | null {
  if (people.identities === 0) return null;
  const shown = (n: number) => (isFew(n, minimum) ? null : n);
  const merges = Object.entries(people.merges)
    .map(([rule, count]) => ({ rule: rule as RuleId, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => RULES[a.rule] - RULES[b.rule]);
  // Several rows of one id are one identity already; the other rules add up to what ids and people differ by.
  const parts = merges.filter(({ rule }) => rule !== "same-id");
  const hidden = suppressParts(new Map(parts.map(({ rule, count }) => [rule, count])), minimum);
  const withheld = parts.reduce((sum, { rule, count }) => sum + (hidden.has(rule) ? count : 0), 0);
  // The number of people stands elsewhere, too, so that of their ids would give few merges away.
  const told = hidden.size === 0 || (hidden.size > 1 && withheld >= minimum);
  return {
    identities: told ? shown(people.identities) : null,
    persons: told ? shown(people.persons) : null,
    merges: merges.map(({ rule, count }) => ({
      rule,
      label: bilingual(MERGES[rule].label),
      // That an id stands on several rows tells of the file, not of people, and rows less people would give it away.
      count: rule === "same-id" ? count : hidden.has(rule) ? null : shown(count)
    })),
    shared: { phone: shown(people.shared.phone), email: shown(people.shared.email) },
    unused: (["phone", "email"] as const).flatMap((kind) =>
      Object.entries(people.unused[kind]).map(([fault, n]) => ({
        id: `${kind}-${fault}`,
        label: bilingual(UNUSED[kind][fault as keyof (typeof UNUSED)[typeof kind]]),
        count: shown(n)
      }))
    )
  };
}

/** Answers by channel; a channel whose small counts could be found by subtraction loses them all. */
export function consentJson({ consent }: People, minimum: number): PublishedConsent[] {
  return Object.entries(consent).map(([channel, { yes, no, unknown, withDate }]) => {
    // Silence says least, so it is the first to cover a small answer; who said yes is told elsewhere, too.
    const hidden = suppressParts(
      new Map([
        ["yes", yes],
        ["no", no],
        [OTHERS, unknown]
      ]),
      minimum
    );
    const undated = yes + no - withDate;
    return {
      channel,
      label: bilingual(CHANNELS[channel as keyof typeof CHANNELS]),
      yes: hidden.has("yes") ? null : yes,
      no: hidden.has("no") ? null : no,
      unknown: hidden.has(OTHERS) ? null : unknown,
      dated: isFew(withDate, minimum) || isFew(undated, minimum) ? null : withDate
    };
  });
}
