import { TABLE_NAMES } from "../definitions/columns.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { sqlType } from "./cell.js";
import { equalRows, pairsWithin } from "./copies.js";
import type { Drop, DuplicateRule } from "./drop.js";
import { dayColumn, type Imported } from "./imported.js";
import { dropOlderOrders } from "./versions.js";

/** Rows of a file that another file, or the same, already has. */
export interface DuplicateOf {
  file: string;
  rule: DuplicateRule;
  rows: number;
  money: number;
}

export interface Duplicates {
  of: DuplicateOf[];
  rows: number;
  money: number;
}

/**
 * Takes out rows that are there twice, within a file and across the files of a table, so that each counts once. Of
 * two files the one that says more stays: who bought, then single lines, then more columns, then the later days,
 * then the name. The order of files plays no part. Expects sound rows only; with `keep` only customers are compared.
 */
export async function dropDuplicates(
  engine: Engine,
  imported: readonly Imported[],
  keep: boolean
): Promise<Map<Imported, Duplicates>> {
  const found = new Map(imported.map((one): [Imported, Duplicates] => [one, { of: [], rows: 0, money: 0 }]));
  const drop: Drop = async (one, rule, pairs) => dropRows(engine, one, rule, pairs, found);
  const compared = imported.filter(({ source }) =>
    source.table === "customers" || source.duplicates ? source.duplicates !== "keep" : !keep
  );
  for (const one of compared) if (equalRows(one) !== "sales") await drop(one, "equal-row", pairsWithin(one));
  for (const table of TABLE_NAMES) {
    const files = await rank(
      engine,
      compared.filter(({ source }) => source.table === table)
    );
    if (files.length < 2) continue;
    if (table === "orders") await dropOlderOrders(engine, files, drop);
    if (table === "orders") await dropSameOrders(files, drop);
    for (const family of [files.filter(isWhole), files.filter((one) => !isWhole(one))])
      if (table === "orders" && family.length > 1) await dropSameLines(engine, family, drop);
    await dropEqualRows(engine, files, drop);
  }
  return found;
}

const COPIES = "duplicate_rows";

async function dropRows(
  engine: Engine,
  one: Imported,
  rule: DuplicateRule,
  { query, files }: { query: string; files: readonly Imported[] },
  found: Map<Imported, Duplicates>
): Promise<void> {
  await createTable(engine, {
    name: COPIES,
    grain: "one row per row of a file that is a second copy, with the place of the file that keeps it",
    from: query
  });
  const money = one.columns.includes("amount") ? "COALESCE(sum(t.amount), 0)" : "0";
  const rows = await engine.rows(sql`
    WITH rows_read AS (
      SELECT ${one.row} AS source_row, ${one.columns.includes("amount") ? "amount" : "0 AS amount"}
      FROM ${one.table}
    )
    SELECT c.kept, count(*) AS n, ${money} AS money
    FROM ${COPIES} AS c
    INNER JOIN rows_read AS t ON c.source_row = t.source_row
    GROUP BY c.kept
    ORDER BY c.kept
  `);
  const sum = found.get(one);
  if (rows.length > 0 && sum) {
    for (const { kept, n, money: part } of rows) {
      sum.rows += Number(n);
      sum.money += Number(part);
      sum.of.push({ file: files[Number(kept)]?.source.file ?? "", rule, rows: Number(n), money: Number(part) });
    }
    await engine.run(`DELETE FROM ${one.table} WHERE ${one.row} IN (SELECT source_row FROM ${COPIES})`);
  }
  await engine.run(`DROP TABLE ${COPIES}`);
}

function isWhole({ source }: Imported): boolean {
  return source.grain === "order";
}

const CUSTOMER = ["customer_id", "phone", "email"];

async function rank(engine: Engine, files: readonly Imported[]): Promise<Imported[]> {
  const ranked: { one: Imported; place: readonly (number | string)[] }[] = [];
  for (const one of files) {
    const day = dayColumn(one);
    const [row] = day ? await engine.rows(`SELECT max(${day}) AS day FROM ${one.table}`) : [];
    const named = CUSTOMER.some((id) => one.columns.includes(id));
    const last = Date.parse(String(row?.day ?? "1970-01-01"));
    ranked.push({ one, place: [named ? 0 : 1, isWhole(one) ? 1 : 0, -one.columns.length, -last, one.source.file] });
  }
  return ranked.sort((a, b) => compare(a.place, b.place)).map(({ one }) => one);
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? "";
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** A sale and its return carry the same order, product and money: they are never taken for one another. */
function givenBack(one: Imported): string {
  const returned = one.columns.includes("status") ? "COALESCE(status, '') = 'returned' OR " : "";
  return `CASE WHEN ${returned}amount < 0 THEN 1 ELSE 0 END`;
}

/** Of orders that stand whole in one file and line by line in another, the file that says less gives way. */
async function dropSameOrders(files: readonly Imported[], drop: Drop): Promise<void> {
  const known = files.filter((one) => one.columns.includes("order_id"));
  for (const [i, other] of known.entries())
    for (const [kept, one] of known.slice(0, i).entries()) {
      if (isWhole(one) === isWhole(other)) continue;
      const query = sql`
        WITH kept_orders AS (
          SELECT DISTINCT order_id, ordered_at, ${givenBack(one)} AS back
          FROM ${one.table}
          WHERE order_id IS NOT NULL
        ),
        other_orders AS (
          SELECT ${other.row} AS source_row, order_id, ordered_at, ${givenBack(other)} AS back
          FROM ${other.table}
        )
        SELECT o.source_row, ${kept} AS kept
        FROM other_orders AS o
        INNER JOIN kept_orders AS k ON o.order_id = k.order_id AND o.ordered_at = k.ordered_at AND o.back = k.back
      `;
      await drop(other, "same-order", { query, files: known });
    }
}

/** Columns that tell a line of an order, as far as all the files have them; the customer only in files of one layout. */
function lineKey(files: readonly Imported[]): string[] {
  const shared = (ids: readonly string[]) => ids.filter((id) => files.every((one) => one.columns.includes(id)));
  const layouts = new Set(files.map((one) => [...one.columns].sort().join(" ")));
  return [
    "order_id",
    "ordered_at",
    "amount",
    "back",
    ...shared(["quantity", "product_id", "product"]),
    ...(layouts.size === 1 ? shared(CUSTOMER) : [])
  ];
}

async function dropSameLines(engine: Engine, family: readonly Imported[], drop: Drop): Promise<void> {
  const files = family.filter((one) => one.columns.includes("order_id"));
  if (files.length < 2) return;
  const ids = files.map(
    (one, i) => sql`
      SELECT DISTINCT ${i} AS file, order_id
      FROM ${one.table}
      WHERE order_id IS NOT NULL
    `
  );
  await createTable(engine, {
    name: "shared_orders",
    grain: "one row per order id that stands in several files of lines",
    from: sql`
      WITH ids AS (
        ${union(ids)}
      )
      SELECT order_id
      FROM ids
      GROUP BY order_id
      HAVING count(*) > 1
    `
  });
  const rows = candidates(files, "shared_orders", "i.order_id = k.order_id", () => "order_id");
  await dropAcross(engine, files, { rows, key: lineKey(files), rule: "same-line" }, drop);
  await engine.run("DROP TABLE shared_orders");
}

/** Rows of several files that are equal in every canonical cell. The hash only finds those worth comparing. */
async function dropEqualRows(engine: Engine, files: readonly Imported[], drop: Drop): Promise<void> {
  const hash = (one: Imported) => engine.dialect.rowHash(canonical(one).map(({ sql }) => sql));
  const hashes = files.map(
    (one, i) => sql`
      SELECT DISTINCT ${i} AS file, ${hash(one)} AS row_key
      FROM ${one.table}
    `
  );
  await createTable(engine, {
    name: "shared_rows",
    grain: "one row per hash of a row that stands in several files",
    from: sql`
      WITH hashes AS (
        ${union(hashes)}
      )
      SELECT row_key
      FROM hashes
      GROUP BY row_key
      HAVING count(*) > 1
    `
  });
  const [found] = await engine.rows("SELECT count(*) AS n FROM shared_rows");
  if (Number(found?.n ?? 0) > 0) {
    const rows = candidates(files, "shared_rows", "i.row_key = k.row_key", hash);
    const key = files[0] ? canonical(files[0]).map(({ id }) => id) : [];
    await dropAcross(engine, files, { rows, key, rule: "equal-row" }, drop);
  }
  await engine.run("DROP TABLE shared_rows");
}

/** Every column of the table for one file, null where it lacks it. */
function canonical(one: Imported): { id: string; sql: string }[] {
  return one.source.definition.columns
    .filter((c) => !c.working)
    .map((c) => ({ id: c.id, sql: one.columns.includes(c.id) ? c.id : `CAST(NULL AS ${sqlType(c)})` }));
}

function candidates(files: readonly Imported[], keys: string, on: string, rowKey: (one: Imported) => string): string {
  const parts = files.map((one, i) => {
    const columns = canonical(one).map(({ id, sql }) => `${sql} AS ${id}`);
    const back = one.source.table === "orders" ? givenBack(one) : "0";
    return sql`
      SELECT i.*
      FROM (
        SELECT
          ${i} AS file,
          ${one.row} AS source_row,
          ${back} AS back,
          ${rowKey(one)} AS row_key,
          ${columns}
        FROM ${one.table}
      ) AS i
      INNER JOIN ${keys} AS k ON ${on}
    `;
  });
  return union(parts);
}

/** The n-th of equal rows in one file is the n-th in another: three in one and two in the other are three in all. */
async function dropAcross(
  engine: Engine,
  files: readonly Imported[],
  { rows, key, rule }: { rows: string; key: readonly string[]; rule: DuplicateRule },
  drop: Drop
): Promise<void> {
  const [first] = files;
  if (!first) return;
  const equal = key.join(", ");
  const order = canonical(first)
    .map(({ id }) => id)
    .join(", ");
  await createTable(engine, {
    name: "across",
    grain: "one row per row that another file has, too, with the places of both files",
    from: sql`
      WITH candidates AS (
        ${rows}
      ),
      numbered AS (
        SELECT
          *,
          row_number() OVER (PARTITION BY file, ${equal} ORDER BY ${order}, source_row) AS nth
        FROM candidates
      ),
      placed AS (
        SELECT file, source_row, min(file) OVER (PARTITION BY ${equal}, nth) AS kept
        FROM numbered
      )
      SELECT file, source_row, kept
      FROM placed
      WHERE file > kept
    `
  });
  for (const [i, one] of files.entries())
    await drop(one, rule, { query: `SELECT source_row, kept FROM across WHERE file = ${i}`, files });
  await engine.run("DROP TABLE across");
}
