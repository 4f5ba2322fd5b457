import type { NumberSet, Numbers } from "../definitions/numbers.js";
import type { Engine } from "../engine/engine.js";

/** The summed numbers of every value of `by` (an SQL expression on membership), and texts that make them whole. */
export async function readNumbers(
  engine: Engine,
  numbers: NumberSet,
  by: string,
  lacking: ReadonlyMap<string, string>
): Promise<Map<string, Numbers>> {
  const summed = [...numbers.values()].filter((n) => n.sql);
  const available = summed.filter((n) => !n.needs.some((f) => lacking.has(f)));
  const columns = available.map((n) => `${n.sql?.(engine.dialect)} AS ${n.id}`);
  const rows = await engine.rows(
    `SELECT ${by} AS grp, ${columns.join(", ")} FROM membership AS m INNER JOIN features AS f ON m.person = f.person GROUP BY 1 ORDER BY 1`
  );
  return new Map(
    rows.map((row) => [
      String(row.grp),
      Object.fromEntries(summed.map((n) => [n.id, !(n.id in row) || row[n.id] === null ? null : Number(row[n.id])]))
    ])
  );
}

/** Fills in the numbers that are made from others. */
export function completeNumbers(
  definitions: NumberSet,
  sums: Numbers,
  all: Numbers,
  customersBefore: number | null
): Numbers {
  const numbers: Numbers = {};
  for (const n of definitions.values()) {
    const made = n.from?.({ ...sums, ...numbers }, { ...all, ...(all === sums ? numbers : {}) });
    numbers[n.id] = n.id === "customers_before" ? customersBefore : n.sql ? (sums[n.id] ?? null) : (made ?? null);
  }
  return numbers;
}
