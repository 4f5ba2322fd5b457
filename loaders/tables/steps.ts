import { sql } from "../engine/sql.js";

/** A named step of a query: what a common table expression is called, and how it is made of those before it. */
export interface Step {
  name: string;
  query: string;
}

/** A query of what its steps have made; the query alone where it has none. */
export function withSteps(steps: readonly Step[], query: string): string {
  const written = steps.map(
    (step) => sql`
      ${step.name} AS (
        ${step.query}
      )
    `
  );
  return written.length === 0 ? query : `WITH ${written.join(",\n")}\n${query}`;
}
