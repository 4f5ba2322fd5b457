import { composeAftersales, composeTrials } from "./aftersales.js";
import { composeContacts } from "./contacts.js";
import { composeCosts } from "./costs.js";
import { composeOrderRows } from "./orders.js";
import { simulatePurchases } from "./purchases.js";
import { createRandom } from "./random.js";
import { composeReferrals, type Person } from "./referrals.js";
import type { EventRow, Tables } from "./rows.js";
import { composeTouches, composeViews } from "./touches.js";

/** The four clean tables of a seed: contacts → orders → events → referrals → costs. */
export function composeTables(seed: string): Tables {
  const people = composeContacts(seed).map((contact) => {
    const random = createRandom(`${seed}:orders:${contact.row.customer_id}`);
    return { contact, orders: simulatePurchases(contact, random) };
  });
  const referrals = composeReferrals(people, seed);
  const events = inTime([...people.flatMap((person) => composeEvents(person, seed)), ...referrals.events]);
  const customers = people.map(({ contact: { row } }) => ({
    ...row,
    referred_by: referrals.referredBy.get(row.customer_id) ?? ""
  }));
  return { customers, orders: composeOrderRows(people, seed), events, costs: composeCosts(events, seed) };
}

function composeEvents({ contact, orders }: Person, seed: string): EventRow[] {
  const random = createRandom(`${seed}:events:${contact.row.customer_id}`);
  const after = orders.flatMap((order, number) => {
    const before = orders[number - 1];
    // A one-time browser's many views come before the first order; everyone else's before each later one.
    const looks = number > 0 || contact.archetype === "browser-buyer";
    const since = before?.day ?? Math.max(0, Math.min(order.day, contact.created));
    const views = looks ? composeViews(contact, since, order.day, random) : [];
    return [...views, ...composeAftersales(contact, order, number, random)];
  });
  return [...composeTouches(contact, orders, random), ...after, ...composeTrials(contact, orders, random)];
}

function inTime(events: readonly EventRow[]): EventRow[] {
  const key = (event: EventRow) => `${event.occurred_at} ${event.customer_id} ${event.kind}`;
  return events
    .map((event) => ({ event, key: key(event) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ event }) => event);
}
