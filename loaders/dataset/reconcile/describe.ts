import type { Bilingual } from "../../../src/terms/lang.js";
import { bilingual } from "../../../src/terms/words.js";
import { COST_WORDS, DISCOUNT_WORDS, MONEY_READINGS, RECONCILED } from "../../../src/words/reconciliation.js";
import type { SheetReading } from "../sheet-reading.js";
import { fitEquation, renderEquation } from "./equation.js";
import { readNumbers } from "./sample-numbers.js";

const NEARLY_ALL = 0.5;
const ENOUGH = 20;

/** What a sheet's own sums say of its money, from its first rows, with the figures. */
export function describeReconciled(reading: SheetReading): Bilingual[] {
  const { reconciled, sheet, columns, numbers, forms } = reading;
  if (!reconciled || numbers === undefined) return [];
  const { rows, unit } = readNumbers(sheet, columns, { numbers, forms });
  const { amount, discount, cost, signs } = reconciled.reading;
  const zero = columns.amount ? rows.filter((row) => row.get(columns.amount ?? "") === 0).length : 0;
  const equations = reconciled.equations.map((equation) => {
    if (equation.per === "order") return bilingual(RECONCILED.sums, { equation: renderEquation(equation) });
    const { rows: all, fitting, difference } = fitEquation(equation, rows, unit(equation.result));
    const words = { equation: renderEquation(equation), fitting, rows: all };
    const apart = Math.round(difference * 100) / 100;
    return all === fitting
      ? bilingual(RECONCILED.fits, words)
      : bilingual(RECONCILED.nearly, { ...words, difference: apart });
  });
  const broken = reconciled.broken.map(({ equation, fit: { fitting, rows: all } }) =>
    bilingual(RECONCILED.broken, { equation: renderEquation(equation), fitting, rows: all })
  );
  return [
    ...equations,
    ...broken,
    ...(reconciled.constant ? [bilingual(RECONCILED.constant, { ...reconciled.constant })] : []),
    ...(amount ? [bilingual(MONEY_READINGS[amount])] : []),
    ...(discount ? [bilingual(DISCOUNT_WORDS[discount])] : []),
    ...(cost ? [bilingual(COST_WORDS[cost])] : []),
    ...(signs ? [bilingual(RECONCILED.minus)] : []),
    ...(rows.length >= ENOUGH && zero >= rows.length * NEARLY_ALL
      ? [bilingual(RECONCILED.zero, { zero, rows: rows.length })]
      : [])
  ];
}
