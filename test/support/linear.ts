/**
 * Which unknowns of a system of linear equations are determined, by Gauss–Jordan elimination: those whose
 * unit vector lies in the row space. `equations` hold the coefficients by name of the unknown; a name may be absent.
 */
export function determined(equations: readonly ReadonlyMap<string, number>[]): Set<string> {
  const names = [...new Set(equations.flatMap((e) => [...e.keys()]))];
  const place = new Map(names.map((n, i) => [n, i]));
  const rows = equations.map((e) => {
    const scale = Math.max(...[...e.values()].map(Math.abs), 1e-300);
    const row = Array.from({ length: names.length }, () => 0);
    for (const [name, x] of e) row[place.get(name) as number] = x / scale;
    return row;
  });
  let rank = 0;
  for (let column = 0; column < names.length && rank < rows.length; column++) {
    const pivot = largest(rows, column, rank);
    if (pivot === undefined) continue;
    const [a, b] = [rows[pivot] as number[], rows[rank] as number[]];
    rows[pivot] = b;
    rows[rank] = a;
    const lead = a[column] as number;
    for (let j = 0; j < a.length; j++) a[j] = (a[j] as number) / lead;
    for (const [i, row] of rows.entries()) {
      const factor = row[column] as number;
      if (i === rank || Math.abs(factor) < 1e-12) continue;
      for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) - factor * (a[j] as number);
    }
    rank++;
  }
  const found = new Set<string>();
  for (const row of rows) {
    const filled = names.filter((_, j) => Math.abs(row[j] as number) > 1e-7);
    if (filled.length === 1) found.add(filled[0] as string);
  }
  return found;
}

function largest(rows: readonly number[][], column: number, from: number): number | undefined {
  let best: number | undefined;
  for (let i = from; i < rows.length; i++)
    if (Math.abs(rows[i]?.[column] as number) > Math.abs((rows[best ?? -1]?.[column] as number) || 1e-9)) best = i;
  return best;
}
