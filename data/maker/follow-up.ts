import { dateOf } from "./calendar.js";
import { type PastOrder, parseTime } from "./history.js";
import { DANANG } from "./places.js";
import { CARE_STOPS } from "./purchases.js";
import type { EventRow } from "./rows.js";
import { share } from "./share.js";

/** Orders followed up within 30 days, and followed by another order within 90, by branch and time. */
export function computeCare(events: readonly EventRow[], histories: ReadonlyMap<string, readonly PastOrder[]>) {
  const cares = new Map<string, number[]>();
  for (const event of events) {
    if (event.kind === "care")
      cares.set(event.customer_id, [...(cares.get(event.customer_id) ?? []), parseTime(event.occurred_at)]);
  }
  const measured = [...histories.values()].flatMap((history) =>
    history.map((order, number) => {
      const next = history[number + 1];
      const caredWithin = (days: number) =>
        (cares.get(order.customerId) ?? []).some((time) => time > order.time && time <= order.time + days);
      // The shorter window keeps the follow-up of a soon next order from counting as this one's.
      return {
        order,
        number,
        cared: caredWithin(30),
        caredSoon: caredWithin(14),
        repeated: next !== undefined && next.time <= order.time + 90
      };
    })
  );
  const stops = dateOf(CARE_STOPS);
  const side = (danang: boolean, after: boolean) => {
    const inside = measured.filter(
      ({ order }) => (order.branch === DANANG.name) === danang && order.date >= stops === after
    );
    const care = inside.filter(({ order }) => order.date < "2026-06-01");
    const repeat = inside.filter(({ order }) => order.date < "2026-04-01");
    const first = repeat.filter(({ number }) => number === 0);
    return {
      orders: care.length,
      cared: share(care, (m) => m.cared),
      repeated: share(repeat, (m) => m.repeated),
      firstOrders: first.length,
      firstRepeated: share(first, (m) => m.repeated)
    };
  };
  const seen = measured.filter(({ order }) => order.date < "2026-04-01");
  return {
    danang: { before: side(true, false), after: side(true, true) },
    others: { before: side(false, false), after: side(false, true) },
    repeatWithCare: share(
      seen.filter((m) => m.caredSoon),
      (m) => m.repeated
    ),
    repeatWithoutCare: share(
      seen.filter((m) => !m.caredSoon),
      (m) => m.repeated
    )
  };
}
