import { ARCHETYPES } from "./archetypes.js";
import { composeBasket, pickFavourite } from "./basket.js";
import { dayWeight, LAST_DAY, timeOf } from "./calendar.js";
import { BRANCHES } from "./places.js";
import { maybePromotion } from "./promotions.js";
import type { Order } from "./purchases.js";
import { createRandom, type Random } from "./random.js";
import type { Person } from "./referrals.js";
import type { OrderRow } from "./rows.js";

const WALK_INS = 430;

/** An order with whose it is; null for a walk-in. */
interface Owned {
  order: Order;
  person: Person | null;
}

/** All order lines of people and walk-ins, in time, each return after its sale. Order ids follow time. */
export function composeOrderRows(people: readonly Person[], seed: string): OrderRow[] {
  const random = createRandom(`${seed}:orders`);
  const owned: Owned[] = people.flatMap((person) => person.orders.map((order) => ({ order, person })));
  owned.push(...composeWalkIns(random).map((order) => ({ order, person: null })));
  owned.sort((a, b) => a.order.day - b.order.day || a.order.second - b.order.second);
  const rows = owned.flatMap(({ order, person }, i) =>
    composeLines(`DH${String(i + 1).padStart(5, "0")}`, order, person, random)
  );
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => (a.row.ordered_at < b.row.ordered_at ? -1 : a.row.ordered_at > b.row.ordered_at ? 1 : a.i - b.i))
    .map(({ row }) => row);
}

function composeWalkIns(random: Random): Order[] {
  const days = Array.from({ length: LAST_DAY + 1 }, (_, day) => [day, dayWeight(day)] as const);
  return Array.from({ length: WALK_INS }, () => {
    const day = random.weighted(days);
    const promotion = maybePromotion(day);
    const discounted = promotion !== undefined && random.chance(0.3);
    const shopper = {
      archetype: ARCHETYPES["one-time"],
      favourite: pickFavourite(random),
      tier: 0,
      volume: 1,
      wholesale: false
    };
    const lines = composeBasket(shopper, day, 1, discounted ? promotion.rate : 0, undefined, false, random);
    const branch = random.weighted(BRANCHES.map((b) => [b.name, b.weight] as const));
    const campaign = discounted ? promotion.code : "";
    return {
      day,
      second: random.int(8 * 3600, 21 * 3600),
      channel: "store",
      branch,
      campaign,
      cancelled: false,
      lines,
      careDay: null
    };
  });
}

function composeLines(id: string, order: Order, person: Person | null, random: Random): OrderRow[] {
  const returns = person?.contact.archetype ? ARCHETYPES[person.contact.archetype].returns : 0.01;
  return order.lines.flatMap((line) => {
    const row: OrderRow = {
      order_id: id,
      customer_id: person?.contact.row.customer_id ?? "",
      ordered_at: timeOf(order.day, order.second),
      product_id: line.product.id,
      product: line.product.name,
      category: line.product.category,
      quantity: line.quantity,
      amount: line.listValue - line.discount,
      discount: line.discount,
      cost: line.cost,
      status: order.cancelled ? "cancelled" : "completed",
      channel: order.channel,
      branch: order.branch,
      offer: line.product.offer,
      campaign: order.campaign
    };
    const day = order.day + random.int(2, 14);
    if (order.cancelled || !random.chance(returns) || day > LAST_DAY) return [row];
    return [
      row,
      {
        ...row,
        ordered_at: timeOf(day, random.int(8 * 3600, 21 * 3600)),
        quantity: -row.quantity,
        amount: -row.amount,
        discount: 0,
        cost: -row.cost,
        status: "returned"
      }
    ];
  });
}
