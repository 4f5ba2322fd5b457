/** What somebody knows: these unknowns, each times its coefficient, add up to `sum`. */
export interface Equation {
  terms: ReadonlyMap<string, number>;
  sum: number;
}

const TINY = 1e-7;

/**
 * The unknowns that a system of linear equations determines, with their values, by Gauss–Jordan elimination: those
 * whose unit vector lies in the row space. Rows hold only what is not zero, as each equation speaks of few unknowns.
 */
export function solve(equations: readonly Equation[]): Map<string, number> {
  const rows: Row[] = [];
  /** The rows that an unknown stands in. */
  const places = new Map<string, Set<Row>>();
  const set = (row: Row, name: string, x: number) => {
    const place = places.get(name) ?? new Set();
    places.set(name, place);
    if (Math.abs(x) < TINY) {
      row.terms.delete(name);
      place.delete(row);
    } else {
      row.terms.set(name, x);
      place.add(row);
    }
  };
  const subtract = (row: Row, other: Row, factor: number) => {
    for (const [name, x] of other.terms) set(row, name, (row.terms.get(name) ?? 0) - factor * x);
    row.sum -= factor * other.sum;
  };
  const pivots = new Map<string, Row>();
  for (const { terms, sum } of equations) {
    const scale = Math.max(...[...terms.values()].map(Math.abs), TINY);
    const row: Row = { terms: new Map(), sum: sum / scale };
    for (const [name, x] of terms) set(row, name, x / scale);
    for (const name of [...row.terms.keys()]) {
      const pivot = pivots.get(name);
      const factor = row.terms.get(name);
      if (pivot && factor !== undefined) subtract(row, pivot, factor);
    }
    const name = choosePivot(row, places);
    if (name === undefined) continue;
    const lead = row.terms.get(name) as number;
    for (const [other, x] of [...row.terms]) set(row, other, x / lead);
    row.sum /= lead;
    for (const other of [...(places.get(name) ?? [])])
      if (other !== row) subtract(other, row, other.terms.get(name) as number);
    pivots.set(name, row);
    rows.push(row);
  }
  return new Map(
    rows.flatMap(({ terms, sum }): [string, number][] => {
      const [name] = terms.keys();
      return terms.size === 1 && name !== undefined ? [[name, sum]] : [];
    })
  );
}

interface Row {
  terms: Map<string, number>;
  sum: number;
}

/** Of the unknowns with a large coefficient the one that the fewest rows speak of, so that rows stay short. */
function choosePivot({ terms }: Row, places: ReadonlyMap<string, ReadonlySet<Row>>): string | undefined {
  const largest = Math.max(0, ...[...terms.values()].map(Math.abs));
  if (largest < 1e-6) return undefined;
  const rows = (name: string) => places.get(name)?.size ?? 0;
  let best: string | undefined;
  for (const [name, x] of terms)
    if (Math.abs(x) >= largest / 4 && (best === undefined || rows(name) < rows(best))) best = name;
  return best;
}
