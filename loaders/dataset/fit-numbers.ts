import type { NumberStyle } from "../engine/dialect.js";
import { parseNumber } from "./numbers.js";

/** A quantity, a price and what they come to, each as written and by which styles it may be read. */
export interface Product {
  cells: readonly (readonly [quantity: string, price: string, amount: string])[];
  styles: readonly [quantity: readonly NumberStyle[], price: readonly NumberStyle[], amount: readonly NumberStyle[]];
}

const FITS = 0.95;
const ENOUGH = 2;

/**
 * The one reading by which quantity × price is the amount in nearly all rows; undefined where none fits, or several.
 * It is the file's own arithmetic that decides, so a row has to have all three.
 */
export function fitNumbers({ cells, styles }: Product): [NumberStyle, NumberStyle, NumberStyle] | undefined {
  const [quantities, prices, amounts] = styles;
  const readings = quantities.flatMap((q) =>
    prices.flatMap((p) => amounts.map((a): [NumberStyle, NumberStyle, NumberStyle] => [q, p, a]))
  );
  const fitting = readings.filter((reading) => {
    const rows = cells.filter((row) => row.every((cell) => cell !== ""));
    const right = rows.filter((row) => {
      const [q, p, a] = row.map((cell, i) => parseNumber(cell, reading[i] ?? "dot"));
      return q !== undefined && p !== undefined && a !== undefined && Math.abs(q * p - a) <= Math.abs(a) * 1e-6 + 0.01;
    });
    return rows.length >= ENOUGH && right.length >= rows.length * FITS;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}
