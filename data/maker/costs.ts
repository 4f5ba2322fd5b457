import { MONTHS } from "./calendar.js";
import { createRandom } from "./random.js";
import type { CostRow, EventRow } from "./rows.js";

/** Dong a month at the start, by source; `care` has its own reckoning. */
const BASE: readonly (readonly [string, number])[] = [
  ["facebook", 11_000_000],
  ["zalo", 6_500_000],
  ["google", 7_000_000],
  ["tiktok", 5_500_000],
  ["marketplace", 4_500_000],
  ["website", 3_000_000],
  ["store", 4_000_000],
  ["event", 2_500_000],
  ["email", 900_000],
  ["referral", 1_200_000]
];

/** Months in which advertising costs more. */
const PEAKS: Readonly<Record<string, number>> = { "01": 1.35, "03": 1.1, "10": 1.15, "11": 1.6, "12": 1.1 };

/** Kinds of events that the firm's own people spend time on. */
const SERVICE_KINDS: ReadonlySet<string> = new Set(["care", "complaint", "support", "call"]);

/** Monthly costs by channel, growing by half a year; `care` follows the number of service contacts. */
export function composeCosts(events: readonly EventRow[], seed: string): CostRow[] {
  const random = createRandom(`${seed}:costs`);
  return MONTHS.flatMap((period, i) => {
    const peak = PEAKS[period.slice(5)] ?? 1;
    const paid = BASE.map(([channel, base]) => {
      const amount = base * (1 + i * 0.035) * peak * random.bell(1, 0.08);
      return { period, channel, amount: Math.round(amount / 10_000) * 10_000 };
    });
    const served = events.filter(
      (event) => SERVICE_KINDS.has(event.kind) && event.occurred_at.startsWith(period)
    ).length;
    return [...paid, { period, channel: "care", amount: 8_000_000 + served * 22_000 }];
  });
}
