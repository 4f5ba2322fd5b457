import type { Archetype } from "./archetypes.js";
import { CARE, FAULTY_NAME, FURNITURE, KITCHEN, PRODUCTS, type Product } from "./products.js";
import { at, type Random } from "./random.js";

/** One line of a basket: list value, discount and cost in dong for the whole quantity. */
export interface Line {
  product: Product;
  quantity: number;
  listValue: number;
  discount: number;
  cost: number;
}

/** What decides a basket besides chance. */
export interface Shopper {
  archetype: Archetype;
  /** Category liked best. */
  favourite: string;
  /** 0 buys cheap, 2 buys dear. */
  tier: number;
  /** Units a line at which trade customers buy; 1 for others. */
  volume: number;
  wholesale: boolean;
}

const CATEGORIES = [...new Set(PRODUCTS.map((product) => product.category))];
const CATEGORY_WEIGHTS: Readonly<Record<string, number>> = { [KITCHEN]: 26, [FURNITURE]: 15, [CARE]: 9 };

/** The category a person likes best. */
export function pickFavourite(random: Random): string {
  return random.weighted(CATEGORIES.map((category) => [category, CATEGORY_WEIGHTS[category] ?? 18] as const));
}

/** Composes the lines of the `number`-th order (0 the first); no product twice, so no two lines are alike. */
export function composeBasket(
  shopper: Shopper,
  day: number,
  number: number,
  rate: number,
  newest: Product | undefined,
  wantsCare: boolean,
  random: Random
): Line[] {
  const { archetype } = shopper;
  const baitOnly = number === 0 ? random.chance(archetype.baitFirst) : random.chance(archetype.bait);
  const chosen: Product[] = [];
  const add = (product: Product) => {
    if (!chosen.includes(product)) chosen.push(product);
  };
  if (baitOnly) {
    add(pickProduct("bait", shopper, day, number, random));
    if (random.chance(0.35)) add(pickProduct("bait", shopper, day, number, random));
  } else {
    add(newest ?? pickProduct("main", shopper, day, number, random));
    if (random.chance(0.23)) add(pickProduct("main", shopper, day, number, random));
    if (random.chance(0.48)) add(pickProduct("upsell", shopper, day, number, random));
    if (random.chance(0.14)) add(pickProduct("bait", shopper, day, number, random));
  }
  if (wantsCare)
    add(
      at(
        PRODUCTS.filter((p) => p.category === CARE && p.offer !== "bait" && p.launch <= day),
        random.int(0, 2)
      )
    );
  return chosen.map((product) => composeLine(product, shopper, number, rate, random));
}

function pickProduct(offer: Product["offer"], shopper: Shopper, day: number, number: number, random: Random): Product {
  const tier = Math.min(2, shopper.tier + (shopper.archetype.rise > 0 ? Math.floor(number / 5) : 0));
  return random.weighted(
    PRODUCTS.filter((product) => product.offer === offer && product.launch <= day).map((product) => {
      const liking = product.category === shopper.favourite ? 3 : 1;
      const apart = offer === "main" ? Math.abs(product.tier - tier) : 0;
      const push = product.name === FAULTY_NAME && day < product.launch + 120 ? 2.2 : 1;
      const rare = product.category === CARE ? 0.5 : 1;
      return [product, liking * push * rare * (apart === 0 ? 1 : apart === 1 ? 0.3 : 0.06)] as const;
    })
  );
}

function composeLine(product: Product, shopper: Shopper, number: number, rate: number, random: Random): Line {
  const extra = product.offer === "main" ? 0.08 : 0.3;
  const rise = Math.min(2.4, 1 + shopper.archetype.rise * number);
  const quantity = Math.max(
    1,
    Math.round((1 + (random.chance(extra) ? 1 : 0)) * shopper.volume * (product.tier === 0 ? rise : 1))
  );
  const unit = shopper.wholesale ? Math.round((product.price * 0.88) / 1000) * 1000 : product.price;
  const listValue = unit * quantity;
  const discount = Math.round((listValue * rate) / 1000) * 1000;
  const cost = Math.round((product.price * quantity * product.costShare * random.bell(1, 0.03)) / 100) * 100;
  return { product, quantity, listValue, discount, cost };
}
