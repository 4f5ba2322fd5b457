import type { Bilingual } from "../../src/terms/lang.js";
import type { Definitions } from "../definitions/read.js";
import { literal } from "../engine/dialect.js";
import { openDuckdb } from "../engine/duckdb.js";
import type { Engine, MadeTable } from "../engine/engine.js";
import { type Folder, holdFiles } from "../files/folder.js";
import { computeStudy } from "../study.js";

/** A table as it was right after it was made. */
interface ListedTable extends MadeTable {
  columns: string[];
  /** What the study says that it is doing while it makes it. */
  step: string;
  /** True where it is gone when the study is done. */
  dropped: boolean;
}

/** `docs/tables.md`: every table and view of a study in the order made, with its grain, its columns and its maker. */
export async function renderTables(definitions: Definitions): Promise<string> {
  const tables = await listTables(exampleShop(), definitions);
  const steps = [...new Set(tables.map(({ step }) => step))];
  const parts = steps.map((step) => {
    const made = tables.filter((table) => table.step === step);
    return `## ${step}\n\n${made.map(renderTable).join("\n\n")}`;
  });
  return `${HEAD}\n${parts.join("\n\n")}\n`;
}

const HEAD = `# Tables

What a study makes in the database, in this order, under what it says meanwhile ([stages](how-data-flow.md#stage-by-stage)): each table once, what one row of it stands for, and its columns. A *view* is computed where it is read. A *passing* table is gone when the study is done. Where a name has a number, there may be several; the widest is shown. Which tables there are depends on the data: this list is of a small made-up shop that has a bit of everything.

This page is made by \`npm run docs\` from the database's own catalogue while that shop is studied.
`;

function renderTable({ name, grain, kind, dropped, columns }: ListedTable): string {
  const marks = [...(kind === "view" ? ["view"] : []), ...(dropped ? ["passing"] : [])];
  const title = `### \`${name}\`${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
  const sentence = `${grain.charAt(0).toUpperCase()}${grain.slice(1)}.`;
  return `${title}\n\n${sentence}\n\n${columns.map((column) => `\`${column}\``).join(" · ")}`;
}

/** The tables of a study of this folder; of those with a number only the widest, in the first one's place. */
async function listTables(folder: Folder, definitions: Definitions): Promise<ListedTable[]> {
  const { engine, seen, progress } = observe(await openDuckdb());
  const study = await computeStudy({ folder, definitions, engine, progress });
  const left = await tableNames(engine);
  const listed = new Map<string, ListedTable>();
  for (const table of engine.made) {
    const name = table.name.replace(/\d+/, "0");
    const { columns = [], step = "" } = seen.get(table.name) ?? {};
    const widest = listed.get(name)?.columns.length ?? -1;
    if (columns.length > widest) listed.set(name, { ...table, name, columns, step, dropped: !left.has(table.name) });
  }
  await study.close();
  return [...listed.values()];
}

/** An engine that looks into the catalogue right after each table is made, and hears what the study is doing. */
function observe(engine: Engine) {
  const seen = new Map<string, Pick<ListedTable, "columns" | "step">>();
  let step = "";
  const progress = (message: Bilingual) => {
    step = message.en;
  };
  const run = async (sql: string) => {
    await engine.run(sql);
    const name = /^CREATE (?:TABLE|VIEW) (\w+)/.exec(sql)?.[1];
    if (name) seen.set(name, { columns: await columnNames(engine, name), step });
  };
  return { engine: { ...engine, run }, seen, progress };
}

async function columnNames(engine: Engine, table: string): Promise<string[]> {
  const rows = await engine.rows(
    `SELECT column_name FROM information_schema.columns WHERE table_name = ${literal(table)} ORDER BY ordinal_position`
  );
  return rows.map((row) => String(row.column_name));
}

async function tableNames(engine: Engine): Promise<Set<string>> {
  const rows = await engine.rows("SELECT table_name FROM information_schema.tables");
  return new Set(rows.map((row) => String(row.table_name)));
}

const MONTHS = 14;

/** A shop with a bit of everything: two files that overlap, one of whole orders, one filled on first lines, returns, events, costs. */
function exampleShop(): Folder {
  const day = (i: number) => `${2025 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, "0")}-1${i % 10}`;
  const of = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
  const csv = (headings: string, rows: readonly string[]) => `${[headings, ...rows].join("\n")}\n`;
  const line = (i: number) => {
    const [status, offer] = [i % 9 === 8 ? "returned" : "completed", i % 5 === 0 ? "bait" : "main"];
    return `o${i},c${i % 7},${day(i % MONTHS)},p${i % 3},nến,${1 + (i % 2)},${100 + i},${i % 4},60,${status},shop,Q1,${offer}`;
  };
  const heads = "order_id,customer_id,date,product,category,quantity,amount,discount,cost,status,channel,branch,offer";
  const kinds = ["visit", "message", "care", "complaint", "rating", "share", "referral", "workshop"];
  return holdFiles("example", {
    "customers.csv": csv(
      "customer_id,name,phone,email,created,province,source,customer_type,consent_zalo,referred_by",
      [
        ...of(8, (i) => `c${i},Khách ${i},091234567${i % 6},k${i}@shop.vn,${day(i)},Hà Nội,facebook,individual,yes,c0`),
        "c1,Khách 1,0912345671,,2025-03-01,Huế,zalo,individual,no,"
      ]
    ),
    "events.csv": csv(
      "customer_id,time,kind,channel,value,subject,other_customer_id",
      of(24, (i) => `c${i % 8},${day(i % MONTHS)},${kinds[i % 8]},zalo,${1 + (i % 5)},giao chậm,c${(i + 1) % 8}`)
    ),
    "costs.csv": csv(
      "period,channel,amount",
      of(MONTHS, (i) => `${day(i).slice(0, 7)},${i % 2 ? "facebook" : "care"},${500 + i}`)
    ),
    "orders-a.csv": csv(heads, of(40, line)),
    "orders-b.csv": csv(
      heads,
      of(12, (i) => line(i + 34))
    ),
    "whole.csv": csv("order_id,customer_id,date,amount", ["o3,c3,2025-04-13,103", "o90,c1,2025-05-14,90"]),
    "first-lines.csv": csv("order_id,customer_id,date,product,quantity,price,whole", [
      "f1,c1,2025-06-15,p1,1,40,100",
      ",,,p2,1,60,",
      "f2,c2,2025-07-16,p1,2,40,80"
    ]),
    "segbook.yml": `files:\n  first-lines.csv:\n    grain: first-line\n    columns: {unit_price: price, order_amount: whole}\n`
  });
}
