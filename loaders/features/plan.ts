import type { Unit } from "../../src/terms/unit.js";
import { constantValue } from "../definitions/constant.js";
import { evaluate } from "../definitions/evaluate.js";
import type { Feature } from "../definitions/feature.js";
import type { Call, Formula } from "../definitions/formula.js";
import { lineage } from "../definitions/lineage.js";
import type { Definitions } from "../definitions/read.js";
import { type SqlContext, toSql } from "../definitions/to-sql.js";
import type { Dialect } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";

/** A sum, first day or last day of a measure up to the as-of date, over all time or the last months. */
export interface Base {
  column: string;
  kind: "sum" | "first" | "last";
  measure: string;
  months?: number | undefined;
}

/** A quantile of a feature over the firm's own customers at each date. */
export interface Break {
  column: string;
  feature: string;
  quantile: number;
  /** SQL on features: who is counted. */
  among: string;
  /** The features it is found from. */
  reads: readonly string[];
}

/** A feature as SQL on the columns it reads: bases, attributes, breaks, other features. */
export interface Step {
  id: string;
  sql: string;
  reads: ReadonlySet<string>;
}

/** How some features are to be computed. */
export interface Plan {
  bases: readonly Base[];
  breaks: readonly Break[];
  attributes: readonly string[];
  /** Features in the order in which they can be computed: a layer reads only features of earlier layers. */
  layers: readonly (readonly Step[])[];
}

/** The column of an attribute in the base tables. */
export function attributeColumn(attribute: string): string {
  return `attribute__${attribute}`;
}

/** Plans the features asked for and those they read; what is lacking is null. */
export function planFeatures(
  dialect: Dialect,
  definitions: Definitions,
  ids: Iterable<string>,
  lacking: ReadonlyMap<string, string>
): Plan {
  const [bases, breaks] = [new Map<string, Base>(), new Map<string, Break>()];
  const attributes = new Set<string>();
  const layers: Step[][] = [];
  const depths = new Map<string, number>();

  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const feature = definitions.features.get(id);
    if (!feature) throw new Error(`unknown feature: ${id}`);
    const step = lacking.has(id) ? nullStep(feature) : plan(feature);
    const read = [...step.reads].flatMap((column) => breaks.get(column)?.reads ?? column);
    const depth = Math.max(
      0,
      ...read.filter((name) => definitions.features.has(name)).map((name) => depthOf(name) + 1)
    );
    depths.set(id, depth);
    layers[depth] ??= [];
    layers[depth].push(step);
    return depth;
  };

  const plan = (feature: Feature): Step => {
    const reads = new Set<string>();
    const note = (column: string) => {
      reads.add(column);
      return column;
    };
    const context: SqlContext = {
      dialect,
      name: (name) => (name === "as_of" ? "snapshot" : note(name)),
      place: (id) => String(constantValue(definitions.constants, id)),
      call: (call, print) => {
        const [part] = call.parts;
        const name = part?.kind === "name" ? part.name : "";
        switch (call.name) {
          case "sum":
          case "first":
          case "last": {
            const base = baseOf(call.name, name, numberIn(call.named.months, definitions));
            bases.set(base.column, base);
            return note(base.column);
          }
          case "attribute":
            attributes.add(name);
            return note(attributeColumn(name));
          case "quantile":
            return note(breakOf(name, numberIn(call.parts[1], definitions) ?? 0, call.named.among));
          case "score":
            return scoreSql(note(name), call, print, (share) => note(breakOf(name, share, call.named.among)));
          default:
            throw new Error(`unknown function: ${call.name}`);
        }
      }
    };
    return { id: feature.id, sql: castTo(feature, toSql(feature.formula, context)), reads };
  };

  const breakOf = (feature: string, quantile: number, among: Formula | undefined): string => {
    const plain: SqlContext = {
      dialect,
      name: (name) => name,
      place: (id) => String(constantValue(definitions.constants, id))
    };
    const condition = among ? toSql(among, plain) : "TRUE";
    const alike = [...breaks.values()].filter((b) => b.feature === feature);
    const known = alike.find((b) => b.quantile === quantile && b.among === condition);
    if (known) return known.column;
    const column = `${feature}__break_${alike.length + 1}`;
    const reads = [feature, ...(among ? lineage(among).names : [])];
    breaks.set(column, { column, feature, quantile, among: condition, reads });
    return column;
  };

  for (const id of ids) depthOf(id);
  return { bases: [...bases.values()], breaks: [...breaks.values()], attributes: [...attributes], layers };
}

function baseOf(kind: Base["kind"], measure: string, months: number | undefined): Base {
  return { column: `${measure}__${kind}${months === undefined ? "" : `_${months}m`}`, kind, measure, months };
}

/**
 * 1–5 by the firm's own fifths: five, less one for every boundary a value is worse than. So equal values score alike,
 * and a tie scores as its best; but the worst value there is scores 1, and a value that all share, 3.
 */
function scoreSql(
  value: string,
  { named: { best, among } }: Call,
  print: (part: Formula) => string,
  edge: (share: number) => string
): string {
  const low = best?.kind === "text" && best.value === "low";
  const worse = low ? ">" : "<";
  const [least, most] = [edge(0), edge(1)];
  const steps = [0.2, 0.4, 0.6, 0.8].map((share) => `CASE WHEN ${value} ${worse} ${edge(share)} THEN 1 ELSE 0 END`);
  return sql`
    CASE WHEN ${among ? print(among) : `${value} IS NOT NULL`} THEN
      CASE
        WHEN ${least} = ${most} THEN 3
        WHEN ${value} ${worse}= ${low ? most : least} THEN 1
        ELSE 5 - (${steps.join(" + ")})
      END
    END
  `;
}

/** A number of months or a share: written as it is, or a constant. */
function numberIn(formula: Formula | undefined, { constants }: Definitions): number | undefined {
  const value = formula && evaluate(formula, { name: () => null, place: (id) => constantValue(constants, id) });
  return typeof value === "number" ? value : undefined;
}

const TYPES: Readonly<Record<Unit, string>> = {
  date: "DATE",
  text: "VARCHAR",
  count: "BIGINT",
  flag: "INTEGER",
  score: "DOUBLE",
  money: "DECIMAL(18,4)",
  share: "DOUBLE",
  days: "DOUBLE",
  ratio: "DOUBLE",
  months: "DOUBLE"
};

function nullStep({ id, unit }: Feature): Step {
  return { id, sql: `CAST(NULL AS ${TYPES[unit]})`, reads: new Set() };
}

/** Counts are whole and money is exact, but for a mean, which is a quotient. */
function castTo({ unit, formula }: Feature, sql: string): string {
  const mean = formula.kind === "arithmetic" && formula.operator === "/";
  return unit === "count" || (unit === "money" && !mean) ? `CAST(${sql} AS ${TYPES[unit]})` : sql;
}
