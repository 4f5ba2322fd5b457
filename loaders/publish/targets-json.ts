import { formats } from "../../src/terms/format.js";
import { bilingual } from "../../src/terms/words.js";
import { TARGETS } from "../../src/words/targets.js";
import { numberIn } from "../definitions/numbers.js";
import { type Bar, clears, wantedReason } from "../definitions/stages.js";
import type { Study } from "../study.js";
import type { PublishedTargets } from "./published.js";

const SIGN = { high: "≥", low: "≤" } as const;

/** `data/targets.json`: the stage of the business with its evidence, target groups, funnel gaps, word of mouth. */
export function targetsJson({ definitions, targets, schemes, summaries }: Study): PublishedTargets {
  const { numbers, withheld } = summaries.everybody;
  const groups = schemes.find((s) => s.id === "stage-fit")?.groups ?? [];
  const { business } = definitions;
  const sells = summaries.all.buyers !== null && summaries.all.buyers !== undefined;
  const numberOf = (bar: Bar) => {
    const known = business.numbers.get(bar.number);
    if (!known) throw new Error(`unknown number of the business: ${bar.number}`);
    return known;
  };
  const value = (bar: Bar) => (withheld ? null : (targets.firm[bar.number] ?? null));
  const group = (id: string) => summaries.groups.find((g) => g.scheme === "stage-fit" && g.group === id);
  const next = business.stages.find((s) => s.number === targets.stage.number + 1);
  const bars = [
    ...targets.stage.reached.map((bar) => ({ bar, tells: TARGETS.reached })),
    ...(next?.reached ?? [])
      .filter((bar) => clears(targets.firm, bar) === false)
      .map((bar) => ({ bar, tells: TARGETS.missing }))
  ];
  const eased = {
    vi: formats("vi").percent(business.limits.eased.value),
    en: formats("en").percent(business.limits.eased.value)
  };
  const unit = (bar: Bar, n: number) => (numberOf(bar).unit === "share" ? `${Math.round(n * 100)}%` : String(n));
  return {
    stage: {
      id: targets.stage.group,
      number: targets.stage.number,
      label: targets.stage.label,
      how: targets.how,
      evidence: bars.map(({ bar, tells }) => ({
        label: numberOf(bar).label,
        value: value(bar),
        unit: numberOf(bar).unit,
        points: bilingual(tells, { bar: `${SIGN[bar.good]} ${unit(bar, bar.bar)}` })
      }))
    },
    stages: targets.stages.map(({ stage, have, wanted, gap, nearest }) => {
      const hidden = group(stage.group)?.withheld === true || withheld;
      return {
        number: stage.number,
        id: stage.group,
        label: stage.label,
        group: stage.group,
        groupLabel: groups.find((g) => g.id === stage.group)?.label ?? { vi: stage.group, en: stage.group },
        have: hidden ? null : have,
        wanted: withheld ? null : wanted,
        gap: hidden ? null : gap,
        nearest: withheld ? null : nearest,
        nearestMeaning: bilingual(TARGETS.nearest, { eased }),
        wantedReason: wantedReason(stage),
        // Nothing to clear is ready only for a business of whose buyers something is known.
        ready: sells ? ready(stage.ready.map((bar) => clears(targets.firm, bar))) : null,
        readiness: stage.ready.map((bar) => ({
          label: numberOf(bar).label,
          value: value(bar),
          bar: bar.bar,
          unit: numberOf(bar).unit,
          good: bar.good,
          met: withheld ? null : clears(targets.firm, bar)
        }))
      };
    }),
    funnel: targets.steps.map(({ from, to, conversion, best, people, money, cohorts }) => ({
      from,
      to,
      conversion: withheld ? null : conversion,
      best,
      people: withheld ? null : people,
      money: withheld ? null : money,
      cohorts
    })),
    word: {
      ratingAverage: numberIn(numbers, "rating_average"),
      ratings: numberIn(numbers, "ratings"),
      lowRatings: numberIn(numbers, "low_ratings"),
      complaints: numberIn(numbers, "complaints"),
      referrals: numberIn(numbers, "referral_customers"),
      referredBuyers: numberIn(numbers, "referred_buyers"),
      reviews: numberIn(numbers, "reviews"),
      shares: numberIn(numbers, "shares")
    }
  };
}

/** Ready when every bar that is known is cleared; unknown when none is known. */
function ready(bars: readonly (boolean | null)[]): boolean | null {
  if (bars.length === 0) return true;
  const known = bars.filter((bar) => bar !== null);
  return known.length === 0 ? null : known.every(Boolean);
}
