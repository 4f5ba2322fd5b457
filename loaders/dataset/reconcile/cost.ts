import type { MoneyReading } from "../../definitions/money-reading.js";
import { type Equation, fitEquation, fits, type Numbers } from "./equation.js";
import { type Holding, TELLING } from "./find-total.js";
import type { SampleNumbers } from "./sample-numbers.js";

/** Headings of what a cost is told by; undefined where the file has none. */
export interface CostHeadings {
  cost: string;
  quantity: string;
  amount?: string;
  price?: string;
  profit?: string;
  product?: string;
}

/** What a cost is of, and by what: an equation, or that it is the same for one product whatever the quantity. */
export interface CostReading {
  cost: NonNullable<MoneyReading["cost"]>;
  holding?: Holding;
  /** Rows of products sold in several quantities, and those that agree. */
  constant?: { rows: number; fitting: number };
}

const SAME = 0.02;
const MOST = 0.95;
const ENOUGH = 5;

/** Whether a cost is that of the line or of a piece; undefined where nothing in the file tells. */
export function readCost(headings: CostHeadings, numbers: SampleNumbers): CostReading | undefined {
  return byProfit(headings, numbers) ?? byProduct(headings, numbers) ?? byMargin(headings, numbers);
}

/** Rows with a cost and more than one piece. */
export function tellingCosts(rows: readonly Numbers[], { cost, quantity }: CostHeadings): Numbers[] {
  return rows.filter((row) => {
    const pieces = Math.abs(row.get(quantity) ?? 0);
    return pieces !== 0 && pieces !== 1 && row.get(cost);
  });
}

/** The file's own profit: amount − cost, or amount − quantity × cost. */
function byProfit(headings: CostHeadings, { rows, free, unit }: SampleNumbers): CostReading | undefined {
  const { amount, quantity, cost, profit } = headings;
  const telling = tellingCosts(rows, headings);
  if (!amount || telling.length < TELLING) return undefined;
  const found = (profit ? [profit] : free).flatMap((result) =>
    (["line", "piece"] as const).flatMap((kind): CostReading[] => {
      const less = kind === "piece" ? [{ heading: quantity }, { heading: cost }] : [{ heading: cost }];
      const terms: Equation["terms"] = [
        { sign: 1, factors: [{ heading: amount }] },
        { sign: -1, factors: less }
      ];
      const equation: Equation = { result, terms, per: "row", summed: [] };
      const told = fitEquation(equation, telling, unit(result));
      const fit = fitEquation(equation, rows, unit(result));
      return told.rows >= TELLING && fits(told) ? [{ cost: kind, holding: { equation, fit } }] : [];
    })
  );
  return found.length === 1 ? found[0] : undefined;
}

/** A product sold in several quantities: its cost stays, or grows with them. */
function byProduct({ cost, quantity, product }: CostHeadings, { rows, texts }: SampleNumbers): CostReading | undefined {
  if (!product) return undefined;
  const groups = new Map<string, [pieces: number, cost: number][]>();
  for (const [i, name] of texts(product).entries()) {
    const [pieces, money] = [Math.abs(rows[i]?.get(quantity) ?? 0), Math.abs(rows[i]?.get(cost) ?? 0)];
    if (name !== "" && pieces > 0 && money > 0) groups.set(name, [...(groups.get(name) ?? []), [pieces, money]]);
  }
  const count = { rows: 0, piece: 0, line: 0 };
  for (const sold of groups.values()) {
    if (new Set(sold.map(([pieces]) => pieces)).size < 2) continue;
    const usual = middle(sold.map(([, money]) => money));
    const each = middle(sold.map(([pieces, money]) => money / pieces));
    for (const [pieces, money] of sold) {
      count.rows++;
      if (Math.abs(money - usual) <= usual * SAME) count.piece++;
      if (Math.abs(money / pieces - each) <= each * SAME) count.line++;
    }
  }
  const [piece, line] = [count.piece >= count.rows * MOST, count.line >= count.rows * MOST];
  if (count.rows < TELLING || piece === line) return undefined;
  return piece
    ? { cost: "piece", constant: { rows: count.rows, fitting: count.piece } }
    : { cost: "line", constant: { rows: count.rows, fitting: count.line } };
}

/** The reading by which a shop's margins are alike: costs follow prices, of the piece or of the line. */
function byMargin(headings: CostHeadings, { rows }: SampleNumbers): CostReading | undefined {
  const { cost, quantity, amount, price } = headings;
  const ratios = tellingCosts(rows, headings).flatMap((row) => {
    const [money, pieces] = [row.get(cost) ?? 0, Math.abs(row.get(quantity) ?? 0)];
    const line = Math.abs((amount ? row.get(amount) : undefined) ?? pieces * ((price && row.get(price)) || 0));
    return line > 0 && money > 0 ? [{ line: Math.log(money / line), piece: Math.log((money * pieces) / line) }] : [];
  });
  if (ratios.length < ENOUGH) return undefined;
  const [line, piece] = [spread(ratios.map((r) => r.line)), spread(ratios.map((r) => r.piece))];
  const lossful = ratios.filter((r) => r.piece > 0).length / ratios.length;
  if (piece * 2 < line && lossful < 0.5) return { cost: "piece" };
  return line * 2 < piece || lossful > 0.8 ? { cost: "line" } : undefined;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Half of the values lie in so wide a span. */
function spread(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return at(0.75) - at(0.25);
}
