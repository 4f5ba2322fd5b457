import { WAITING_CODE } from "./promotions.js";
import type { OrderRow } from "./rows.js";

const MS_PER_DAY = 86_400_000;

/** One completed order of a known customer: its lines added up, and its place in the customer's history. */
export interface PastOrder {
  customerId: string;
  /** Days since 1970, with a fraction for the hour. */
  time: number;
  date: string;
  branch: string;
  campaign: string;
  /** Net of discount; returns are not taken off. */
  revenue: number;
  discount: number;
  lines: readonly OrderRow[];
}

/** Completed orders by customer, each customer's in time. Walk-ins and cancelled orders are left out. */
export function computeHistories(rows: readonly OrderRow[]): ReadonlyMap<string, readonly PastOrder[]> {
  const byOrder = new Map<string, OrderRow[]>();
  for (const row of rows) {
    if (row.status !== "completed" || row.customer_id === "") continue;
    byOrder.set(row.order_id, [...(byOrder.get(row.order_id) ?? []), row]);
  }
  const histories = new Map<string, PastOrder[]>();
  for (const lines of byOrder.values()) {
    const order = composePastOrder(lines);
    histories.set(order.customerId, [...(histories.get(order.customerId) ?? []), order]);
  }
  return histories;
}

/** Days since 1970 of `YYYY-MM-DD HH:MM:SS`. */
export function parseTime(text: string): number {
  return Date.parse(`${text.replace(" ", "T")}Z`) / MS_PER_DAY;
}

/** Whether a customer's first order was in the promotion that trains to wait. */
export function startedInSale(history: readonly PastOrder[]): boolean {
  return history[0]?.campaign === WAITING_CODE;
}

function composePastOrder(lines: readonly OrderRow[]): PastOrder {
  const [first] = lines;
  if (first === undefined) throw new Error("order without lines");
  return {
    customerId: first.customer_id,
    time: parseTime(first.ordered_at),
    date: first.ordered_at.slice(0, 10),
    branch: first.branch,
    campaign: first.campaign,
    revenue: lines.reduce((sum, line) => sum + line.amount, 0),
    discount: lines.reduce((sum, line) => sum + line.discount, 0),
    lines
  };
}
