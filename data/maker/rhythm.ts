import { ARCHETYPES, type Archetype } from "./archetypes.js";
import { dayOf, dayWeight, LAST_DAY } from "./calendar.js";
import type { Contact } from "./contacts.js";
import { LAUNCHES } from "./products.js";
import { maybePromotion } from "./promotions.js";
import type { Random } from "./random.js";

/** Day of the first order: old contacts early in the sample, those of the November rush in the sale, others within weeks. */
export function pickFirstDay(contact: Contact, random: Random): number {
  if (contact.created < 0)
    return pickDay(0, Math.round(ARCHETYPES[contact.archetype ?? "regular"].gap * 1.6), random, () => 1);
  const saleFrom = dayOf("2025-11-05");
  if (contact.created >= dayOf("2025-10-25") && contact.created <= dayOf("2025-11-11") && random.chance(0.92)) {
    return pickDay(Math.max(saleFrom, contact.created), saleFrom + 10, random, () => 1);
  }
  const wait = random.chance(0.3) ? random.int(0, 3) : random.int(2, 50);
  return pickDay(
    Math.min(LAST_DAY, contact.created + Math.floor(wait * 0.6)),
    Math.min(LAST_DAY, contact.created + wait),
    random,
    () => 1
  );
}

/** The next order's day, drawn towards weekends and seasons, and towards promotions by those who wait for them. */
export function pickNextDay(day: number, gap: number, waits: boolean, archetype: Archetype, random: Random): number {
  const from = day + Math.max(2, Math.round(gap * 0.55));
  const to = day + Math.max(4, Math.round(gap * 1.45));
  const launch = LAUNCHES.find((product) => product.launch > day && product.launch + 2 <= to + 20);
  if (archetype.novelty > 0.5 && launch !== undefined) return launch.launch + random.int(1, 18);
  if (from > LAST_DAY) return from;
  return pickDay(from, to, random, (d) => (waits && maybePromotion(d) !== undefined ? 9 : 1));
}

/** A day from `from` to `to` by the calendar's weight; days past the sample weigh 1, so that people may run out of it. */
function pickDay(from: number, to: number, random: Random, liking: (day: number) => number): number {
  const days = Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i);
  return random.weighted(days.map((d) => [d, (d > LAST_DAY ? 1 : dayWeight(d)) * liking(d)] as const));
}
