/**
 * A column in a product: its value, its size without a sign (discounts are written with and without a minus), or what
 * a rate in it leaves: 1 − value, and 1 − value / 100 for percent.
 */
export interface Factor {
  heading: string;
  as?: "size" | "rest" | "rest-percent";
}

/** A product that is added or taken off. */
export interface Term {
  sign: 1 | -1;
  factors: readonly Factor[];
}

/** What columns of a file say of each other: one is what others come to, in each row or in each order. */
export interface Equation {
  result: string;
  terms: readonly Term[];
  /** `order`: of the lines of an order the `summed` columns are added up, of the others one line counts. */
  per: "row" | "order";
  summed: readonly string[];
}

/** A row's numbers by heading; undefined where a cell is blank or no number. */
export type Numbers = ReadonlyMap<string, number | undefined>;

/** How an equation fits rows. */
export interface Fit {
  /** Rows that have all it speaks of. */
  rows: number;
  /** Those in which both sides are equal, but for rounding. */
  fitting: number;
  /** What its right side comes to less its left side, over all those rows. */
  difference: number;
}

/** Share of rows in which a reading has to hold to be taken. */
export const ENOUGH = 0.95;

/** What rounding may add: half a unit of the result's smallest digit, and as much of each thousandth of a percent. */
export function tolerance(unit: number, value: number): number {
  return unit * 0.51 + Math.abs(value) * 1e-6;
}

/** What the terms come to in a row; undefined where a product lacks one of its factors. A lone blank adds nothing. */
export function termsOf({ terms }: Pick<Equation, "terms">, numbers: Numbers): number | undefined {
  let sum = 0;
  for (const { sign, factors } of terms) {
    let product: number = sign;
    for (const { heading, as } of factors) {
      const value = numbers.get(heading) ?? (factors.length === 1 || as ? 0 : undefined);
      if (value === undefined) return undefined;
      product *=
        as === "size" ? Math.abs(value) : as === "rest" ? 1 - value : as === "rest-percent" ? 1 - value / 100 : value;
    }
    sum += product;
  }
  return sum;
}

/** How an equation fits; `unit` is the smallest digit that its result is written with. */
export function fitEquation(equation: Equation, rows: readonly Numbers[], unit: number): Fit {
  const fit = { rows: 0, fitting: 0, difference: 0 };
  for (const numbers of rows) {
    const [left, right] = [numbers.get(equation.result), termsOf(equation, numbers)];
    if (left === undefined || right === undefined) continue;
    fit.rows++;
    const apart = right - left;
    if (Math.abs(apart) <= tolerance(unit, left)) fit.fitting++;
    else fit.difference += apart;
  }
  return fit;
}

export function fits({ rows, fitting }: Fit): boolean {
  return rows > 0 && fitting >= rows * ENOUGH;
}

/** `Thành tiền = Số lượng × Đơn giá − Giảm giá`. */
export function renderEquation({ result, terms, per, summed }: Equation): string {
  const name = (heading: string) => (per === "order" && summed.includes(heading) ? `Σ ${heading}` : heading);
  const factor = ({ heading, as }: Factor) =>
    as === "rest" ? `(1 − ${heading})` : as === "rest-percent" ? `(1 − ${heading} / 100)` : name(heading);
  const right = terms
    .map(({ sign, factors }, i) => {
      const product = factors.map(factor).join(" × ");
      return i === 0 ? `${sign < 0 ? "−" : ""}${product}` : `${sign < 0 ? "−" : "+"} ${product}`;
    })
    .join(" ");
  return `${result} = ${right}`;
}
