import { ARCHETYPES, type Archetype } from "./archetypes.js";
import { dayOf, LAST_DAY } from "./calendar.js";
import type { Contact } from "./contacts.js";
import { composeEvent } from "./event.js";
import { FAULTY_NAME, LAUNCHES } from "./products.js";
import type { Order } from "./purchases.js";
import { at, type Random } from "./random.js";
import type { EventRow } from "./rows.js";

export const FAULT_SUBJECT = "lỗi sản phẩm";

/** The month of the wave of complaints, and the purchases that it comes from. */
const WAVE = { from: dayOf("2026-03-01"), to: dayOf("2026-03-31"), boughtFrom: dayOf("2026-01-15"), share: 0.4 };

const SUBJECTS = [
  ["giao hàng chậm", 36],
  [FAULT_SUBJECT, 18],
  ["thái độ phục vụ", 16],
  ["sai mẫu", 15],
  ["đổi trả", 15]
] as const;

/** What follows one order: care by the shop; rating, review, complaint, support, share and group by the customer. */
export function composeAftersales(contact: Contact, order: Order, number: number, random: Random): EventRow[] {
  const archetype = ARCHETYPES[contact.archetype ?? "regular"];
  const product = at(order.lines, 0).product.name;
  const rows: EventRow[] = [];
  const add = (
    chance: number,
    from: number,
    to: number,
    kind: string,
    channel: string,
    rest: Partial<EventRow> = {}
  ) => {
    const day = order.day + random.int(from, to);
    if (random.chance(chance) && day <= LAST_DAY) rows.push(composeEvent(contact, day, kind, channel, random, rest));
  };
  if (order.careDay !== null) {
    const channel = random.weighted([
      ["zalo", 50],
      ["phone", 38],
      ["email", 12]
    ] as const);
    rows.push(composeEvent(contact, order.careDay, "care", channel, random, { branch: order.branch }));
  }
  if (order.cancelled) return rows;
  const forgivingStart = contact.archetype === "forgiving" && number <= 1;
  const stars = forgivingStart && number === 0 ? random.int(1, 2) : pickStars(archetype, random);
  const opinion = { product, value: stars } as const;
  add(
    forgivingStart ? 0.8 : archetype.rating,
    2,
    15,
    "rating",
    random.pick(["website", "zalo", "marketplace"] as const),
    opinion
  );
  add(
    forgivingStart ? 0 : archetype.review,
    4,
    25,
    "review",
    random.pick(["website", "facebook", "marketplace"] as const),
    opinion
  );
  add(archetype.share, 3, 25, "share", random.pick(["facebook", "zalo", "tiktok"] as const), { product });
  add(archetype.support, 1, 20, "support", random.pick(["phone", "zalo"] as const), { product });
  add(number === 0 ? 0.14 : number === 1 ? 0.06 : 0, 1, 20, "group-join", random.pick(["zalo", "facebook"] as const));
  add(number >= 3 ? 0.025 : 0, 5, 40, "gift", "store");
  add(number >= 1 ? 0.02 : 0, 5, 40, "workshop", "store");
  rows.push(...composeComplaint(contact, order, forgivingStart ? 0.62 : archetype.complaint, random));
  return rows;
}

/** Trials and feedback of those who like to try each newly launched product while it is new. */
export function composeTrials(contact: Contact, orders: readonly Order[], random: Random): EventRow[] {
  const first = orders[0];
  const last = orders.at(-1);
  if (first === undefined || last === undefined) return [];
  const { novelty } = ARCHETYPES[contact.archetype ?? "regular"];
  const open = LAUNCHES.filter((product) => product.launch > first.day + 10 && product.launch <= last.day + 30);
  return open.flatMap((product) => {
    const day = product.launch - random.int(0, 12);
    if (!random.chance(novelty * 0.9)) return [];
    const trial = composeEvent(contact, day, "trial", "store", random, { product: product.name });
    const later = day + random.int(2, 14);
    const review = composeEvent(contact, later, "review", "zalo", random, {
      product: product.name,
      value: random.int(3, 5)
    });
    return novelty > 0.5 && random.chance(0.7) && later <= LAST_DAY ? [trial, review] : [trial];
  });
}

function composeComplaint(contact: Contact, order: Order, chance: number, random: Random): EventRow[] {
  const faulty = order.lines.some((line) => line.product.name === FAULTY_NAME);
  const where = { branch: order.branch };
  if (faulty && order.day >= WAVE.boughtFrom && order.day < WAVE.to - 2 && random.chance(WAVE.share)) {
    const day = random.int(Math.max(WAVE.from, order.day + 2), WAVE.to);
    return [
      composeEvent(contact, day, "complaint", complaintChannel(random), random, {
        ...where,
        product: FAULTY_NAME,
        subject: FAULT_SUBJECT
      })
    ];
  }
  const day = order.day + random.int(1, 20);
  if (!random.chance(chance + (faulty ? 0.07 : 0)) || day > LAST_DAY) return [];
  const line = random.pick(order.lines);
  // Keeps the faulty product's ordinary month low, so that its one bad month stands alone.
  if (line.product.name === FAULTY_NAME && day >= WAVE.from && day <= WAVE.to) return [];
  const rest = { ...where, product: line.product.name, subject: random.weighted(SUBJECTS) };
  return [composeEvent(contact, day, "complaint", complaintChannel(random), random, rest)];
}

function complaintChannel(random: Random): string {
  return random.weighted([
    ["phone", 35],
    ["zalo", 25],
    ["facebook", 18],
    ["store", 15],
    ["email", 7]
  ] as const);
}

function pickStars(archetype: Archetype, random: Random): number {
  return Math.max(1, Math.min(5, Math.round(random.bell(archetype.stars, 0.8))));
}
