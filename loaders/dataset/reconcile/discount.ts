import type { MoneyReading } from "../../definitions/money-reading.js";
import { type Equation, type Factor, fitEquation, fits, type Numbers, type Term } from "./equation.js";
import { findTotal, type Holding, TELLING } from "./find-total.js";
import type { SampleNumbers } from "./sample-numbers.js";

/** Headings of what a discount is reckoned with; undefined where the file has none. */
export interface MoneyHeadings {
  amount?: string;
  quantity?: string;
  price?: string;
  discount: string;
}

export type DiscountKind = NonNullable<MoneyReading["discount"]>;

/** A reading of the discount that the file's own sums agree with. */
export interface DiscountReading extends Holding {
  amount: NonNullable<MoneyReading["amount"]>;
  discount: DiscountKind;
}

const KINDS: readonly DiscountKind[] = ["line", "piece", "rate", "percent"];

/** The readings of amount and discount that fit, one of each way to read the amount, the simplest first. */
export function readDiscount(headings: MoneyHeadings, numbers: SampleNumbers): DiscountReading[] {
  const { rows, free, unit } = numbers;
  const telling = tellingRows(rows, headings);
  if (telling.length < TELLING) return [];
  const base = baseOf(headings);
  const holds = (equation: Equation): Holding | undefined => {
    const told = fitEquation(equation, telling, unit(equation.result));
    const fit = fitEquation(equation, rows, unit(equation.result));
    return told.rows >= TELLING && fits(told) && fits(fit) ? { equation, fit } : undefined;
  };
  const after = KINDS.flatMap((discount): DiscountReading[] => {
    const found = afterEquations(headings, free, discount)
      .map(holds)
      .find((holding) => holding);
    return found ? [{ ...found, amount: "after-discount", discount }] : [];
  });
  const before = base
    ? KINDS.flatMap((discount): DiscountReading[] => {
        const terms = takeOff(base, headings, discount);
        const found = terms && findTotal({ free, terms, rows, telling, unit });
        return found ? [{ ...found, amount: "before-discount", discount }] : [];
      })
    : [];
  // A total that is the amount and more, nothing taken off: the amount is what was left.
  const untouched =
    after.length === 0 && before.length === 0 && base && headings.amount
      ? findTotal({ free, terms: [{ sign: 1, factors: base }], rows, telling, unit })
      : undefined;
  return [
    ...after.slice(0, 1),
    ...before.slice(0, 1),
    ...(untouched ? [{ ...untouched, amount: "after-discount" as const, discount: "line" as const }] : [])
  ];
}

/** Rows with a discount and money to take it off. */
export function tellingRows(rows: readonly Numbers[], { discount, amount, price }: MoneyHeadings): Numbers[] {
  const money = amount ?? price;
  return rows.filter((row) => row.get(discount) && (money === undefined || row.get(money)));
}

/** What the money of a line is before anything else is known: its amount, else quantity × price. */
function baseOf({ amount, quantity, price }: MoneyHeadings): Factor[] | undefined {
  if (amount) return [{ heading: amount }];
  return quantity && price ? [{ heading: quantity }, { heading: price }] : undefined;
}

/** A product less a discount; undefined where the kind needs a quantity that there isn't. */
function takeOff(
  base: readonly Factor[],
  { quantity, discount }: MoneyHeadings,
  kind: DiscountKind
): Term[] | undefined {
  const size: Factor = { heading: discount, as: "size" };
  if (kind === "rate") return [{ sign: 1, factors: [...base, { heading: discount, as: "rest" }] }];
  if (kind === "percent") return [{ sign: 1, factors: [...base, { heading: discount, as: "rest-percent" }] }];
  if (kind === "line")
    return [
      { sign: 1, factors: base },
      { sign: -1, factors: [size] }
    ];
  if (!quantity) return undefined;
  return [
    { sign: 1, factors: base },
    { sign: -1, factors: [{ heading: quantity }, size] }
  ];
}

/** Ways in which an amount or a price shows that the discount is off already. */
function afterEquations(headings: MoneyHeadings, free: readonly string[], kind: DiscountKind): Equation[] {
  const { amount, quantity, price } = headings;
  const made = (result: string, base: readonly Factor[]): Equation[] => {
    const terms = takeOff(base, headings, kind);
    return terms ? [{ result, terms, per: "row", summed: [] }] : [];
  };
  const single = kind === "piece" ? [] : free;
  return [
    ...(amount && quantity && price ? made(amount, [{ heading: quantity }, { heading: price }]) : []),
    ...(amount ? single.flatMap((other) => made(amount, [{ heading: other }])) : []),
    ...(amount && quantity ? free.flatMap((other) => made(amount, [{ heading: quantity }, { heading: other }])) : []),
    // A price that is another less the discount: what it comes to is after it.
    ...(price ? single.flatMap((other) => made(price, [{ heading: other }])) : [])
  ];
}
