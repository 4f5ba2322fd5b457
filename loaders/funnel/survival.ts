/** How many moved, and how many were still waiting when the data end, after so many days. */
export interface Waiting {
  days: number;
  moved: number;
  waiting: number;
}

/**
 * Days by which a share of the people has moved, by the Kaplan–Meier estimate: those still waiting count as
 * long as they have waited, not as failures. Null where that share has not been reached.
 * Source: Kaplan & Meier 1958, product-limit estimator.
 */
export function timeToMove(table: readonly Waiting[], share: number): number | null {
  let atRisk = table.reduce((sum, row) => sum + row.moved + row.waiting, 0);
  let staying = 1;
  for (const row of [...table].sort((a, b) => a.days - b.days)) {
    if (atRisk === 0) return null;
    staying *= 1 - row.moved / atRisk;
    if (row.moved > 0 && 1 - staying >= share - 1e-12) return row.days;
    atRisk -= row.moved + row.waiting;
  }
  return null;
}
