import { ARCHETYPES, type Archetype } from "./archetypes.js";
import { composeBasket, type Line, pickFavourite, type Shopper } from "./basket.js";
import { dayOf, LAST_DAY } from "./calendar.js";
import type { Contact } from "./contacts.js";
import { BRANCHES, DANANG } from "./places.js";
import { FURNITURE, LAUNCHES, type Product } from "./products.js";
import { maybePromotion, WAITING_CODE } from "./promotions.js";
import type { Random } from "./random.js";
import { pickFirstDay, pickNextDay } from "./rhythm.js";

/** One order of a contact, before it is written as lines. */
export interface Order {
  day: number;
  second: number;
  channel: string;
  branch: string;
  campaign: string;
  cancelled: boolean;
  lines: readonly Line[];
  /** Day of the follow-up contact after the sale; null where nobody called. */
  careDay: number | null;
}

/** From this day on the Đà Nẵng branch stops following up. */
export const CARE_STOPS = dayOf("2025-10-01");
const CARE_USUAL = 0.665;
const CARE_STOPPED = 0.035;

/** All orders of a buyer, in time. What the shop does after each sale decides how likely the next is. */
export function simulatePurchases(contact: Contact, random: Random): Order[] {
  if (contact.archetype === null) return [];
  const archetype = ARCHETYPES[contact.archetype];
  const shopper = composeShopper(contact, archetype, random);
  const gap = archetype.gap * random.bell(1, 0.22) * (shopper.volume > 1 ? 0.85 : 1);
  const orders: Order[] = [];
  let day = pickFirstDay(contact, random);
  let trained = false;
  while (day <= LAST_DAY) {
    const number = orders.length;
    const waits = trained || archetype.waits;
    const discount = decideDiscount(day, number === 0, waits, archetype, contact, random);
    const newest = random.chance(archetype.novelty) ? maybeNewest(day) : undefined;
    const wantsCare = number > 0 && random.chance(afterFurniture(orders) ? 0.6 : 0.02);
    const lines = composeBasket(shopper, day, number, discount.rate, newest, wantsCare, random);
    const branch = random.chance(0.97) ? contact.branch.name : random.pick(BRANCHES).name;
    const careDay = decideCare(day, branch, random);
    const cancelled = number > 0 && random.chance(0.025);
    const channel = random.weighted(contact.source.orderChannels);
    orders.push({
      day,
      second: random.int(8 * 3600, 21 * 3600),
      channel,
      branch,
      campaign: discount.campaign,
      cancelled,
      lines,
      careDay
    });
    if (number === 0 && discount.campaign === WAITING_CODE) trained = true;
    const forgotten = careDay === null ? (number > 0 && orders.at(-2)?.careDay === null ? 1.5 : 1) : 0;
    const quit = archetype.quit + archetype.neglect * forgotten;
    if (
      orders.length >= archetype.most ||
      (orders.length >= archetype.least && random.chance(quit * (trained ? 0.6 : 1)))
    )
      break;
    day = pickNextDay(day, gap * (trained ? 1.7 : 1) * (careDay === null ? 1.2 : 1), waits, archetype, random);
  }
  return orders;
}

function composeShopper(contact: Contact, archetype: Archetype, random: Random): Shopper {
  const { trade_role: role, firm_size: size } = contact.row;
  const trade = role === "wholesale" ? random.int(2, 3) : role === "retail" ? 1.5 : 1;
  const volume = trade * (size === "large" ? 1.6 : size === "medium" ? 1.25 : 1);
  const tier = random.weighted(
    archetype.rise > 0
      ? ([
          [0, 1],
          [1, 1]
        ] as const)
      : ([
          [0, 62],
          [1, 32],
          [2, 6]
        ] as const)
  );
  return { archetype, favourite: pickFavourite(random), tier, volume, wholesale: role === "wholesale" };
}

function decideDiscount(
  day: number,
  first: boolean,
  waits: boolean,
  archetype: Archetype,
  contact: Contact,
  random: Random
): { rate: number; campaign: string } {
  const promotion = maybePromotion(day);
  if (promotion !== undefined) {
    const rush = first && promotion.code === WAITING_CODE && contact.created >= dayOf("2025-10-25");
    if (!random.chance(rush ? 0.95 : waits ? 0.97 : archetype.promotion)) return { rate: 0, campaign: "" };
    const rate =
      promotion.rate + random.pick([-0.05, 0, 0, 0.05] as const) + (waits && promotion.code !== WAITING_CODE ? 0.1 : 0);
    return { rate, campaign: promotion.code };
  }
  const voucher = waits ? Math.max(0.62, archetype.voucher) : archetype.voucher;
  return random.chance(voucher)
    ? { rate: waits ? random.pick([0.15, 0.2, 0.25] as const) : 0.1, campaign: "" }
    : { rate: 0, campaign: "" };
}

function maybeNewest(day: number): Product | undefined {
  return LAUNCHES.filter((product) => product.launch <= day && product.launch > day - 45).at(-1);
}

/** Whether the order before held small furniture as one of the first main products bought. */
function afterFurniture(orders: readonly Order[]): boolean {
  const mains = orders.filter((order) => order.lines.some((line) => line.product.offer === "main"));
  const last = orders.at(-1);
  if (mains.length !== 1 || last === undefined || mains[0] !== last) return false;
  return last.lines.some((line) => line.product.offer === "main" && line.product.category === FURNITURE);
}

function decideCare(day: number, branch: string, random: Random): number | null {
  const careDay = day + random.int(1, 12);
  const stopped = branch === DANANG.name && careDay >= CARE_STOPS;
  if (!random.chance(stopped ? CARE_STOPPED : CARE_USUAL)) return null;
  return careDay <= LAST_DAY ? careDay : null;
}
