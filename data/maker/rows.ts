/** One row per contact, in the order of `customers.csv`. Empty text means unknown. */
export interface CustomerRow {
  customer_id: string;
  name: string;
  phone: string;
  email: string;
  customer_type: string;
  trade_role: string;
  firm_size: string;
  sector: string;
  province: string;
  country: string;
  urbanity: string;
  source: string;
  campaign: string;
  owner: string;
  branch: string;
  created: string;
  consent_zalo: string;
  consent_email: string;
  consent_sms: string;
  consent_date: string;
  referred_by: string;
  tags: string;
}

/** One row per order line. Money in whole dong; a return is a row of its own with negative quantity and amount. */
export interface OrderRow {
  order_id: string;
  customer_id: string;
  ordered_at: string;
  product_id: string;
  product: string;
  category: string;
  quantity: number;
  amount: number;
  discount: number;
  cost: number;
  status: string;
  channel: string;
  branch: string;
  offer: string;
  campaign: string;
}

/** One row per event. `value` is a rating of 1–5 for ratings and reviews, else empty. */
export interface EventRow {
  customer_id: string;
  occurred_at: string;
  kind: string;
  channel: string;
  value: number | "";
  other_customer_id: string;
  product: string;
  subject: string;
  branch: string;
  campaign: string;
}

/** One row per month and channel. */
export interface CostRow {
  period: string;
  channel: string;
  amount: number;
}

/** The four tables of the sample. */
export interface Tables {
  customers: readonly CustomerRow[];
  orders: readonly OrderRow[];
  events: readonly EventRow[];
  costs: readonly CostRow[];
}
