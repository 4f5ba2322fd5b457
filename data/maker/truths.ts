import { FAULT_SUBJECT } from "./aftersales.js";
import { dateOf } from "./calendar.js";
import { computeCare } from "./follow-up.js";
import { computeHistories, type PastOrder, startedInSale } from "./history.js";
import { CARE, FAULTY_NAME, FURNITURE, LAUNCHES } from "./products.js";
import type { EventRow, OrderRow, Tables } from "./rows.js";
import { share } from "./share.js";
import { SOURCES } from "./sources.js";

/** What was planted, measured on the clean tables. Shares are 0–1, gaps in days. */
export type Truths = ReturnType<typeof computeTruths>;

/** Measures every planted truth; `docs` of each number stand in the README that is written from it. */
export function computeTruths(tables: Tables) {
  const histories = computeHistories(tables.orders);
  return {
    sources: computeSources(tables, histories),
    wave: computeWave(tables.events),
    care: computeCare(tables.events, histories),
    sale: computeSale(histories),
    second: computeSecond(histories),
    concentration: computeConcentration(tables.orders)
  };
}

type Histories = ReadonlyMap<string, readonly PastOrder[]>;

/** Leads (an event other than being reached, or an order) and buyers (a completed order) by source. */
function computeSources(tables: Tables, histories: Histories) {
  const connected = new Set(tables.events.filter((event) => event.kind !== "reach").map((event) => event.customer_id));
  return SOURCES.map(({ name }) => {
    const contacts = tables.customers.filter((customer) => customer.source === name);
    const buyers = contacts.filter((customer) => histories.has(customer.customer_id)).length;
    const leads = contacts.filter(({ customer_id: id }) => connected.has(id) || histories.has(id)).length;
    return { name, contacts: contacts.length, leads, buyers, conversion: buyers / leads };
  });
}

/** Complaints of the faulty product in March 2026 against its other months on sale. */
function computeWave(events: readonly EventRow[]) {
  const complaints = events.filter((event) => event.kind === "complaint");
  const inMarch = complaints.filter((event) => event.occurred_at.startsWith("2026-03"));
  const own = complaints.filter((event) => event.product === FAULTY_NAME);
  const ownMarch = inMarch.filter((event) => event.product === FAULTY_NAME);
  const launch = LAUNCHES.find((product) => product.name === FAULTY_NAME);
  if (launch === undefined) throw new Error(`unknown product: ${FAULTY_NAME}`);
  const usual = (own.length - ownMarch.length) / 6;
  return {
    launchDate: dateOf(launch.launch),
    productInMarch: ownMarch.length,
    faultInMarch: ownMarch.filter((event) => event.subject === FAULT_SUBJECT).length,
    allInMarch: inMarch.length,
    allUsual: (complaints.length - inMarch.length) / 23,
    usual,
    times: ownMarch.length / usual
  };
}

/** Later orders of those who began in the sale, of everyone else, and of those who began about then but not in it. */
function computeSale(histories: Histories) {
  const side = (belongs: (history: readonly PastOrder[]) => boolean) => {
    const people = [...histories.values()].filter(belongs);
    const later = people.flatMap((history) => history.slice(1));
    const discount = later.reduce((sum, order) => sum + order.discount, 0);
    const gaps = people.flatMap((history) =>
      history.slice(1).map((order, i) => order.time - (history[i]?.time ?? order.time))
    );
    return {
      customers: people.length,
      laterOrders: later.length,
      discounted: share(later, (order) => order.discount > 0),
      discountShare: discount / (discount + later.reduce((sum, order) => sum + order.revenue, 0)),
      meanGapDays: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    };
  };
  const since = (history: readonly PastOrder[]) => history[0]?.date ?? "";
  return {
    inSale: side(startedInSale),
    others: side((history) => !startedInSale(history)),
    peers: side((h) => !startedInSale(h) && since(h) >= "2025-09-01" && since(h) < "2026-01-16")
  };
}

/** How often the order after the first main product holds something of the care category. */
function computeSecond(histories: Histories) {
  const steps = [...histories.values()].flatMap((history) => {
    const first = history.findIndex((order) => order.lines.some((line) => line.offer === "main"));
    const order = history[first];
    const next = history[first + 1];
    if (order === undefined || next === undefined) return [];
    const furniture = order.lines.some((line) => line.offer === "main" && line.category === FURNITURE);
    return [{ furniture, care: next.lines.some((line) => line.category === CARE) }];
  });
  const after = (furniture: boolean) => steps.filter((step) => step.furniture === furniture);
  return {
    furnitureBuyers: after(true).length,
    afterFurniture: share(after(true), (step) => step.care),
    afterOthers: share(after(false), (step) => step.care)
  };
}

/** Part of the profit (amount less cost, returns off, cancelled left out) that the best fifth of buyers bring. */
function computeConcentration(orders: readonly OrderRow[]) {
  const profits = new Map<string, number>();
  for (const row of orders) {
    if (row.status === "cancelled" || row.customer_id === "") continue;
    profits.set(row.customer_id, (profits.get(row.customer_id) ?? 0) + row.amount - row.cost);
  }
  const ranked = [...profits.values()].sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const top = (part: number) => sum(ranked.slice(0, Math.round(ranked.length * part))) / sum(ranked);
  return { buyers: ranked.length, top1: top(0.01), top5: top(0.05), top20: top(0.2) };
}
