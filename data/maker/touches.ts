import { ARCHETYPES } from "./archetypes.js";
import { LAST_DAY, timeOf } from "./calendar.js";
import type { Contact } from "./contacts.js";
import { composeEvent, OPEN } from "./event.js";
import type { Order } from "./purchases.js";
import type { Random } from "./random.js";
import type { EventRow } from "./rows.js";

const VISIT_CHANNELS = ["website", "website", "facebook", "store", "tiktok", "marketplace"] as const;

/** Events of a contact before the first order, or of one who never buys. Grain: one row per touch. */
export function composeTouches(contact: Contact, orders: readonly Order[], random: Random): EventRow[] {
  const first = orders[0];
  const start = Math.max(0, contact.created);
  const end = first === undefined ? Math.min(LAST_DAY, start + random.int(5, 120)) : first.day;
  if (contact.role === "unknown") return [];
  const reach = composeReach(contact, start, contact.role === "niche" ? end : Math.min(end, start + 4), random);
  if (contact.role === "niche") return reach;
  const counts = {
    lead: () => random.int(1, 5),
    taster: () => random.int(2, 6),
    browser: () => random.int(12, 26),
    buyer: () => random.int(2, 6)
  };
  const count = counts[contact.role]();
  const when = () => clamp(random.int(start, Math.max(start, end - 1)), end);
  const rows = [...reach];
  rows.push(
    first !== undefined && first.day === start
      ? morning(contact, start, random)
      : composeLead(contact, Math.min(end, start + random.int(0, 3)), random)
  );
  for (let i = 1; i < count; i++) rows.push(composeContactTouch(contact, when(), contact.role === "browser", random));
  if (contact.role === "taster") rows.push(composeTaster(contact, end, random));
  if (contact.role === "buyer" && random.chance(0.16) && end > start)
    rows.push(composeTaster(contact, end - 1, random));
  return first === undefined
    ? rows
    : rows.map((row) =>
        row.occurred_at < timeOf(first.day, OPEN) || row.occurred_at < timeOf(first.day, first.second)
          ? row
          : { ...row, occurred_at: timeOf(first.day, random.int(6 * 3600, OPEN)) }
      );
}

/** What the person does on the way to a later order: looks round on site and page. */
export function composeViews(contact: Contact, before: number, day: number, random: Random): EventRow[] {
  const archetype = ARCHETYPES[contact.archetype ?? "regular"];
  const count = Math.round(archetype.views * random.bell(1, 0.6));
  return Array.from({ length: count }, () => {
    const when = Math.min(LAST_DAY, Math.max(before, day - random.int(0, 20)));
    return composeEvent(contact, when, random.chance(0.6) ? "view" : "visit", random.pick(VISIT_CHANNELS), random);
  });
}

/** Advertisements, leaflets and messages sent out: 1–3, the first by the source's own channel. */
function composeReach(contact: Contact, start: number, end: number, random: Random): EventRow[] {
  const paid = random.chance(contact.role === "niche" ? 1 : 0.6);
  const count =
    !paid || contact.created < 0 ? Number(contact.role === "niche") : random.int(1, contact.role === "niche" ? 4 : 2);
  return Array.from({ length: count }, (_, i) => {
    const channel =
      i === 0 || random.chance(0.7) ? contact.source.reach : random.pick(["facebook", "google", "zalo"] as const);
    const day = i === 0 ? start : clamp(random.int(start, Math.max(start, end)), Math.max(start, end));
    return composeEvent(contact, day, "reach", channel, random, { campaign: contact.row.campaign });
  });
}

/** The first sign of a connection. */
function composeLead(contact: Contact, day: number, random: Random): EventRow {
  const source = contact.source.name;
  const kind = random.weighted([
    ["message", source === "store" ? 10 : 45],
    ["signup", 30],
    ["visit", 15],
    ["call", 10]
  ] as const);
  return composeEvent(contact, day, kind, channelOf(kind, contact, random), random);
}

function morning(contact: Contact, day: number, random: Random): EventRow {
  return { ...composeLead(contact, day, random), occurred_at: timeOf(day, random.int(6 * 3600, OPEN)) };
}

function composeContactTouch(contact: Contact, day: number, looksOnly: boolean, random: Random): EventRow {
  const kind = looksOnly
    ? random.weighted([
        ["view", 60],
        ["visit", 36],
        ["message", 4]
      ] as const)
    : random.weighted([
        ["view", 30],
        ["visit", 22],
        ["message", 26],
        ["call", 8],
        ["group-join", 5],
        ["reach", 6],
        ["signup", 3]
      ] as const);
  return composeEvent(contact, day, kind, channelOf(kind, contact, random), random);
}

function composeTaster(contact: Contact, day: number, random: Random): EventRow {
  const kind = random.weighted([
    ["trial", 45],
    ["workshop", 30],
    ["gift", 25]
  ] as const);
  const product = kind === "trial" ? random.pick(["Nến thơm thử 50 g", "Vỏ gối thử", "Xịt khử mùi mini"] as const) : "";
  return composeEvent(contact, day, kind, kind === "gift" ? channelOf("message", contact, random) : "store", random, {
    product
  });
}

function channelOf(kind: string, contact: Contact, random: Random): string {
  if (kind === "call") return "phone";
  if (kind === "reach") return contact.source.reach;
  if (kind === "group-join") return random.chance(0.6) ? "zalo" : "facebook";
  if (kind === "message")
    return contact.source.name === "facebook" || (contact.source.name !== "zalo" && random.chance(0.4))
      ? "facebook"
      : "zalo";
  return random.pick(VISIT_CHANNELS);
}

function clamp(day: number, end: number): number {
  return Math.min(LAST_DAY, Math.min(day, end));
}
