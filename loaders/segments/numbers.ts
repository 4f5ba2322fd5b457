import { evaluate } from "../definitions/evaluate.js";
import type { Call, Formula } from "../definitions/formula.js";
import { lineage } from "../definitions/lineage.js";
import {
  aggregateOf,
  EVERYBODY,
  type GroupNumber,
  type NumberSet,
  type Numbers,
  pastOf
} from "../definitions/numbers.js";
import { type SqlContext, toSql } from "../definitions/to-sql.js";
import type { Dialect } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";

/** What the rows of one group say: exact, for nobody's eyes. */
export interface Measured {
  /** By number that is an aggregate; null where no row has a value or the data can't tell. */
  values: Numbers;
  /** How many people a number comes of: those who are counted, or have something to add. */
  people: Readonly<Record<string, number>>;
  /** How many people the rest of its whole comes of, for acts and money that are part of others. */
  rests: Readonly<Record<string, number>>;
}

/**
 * The aggregates of every value of `by` (an SQL expression on membership). A query for each scheme: medians keep all
 * values of a query in memory.
 */
export async function readNumbers(
  engine: Engine,
  numbers: NumberSet,
  by: string,
  lacking: ReadonlyMap<string, string>
): Promise<Map<string, Measured>> {
  const aggregates = [...numbers.values()].filter((n) => aggregateOf(n));
  const available = aggregates.filter((n) => !lineage(n.formula).names.some((feature) => lacking.has(feature)));
  const rows = await engine.rows(sql`
    SELECT
      ${by} AS grp,
      ${available.flatMap((n) => columnsOf(n, numbers, engine.dialect))}
    FROM membership AS m
    INNER JOIN features AS f ON m.person = f.person
    GROUP BY 1
    ORDER BY 1
  `);
  return new Map(
    rows.map((row) => {
      const read = (prefix: string) =>
        Object.fromEntries(
          available.flatMap(({ id }) => (`${prefix}${id}` in row ? [[id, Number(row[`${prefix}${id}`])]] : []))
        );
      const value = (id: string) => (row[id] === undefined || row[id] === null ? null : Number(row[id]));
      const values = Object.fromEntries(aggregates.map(({ id }) => [id, value(id)]));
      const counted = available.filter((n) => aggregateOf(n)?.name === "count");
      const people = Object.fromEntries(counted.map(({ id }) => [id, values[id] ?? 0]));
      return [String(row.grp), { values, people: { ...people, ...read(PEOPLE) }, rests: read(REST) }];
    })
  );
}

const PEOPLE = "people_";
const REST = "rest_";

/** A number's value; how many people it comes of unless it counts them; how many the rest of its whole comes of. */
function columnsOf(number: GroupNumber, numbers: NumberSet, d: Dialect): string[] {
  const aggregate = aggregateOf(number) as Call;
  const [formula] = aggregate.parts;
  const inside = (n: GroupNumber) => (formula: Formula) => toSql(formula, contextOf(n, d));
  const count = (condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  if (!formula) return [`count(*) AS ${number.id}`];
  const x = inside(number)(formula);
  if (aggregate.name === "count") return [`${count(x)} AS ${number.id}`];
  if (aggregate.name === "median")
    return [`${d.quantile(d.double(x), 0.5)} AS ${number.id}`, `count(${x}) AS ${PEOPLE}${number.id}`];
  const whole = number.of === undefined || number.of === EVERYBODY ? undefined : numbers.get(number.of);
  const [added] = (whole && aggregateOf(whole)?.parts) ?? [];
  return [
    `sum(${x}) AS ${number.id}`,
    `${count(`(${x}) <> 0`)} AS ${PEOPLE}${number.id}`,
    ...(whole && added ? [`${count(`(${inside(whole)(added)}) - (${x}) <> 0`)} AS ${REST}${number.id}`] : [])
  ];
}

function contextOf({ id, thresholds }: GroupNumber, dialect: Dialect): SqlContext {
  return {
    dialect,
    name: (feature) => `f.${feature}`,
    place: (threshold) => {
      const value = thresholds[threshold];
      if (value === undefined) throw new Error(`unknown threshold of ${id}: ${threshold}`);
      return String(value);
    }
  };
}

/**
 * All numbers of a group from its aggregates, and from everybody's (its own where left out). `before` is how many were
 * in the group so many months ago; null where that isn't known.
 */
export function completeNumbers(
  numbers: NumberSet,
  aggregates: Numbers,
  all: Numbers | undefined,
  before: (months: number) => number | null
): Numbers {
  const complete: Numbers = {};
  const value = (id: string): number | null => {
    const known = complete[id];
    if (known !== undefined) return known;
    const number = numbers.get(id);
    if (!number) throw new Error(`unknown number: ${id}`);
    complete[id] = compute(number);
    return complete[id];
  };
  const compute = (number: GroupNumber): number | null => {
    const past = pastOf(number);
    if (past) return past.named.months?.kind === "number" ? before(past.named.months.value) : null;
    if (aggregateOf(number)) return aggregates[number.id] ?? null;
    const made = evaluate(number.formula, {
      name: (name) => (name.startsWith("all.") ? (all ? all[name.slice(4)] : value(name.slice(4))) : value(name)),
      place: (threshold) => number.thresholds[threshold]
    });
    return typeof made === "number" ? made : null;
  };
  return Object.fromEntries([...numbers.keys()].map((id) => [id, value(id)]));
}
