import type { Funnel } from "../funnel/compute.js";
import { suppressFunnel } from "../funnel/suppress.js";
import { isFew } from "../segments/suppress.js";
import { apart, type RawFinding } from "./finding.js";

const LEADS = 100;
const TIMES = 1.4;
const ERRORS = 4;

/** Sources whose leads become buyers far more, or far less, often than all other leads; only of what the funnel shows. */
export function findChannels({ rows }: Funnel, minimum: number): RawFinding[] {
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
      led < Math.max(LEADS, minimum) ||
      othersLed < LEADS ||
      othersBought === 0 ||
      bought < minimum ||
      led - bought < minimum ||
      isFew(othersBought, minimum) ||
      isFew(othersLed - othersBought, minimum)
    )
      return [];
    const [rate, others] = [bought / led, othersBought / othersLed];
    const z = apart(bought, led, othersBought, othersLed);
    if (Math.abs(z) < ERRORS || (rate / others < TIMES && others / rate < TIMES)) return [];
    return [
      {
        id: `channel-${source}`,
        kind: "channel-conversion",
        page: "funnel?by=source",
        about: { source },
        numbers: { rate, others, times: rate / others, leads: led, buyers: bought },
        strength: 40 + Math.abs(z)
      }
    ];
  });
}
