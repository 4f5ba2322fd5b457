import type { Database, SqlValue } from "sql.js";
import type { Issue } from "../issues/issue.js";
import { FileFault, type Sheet, type SheetForm } from "./sheet.js";
import { describeTyped } from "./typed.js";
import { valueText } from "./value.js";

const BATCH = 4000;

/** What `get` also takes, which its types leave out: whole numbers of 64 bits as they are. */
interface ExactStatement {
  get(parameters: null, options: { useBigInt: boolean }): (SqlValue | bigint)[];
}

let wasm: string | undefined;

/** Where a browser finds SQLite's WebAssembly, on the site's own origin; in Node it is found without. */
export function setSqliteWasm(url: string): void {
  wasm = url;
}

/** Every table with rows of an SQLite database. */
export async function readSqlite(
  bytes: Uint8Array,
  { name, file, form }: { name: string; file: string; form: SheetForm }
): Promise<{ table: string; found: Sheet | Issue }[]> {
  const { default: load } = await import("sql.js");
  const url = wasm;
  const engine = await load(url === undefined ? undefined : { locateFile: () => url });
  let database: Database;
  let tables: string[];
  try {
    database = new engine.Database(bytes);
    tables = query(
      database,
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).map(([table]) => valueText(table));
  } catch {
    throw new FileFault("cut-off");
  }
  const found: { table: string; found: Sheet | Issue }[] = [];
  for (const table of tables) {
    const from = `"${table.replaceAll('"', '""')}"`;
    const columns = query(database, `SELECT name FROM pragma_table_info('${table.replaceAll("'", "''")}')`).map(
      ([column]) => valueText(column)
    );
    const rows = async function* () {
      const statement = database.prepare(`SELECT * FROM ${from}`);
      try {
        for (let batch: string[][] = [], more = statement.step(); ; more = statement.step()) {
          if (more) batch.push((statement as unknown as ExactStatement).get(null, { useBigInt: true }).map(valueText));
          if (batch.length >= BATCH || (!more && batch.length > 0)) {
            yield batch;
            batch = [];
          }
          if (!more) return;
        }
      } catch {
        throw new FileFault("cut-off");
      } finally {
        statement.free();
      }
    };
    found.push({ table, found: await describeTyped(columns, rows, { name: `${name} › ${table}`, file, form }) });
  }
  return found;
}

function query(database: Database, sql: string): unknown[][] {
  return database.exec(sql)[0]?.values ?? [];
}
