import { ARCHETYPES } from "./archetypes.js";
import { LAST_DAY } from "./calendar.js";
import type { Contact } from "./contacts.js";
import { composeEvent } from "./event.js";
import type { Order } from "./purchases.js";
import { createRandom, type Random } from "./random.js";
import type { EventRow } from "./rows.js";

/** A contact with its orders. */
export interface Person {
  contact: Contact;
  orders: readonly Order[];
}

/** Who sent each newcomer of the source `referral`: the newcomer's id → the sender's. */
interface Referrals {
  referredBy: ReadonlyMap<string, string>;
  events: readonly EventRow[];
}

/** Finds a sender for every referred newcomer among those who bought shortly before; some never say who it was. */
export function composeReferrals(people: readonly Person[], seed: string): Referrals {
  const random = createRandom(`${seed}:referrals`);
  const referredBy = new Map<string, string>();
  const events: EventRow[] = [];
  for (const { contact } of people) {
    if (contact.source.name !== "referral" || contact.created < 20 || random.chance(0.05)) continue;
    const sender = maybeSender(people, contact.created, random);
    if (sender === undefined) continue;
    referredBy.set(contact.row.customer_id, sender.contact.row.customer_id);
    const day = Math.min(LAST_DAY, Math.max(0, contact.created - random.int(0, 2)));
    const channel = random.pick(["zalo", "facebook", "store", "phone"] as const);
    events.push(
      composeEvent(sender.contact, day, "referral", channel, random, { other_customer_id: contact.row.customer_id })
    );
  }
  return { referredBy, events };
}

/** A person whose first order lies before the day and whose last is no more than four months back. */
function maybeSender(people: readonly Person[], day: number, random: Random): Person | undefined {
  const candidates = people.flatMap((person) => {
    const { archetype } = person.contact;
    const first = person.orders[0];
    const recent = person.orders.some((order) => order.day < day && order.day > day - 120);
    if (archetype === null || first === undefined || first.day >= day - 2 || !recent) return [];
    const { refers } = ARCHETYPES[archetype];
    return refers > 0 ? [[person, refers] as const] : [];
  });
  return candidates.length === 0 ? undefined : random.weighted(candidates);
}
