import { fold } from "../../../src/terms/fold-heading.js";
import type { MoneyReading } from "../../definitions/money-reading.js";
import type { Overrides } from "../../definitions/overrides.js";
import type { Preset } from "../../definitions/preset.js";
import type { Sheet } from "../../files/sheet.js";
import { moveColumn } from "../assign-columns.js";
import type { ChosenNumbers } from "../choose-numbers.js";
import type { Assignment } from "../sheet-reading.js";
import type { Question } from "../sheet-report.js";
import type { ColumnMap } from "../source.js";
import { readCost, tellingCosts } from "./cost.js";
import { type DiscountKind, type MoneyHeadings, readDiscount, tellingRows } from "./discount.js";
import { type Equation, fitEquation, fits, type Numbers } from "./equation.js";
import { TELLING } from "./find-total.js";
import { readOrderDiscount } from "./order-discount.js";
import type { Reconciled } from "./reconciled.js";
import { readNumbers, type SampleNumbers } from "./sample-numbers.js";

export interface ReconcileHints {
  sheet: Pick<Sheet, "headings" | "sample">;
  numbers: Pick<ChosenNumbers, "numbers" | "forms" | "questions">;
  preset: Preset | undefined;
  overrides: Overrides;
}

const HALF = 0.5;

/**
 * Finds by a file's own sums whether its amounts are less the discount, what the discount is of, how it is signed, and
 * what the cost is of. What a layout or a person says stands; where the sums can't tell and it matters, it asks.
 */
export function reconcile(assignment: Assignment, { sheet, numbers, preset, overrides }: ReconcileHints): Reconciled {
  const found: Reconciled = {
    ...assignment,
    reading: {},
    equations: [],
    constant: undefined,
    broken: [],
    questions: []
  };
  if (numbers.questions.length > 0) return found;
  const sample = readNumbers(sheet, assignment.columns, numbers);
  // A layout says what its money is; only what a person says is stronger.
  const open = preset === undefined || preset.general === true;
  if (open) settleDiscount(found, sample, overrides);
  if (open) settleCost(found, sample, overrides);
  checkProduct(found, sample);
  const { amount, discount, cost } = overrides;
  const said = { ...(amount && { amount }), ...(discount && { discount }), ...(cost && { cost }) };
  return { ...found, reading: { ...found.reading, ...said } };
}

function settleDiscount(found: Reconciled, sample: SampleNumbers, overrides: Overrides): void {
  const { columns } = found;
  const id = columns.order_discount ? "order_discount" : "discount";
  const discount = columns[id];
  if (!discount) return;
  const signs = readSigns(sample.rows, discount, moneyOf(columns));
  if (signs) found.reading.signs = signs;
  if (id === "order_discount") return;
  const ofOrder = readOrderDiscount(columns, sample);
  if (ofOrder && found.sources.discount !== "overrides") {
    Object.assign(found, moveColumn(found, "discount", "order_discount"));
    found.equations.push(ofOrder.equation);
    return;
  }
  // List price × quantity − discount is how its money is reckoned anyway.
  const [amount, price] = [moneyOf(columns), columns.list_price ?? columns.unit_price];
  const headings: MoneyHeadings = {
    discount,
    ...(amount && { amount }),
    ...(columns.quantity && { quantity: columns.quantity }),
    ...(price && { price })
  };
  const readings = readDiscount(headings, sample);
  const amounts = new Set(readings.map(({ amount }) => amount));
  const [first] = readings;
  const telling = tellingRows(sample.rows, headings);
  const kind = overrides.discount ?? first?.discount ?? shareKind(sample, telling, headings);
  if (kind && kind !== "line") found.reading.discount = kind;
  if (first && amounts.size === 1) {
    found.equations.push(...readings.map(({ equation }) => equation));
    if (first.amount === "before-discount") takeOffDiscount(found);
    return;
  }
  if (overrides.amount === "before-discount") takeOffDiscount(found);
  if (overrides.amount || telling.length < TELLING) return;
  const contradicted = amounts.size > 1;
  if (contradicted || isUntold(columns, headings, sample, telling)) {
    const question = askAmount(headings, telling, kind ?? "line");
    if (question) found.questions.push(question);
  }
}

/** The discount comes off the amount; where the amount is quantity × price, the price is one before it. */
function takeOffDiscount(found: Reconciled): void {
  const { amount, order_amount, unit_price, list_price } = found.columns;
  if (order_amount && !found.columns.order_discount)
    Object.assign(found, moveColumn(found, "discount", "order_discount"));
  if (amount || order_amount) found.reading.amount = "before-discount";
  else if (unit_price && !list_price) Object.assign(found, moveColumn(found, "unit_price", "list_price"));
}

function moneyOf({ amount, order_amount }: ColumnMap): string | undefined {
  return order_amount ?? amount;
}

/** How the discounts of sales are signed; undefined where they are written without a minus. */
function readSigns(rows: readonly Numbers[], discount: string, money: string | undefined): MoneyReading["signs"] {
  const sales = rows.filter((row) => row.get(discount) && (money === undefined || (row.get(money) ?? 1) > 0));
  const minus = sales.filter((row) => (row.get(discount) ?? 0) < 0).length;
  if (minus === 0) return undefined;
  return minus === sales.length ? "minus" : "any";
}

/** Prices whose very name says that the discount is off, or isn't yet. */
const NET_PRICE = new Set(
  "giasaugiam giauudai saleprice giaban giabanra sellingprice discountedprice netprice".split(" ")
);

/**
 * True where a discount stands beside quantity × price and nothing tells whether the price is less it: a file without
 * an amount, or with one that is the plain product.
 */
function isUntold(
  columns: ColumnMap,
  { amount, quantity, price }: MoneyHeadings,
  { rows, unit }: SampleNumbers,
  telling: readonly Numbers[]
): boolean {
  if (!quantity || !price || columns.list_price || columns.order_amount || NET_PRICE.has(fold(price))) return false;
  if (!amount) return true;
  const equation = productOf(amount, quantity, price);
  return fits(fitEquation(equation, telling, unit(amount))) && fits(fitEquation(equation, rows, unit(amount)));
}

function productOf(result: string, quantity: string, price: string): Equation {
  return { result, terms: [{ sign: 1, factors: [{ heading: quantity }, { heading: price }] }], per: "row", summed: [] };
}

/** A discount too small to be money beside such prices: a share of one, or percent. */
function shareKind(
  { rows, unit }: SampleNumbers,
  telling: readonly Numbers[],
  { amount, price, discount }: MoneyHeadings
): DiscountKind | undefined {
  const money = price ?? amount;
  const values = telling.map((row) => Math.abs(row.get(discount) ?? 0));
  if (!money || values.length < TELLING) return undefined;
  const sizes = telling.map((row) => Math.abs(row.get(money) ?? 0)).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const largest = Math.max(...values);
  const broken = values.filter((value) => value < 1).length >= values.length * HALF;
  if (largest <= 1 && broken && usual >= 20 && new Set(values).size <= Math.max(4, values.length * HALF)) return "rate";
  // Money in whole thousands has no discount of ten.
  const large = rows.length > 0 && unit(money) === 1 && usual >= 5000;
  return largest <= 100 && large ? "percent" : undefined;
}

function askAmount(headings: MoneyHeadings, telling: readonly Numbers[], kind: DiscountKind): Question | undefined {
  const { amount, quantity, price, discount } = headings;
  const row = telling[0];
  if (!row) return undefined;
  const pieces = (quantity && row.get(quantity)) || 1;
  const whole = (amount ? row.get(amount) : undefined) ?? pieces * ((price && row.get(price)) || 0);
  const value = Math.abs(row.get(discount) ?? 0);
  const off = { line: value, piece: value * pieces, rate: whole * value, percent: (whole * value) / 100 }[kind];
  const figure = (number: number) => String(Math.round(number * 1e4) / 1e4);
  return {
    about: "amount",
    column: amount ?? price ?? "",
    example: `${figure(whole)}; ${discount} ${figure(value)}`,
    readings: [
      { answer: "after-discount", reads: figure(whole) },
      { answer: "before-discount", reads: figure(whole - off) }
    ]
  };
}

/** Headings whose name says that the cost is of the whole line. */
const LINE_COST = new Set("cogs costofgoods totalcost tonggiavon tienvon tongvon".split(" "));

function settleCost(found: Reconciled, sample: SampleNumbers, overrides: Overrides): void {
  const { cost, quantity, profit, product, product_id, amount, unit_price, list_price } = found.columns;
  if (!cost || !quantity || overrides.cost) return;
  const price = unit_price ?? list_price;
  const name = product_id ?? product;
  const headings = {
    cost,
    quantity,
    ...(amount && { amount }),
    ...(price && { price }),
    ...(profit && { profit }),
    ...(name && { product: name })
  };
  const told = readCost(headings, sample);
  if (told?.holding) found.equations.push(told.holding.equation);
  if (told?.constant) found.constant = told.constant;
  if (told?.cost === "piece") found.reading.cost = "piece";
  const telling = tellingCosts(sample.rows, headings);
  if (told || profit || telling.length < TELLING || LINE_COST.has(fold(cost)) || fold(cost) === "cost") return;
  const [row] = telling;
  const [money, pieces] = [row?.get(cost) ?? 0, row?.get(quantity) ?? 0];
  found.questions.push({
    about: "cost",
    column: cost,
    example: `${pieces} × ${money}`,
    readings: [
      { answer: "line", reads: String(money) },
      { answer: "piece", reads: String(Math.round(money * pieces * 1e4) / 1e4) }
    ]
  });
}

/** Quantity × price = amount, said where it holds and where it doesn't, unless another equation explains the amount. */
function checkProduct(found: Reconciled, { rows, unit }: SampleNumbers): void {
  const { quantity, unit_price, list_price, amount } = found.columns;
  const price = unit_price ?? list_price;
  if (!amount || !quantity || !price || found.equations.some(({ result }) => result === amount)) return;
  const equation = productOf(amount, quantity, price);
  const fit = fitEquation(equation, rows, unit(amount));
  if (fit.rows < TELLING) return;
  if (fits(fit)) found.equations.push(equation);
  else found.broken.push({ equation, fit });
}
