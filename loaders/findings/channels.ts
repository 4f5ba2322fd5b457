import type { FindingDefinition } from "../definitions/findings.js";
import { valuesOf } from "../definitions/limits.js";
import type { Funnel } from "../funnel/compute.js";
import { suppressFunnel } from "../funnel/suppress.js";
import { isFew } from "../segments/suppress.js";
import { apart, type RawFinding } from "./finding.js";

/** Sources whose leads become buyers far more, or far less, often than all other leads; only of what the funnel shows. */
export function findChannels(
  { rows }: Funnel,
  definition: FindingDefinition<"channel-conversion">,
  minimum: number
): RawFinding[] {
  const bar = valuesOf(definition.limits);
  const shown = suppressFunnel(rows, minimum).filter((r) => r.dimension === "source");
  const of = (state: string) => new Map(shown.filter((r) => r.state === state).map((r) => [r.value, r.reached]));
  const known = [...of("lead")].filter(([source, led]) => led !== null && (of("buyer").get(source) ?? null) !== null);
  const leads = new Map(known.map(([source, led]) => [source, led ?? 0]));
  const buyers = new Map(known.map(([source]) => [source, of("buyer").get(source) ?? 0]));
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
  return [...leads].flatMap(([source, led]): RawFinding[] => {
    const bought = buyers.get(source) ?? 0;
    const [othersLed, othersBought] = [total(leads) - led, total(buyers) - bought];
    if (
      led < Math.max(bar.leads, minimum) ||
      othersLed < bar.leads ||
      othersBought === 0 ||
      bought < minimum ||
      led - bought < minimum ||
      isFew(othersBought, minimum) ||
      isFew(othersLed - othersBought, minimum)
    )
      return [];
    const [rate, others] = [bought / led, othersBought / othersLed];
    const z = apart(bought, led, othersBought, othersLed);
    if (Math.abs(z) < bar.errors || (rate / others < bar.times && others / rate < bar.times)) return [];
    return [
      {
        id: `channel-${source}`,
        kind: "channel-conversion",
        about: { source },
        numbers: { rate, others, times: rate / others, leads: led, buyers: bought },
        strength: definition.strength + Math.abs(z)
      }
    ];
  });
}
