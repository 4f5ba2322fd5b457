import { csvFormat } from "d3";
import fc from "fast-check";
import type { Files } from "./dataset.js";

export type Row = Record<string, string | number>;
export interface Shop {
  customers: Row[];
  orders: Row[];
  events: Row[];
}

const FIRST_DAY = Date.UTC(2024, 0, 15);
/** Days from the first to the last day of every made-up shop. */
export const DAYS = 540;
const KINDS = [
  "reach",
  "visit",
  "visit",
  "view",
  "message",
  "signup",
  "trial",
  "care",
  "complaint",
  "rating",
  "review",
  "share",
  "referral",
  "group-join"
];
const SOURCES = ["facebook", "zalo", "website", ""];
const BRANCHES = ["Hà Nội", "Đà Nẵng"];
const PRODUCTS = ["Ghế", "Bàn", "Móc treo", "Đèn", "Nồi"];

export const day = (offset: number) => new Date(FIRST_DAY + offset * 86_400_000).toISOString().slice(0, 10);
export const id = (n: number) => `C${String(n).padStart(3, "0")}`;

interface Seeds {
  people: number;
  orders: [number, number, number, number][];
  events: [number, number, number][];
}

/** Shops of any shape with sound, distinct rows; the first and last day always have a row. */
export function shops({
  people = [3, 40],
  orders = 120,
  events = 160
}: {
  people?: [number, number];
  orders?: number;
  events?: number;
} = {}): fc.Arbitrary<Shop> {
  const one = fc.nat({ max: 999_983 });
  return fc
    .record({
      people: fc.integer({ min: people[0], max: people[1] }),
      orders: fc.array(fc.tuple(one, one, one, one), { minLength: 1, maxLength: orders, size: "max" }),
      events: fc.array(fc.tuple(one, one, one), { maxLength: events, size: "max" })
    })
    .map(makeShop);
}

/** One shop, always the same. */
export function sampleShop(seed: number, options?: Parameters<typeof shops>[0]): Shop {
  return fc.sample(shops(options), { seed, numRuns: 1 })[0] as Shop;
}

function makeShop({ people, orders, events }: Seeds): Shop {
  const customers = Array.from(
    { length: people },
    (_, n): Row => ({
      customer_id: id(n),
      source: SOURCES[(n * 7) % SOURCES.length] ?? "",
      branch: BRANCHES[n % 2] ?? "",
      province: n % 3 === 0 ? "Hà Nội" : "Đà Nẵng",
      customer_type: n % 5 === 0 ? "business" : "individual",
      created: n % 4 === 0 ? "" : day((n * 37) % (DAYS / 2)),
      referred_by: n % 9 === 8 ? id(n - 1) : "",
      consent_zalo: n % 2 === 0 ? "yes" : ""
    })
  );
  return {
    customers,
    orders: orders.flatMap((o, n) => makeOrder(o, n, people)),
    events: [...anchors(), ...events.map((e, n) => makeEvent(e, n, people))]
  };
}

/** Visits that pin the first and the last day, so that no row is ever far from all others. */
function anchors(): Row[] {
  return Array.from(
    { length: DAYS / 60 + 1 },
    (_, i): Row => ({
      customer_id: id(0),
      occurred_at: day(i * 60),
      kind: "visit",
      value: "",
      other_customer_id: "",
      product: "",
      subject: "anchor"
    })
  );
}

function makeOrder([who, when, what, how]: [number, number, number, number], n: number, people: number): Row[] {
  const product = what % PRODUCTS.length;
  const sold: Row = {
    order_id: `D${n}`,
    customer_id: who % 11 === 10 ? "" : id(who % people),
    ordered_at: day(when % (DAYS + 1)),
    product: PRODUCTS[product] ?? "",
    category: product % 2 === 0 ? "Nội thất" : "Bếp",
    quantity: 1 + (how % 3),
    amount: 10_000 * (1 + (what % 97)),
    discount: how % 4 === 0 ? 5_000 * (1 + (what % 9)) : 0,
    cost: 6_000 * (1 + (what % 97)),
    status: how % 17 === 16 ? "cancelled" : "completed",
    channel: how % 2 === 0 ? "store" : "zalo",
    branch: BRANCHES[who % 2] ?? "",
    offer: product === 2 ? "bait" : "main",
    campaign: how % 8 === 0 ? "SALE" : ""
  };
  const back: Row = {
    ...sold,
    ordered_at: day(Math.min(DAYS, (when % (DAYS + 1)) + 5)),
    quantity: -1,
    amount: -Number(sold.amount),
    discount: 0,
    status: "returned"
  };
  return how % 13 === 12 ? [sold, back] : [sold];
}

function makeEvent([who, when, what]: [number, number, number], n: number, people: number): Row {
  const kind = KINDS[what % KINDS.length] ?? "visit";
  return {
    customer_id: id(who % people),
    occurred_at: day(when % (DAYS + 1)),
    kind,
    value: kind === "rating" ? 1 + (when % 5) : "",
    other_customer_id: kind === "referral" ? id((who + 1) % people) : "",
    product: kind === "complaint" ? (PRODUCTS[what % PRODUCTS.length] ?? "") : "",
    subject: `s${n}`
  };
}

export function shopFiles({ customers, orders, events }: Shop, more: Files = {}): Files {
  return {
    "customers.csv": csvFormat(customers),
    "orders.csv": csvFormat(orders),
    "events.csv": csvFormat(events),
    ...more
  };
}

/** The first day each customer is known of, from the rows alone; whoever is on no dated row is known from the last day on. */
export function firstSeen({ customers, orders, events }: Shop): Map<string, string> {
  const seen = new Map<string, string>(customers.map((c) => [String(c.customer_id), String(c.created) || day(DAYS)]));
  const note = (who: string, when: string) => {
    if (who && when < (seen.get(who) ?? "9999")) seen.set(who, when);
  };
  for (const o of orders) note(String(o.customer_id), String(o.ordered_at));
  for (const e of events) note(String(e.customer_id), String(e.occurred_at));
  // A buyer who names somebody shows that this somebody was known when the buyer first bought.
  for (const c of customers) {
    const first = orders
      .filter((o) => o.customer_id === c.customer_id && o.status === "completed")
      .map((o) => String(o.ordered_at))
      .sort()[0];
    if (first && c.referred_by) note(String(c.referred_by), first);
  }
  return seen;
}
