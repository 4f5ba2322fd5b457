import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable, dropTable } from "../engine/table.js";
import { attributeColumn, type Break, type Plan, type Step } from "./plan.js";

/**
 * Makes the view `target` with the planned features, from a base table with `person` and `snapshot`, which is dropped.
 * A layer carries on only what a later one reads; before it come the quantiles it compares with.
 */
export async function createLayers(
  engine: Engine,
  { bases, attributes, layers, breaks }: Plan,
  { target, base, grain, order }: { target: string; base: string; grain: string; order: readonly string[] }
): Promise<void> {
  const features = new Set(layers.flat().map(({ id }) => id));
  const pending = new Set(breaks);
  let columns = [...bases.map(({ column }) => column), ...attributes.map(attributeColumn)];
  let from = base;
  for (const [i, layer] of layers.entries()) {
    const ready = [...pending].filter(({ reads }) => reads.every((column) => columns.includes(column)));
    for (const found of ready) pending.delete(found);
    const later = new Set([
      ...layers.slice(i + 1).flatMap((steps) => steps.flatMap(({ reads }) => [...reads])),
      ...[...pending].flatMap(({ reads }) => reads)
    ]);
    const isNeeded = (column: string) => features.has(column) || later.has(column);
    const kept = columns.filter(isNeeded);
    const carried = ready.map(({ column }) => column).filter(isNeeded);
    const name = `${target}_${i}`;
    await createTable(engine, { name, grain, from: layerQuery(engine, from, { kept, carried, ready, layer }) });
    await dropTable(engine, from);
    columns = [...kept, ...carried, ...layer.map(({ id }) => id)];
    from = name;
  }
  await createTable(engine, {
    name: target,
    grain,
    kind: "view",
    from: sql`
      SELECT
        person,
        snapshot,
        ${order.filter((id) => features.has(id))}
      FROM ${from}
    `
  });
}

function layerQuery(
  engine: Engine,
  from: string,
  parts: { kept: string[]; carried: string[]; ready: readonly Break[]; layer: readonly Step[] }
): string {
  const { kept, carried, ready, layer } = parts;
  const breaks = sql`
    WITH breaks AS (
      SELECT
        snapshot AS as_of,
        ${breakColumns(engine, ready)}
      FROM ${from}
      GROUP BY snapshot
    )
  `;
  return sql`
    ${ready.length > 0 && breaks}
    SELECT
      x.person,
      x.snapshot,
      ${kept.map((column) => `x.${column}`)},
      ${carried.map((column) => `b.${column}`)},
      ${layer.map(({ id, sql }) => `${sql} AS ${id}`)}
    FROM ${from} AS x
    ${ready.length > 0 && "LEFT JOIN breaks AS b ON b.as_of = x.snapshot"}
  `;
}

/** Quantiles as aggregates; those of one feature among the same customers are found together. */
function breakColumns({ dialect: d }: Engine, breaks: readonly Break[]): string[] {
  const alike = new Map<string, Break[]>();
  for (const one of breaks) {
    const key = `${one.feature} ${one.among}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const value = `CASE WHEN ${first.among} THEN ${d.double(first.feature)} END`;
    const shares = group.map(({ quantile }) => quantile);
    return d.quantiles(value, shares).map((found, i) => `${found} AS ${group[i]?.column}`);
  });
}
