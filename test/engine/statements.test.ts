import { beforeAll, describe, expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { openFolder } from "../../loaders/store/disk.js";
import { writeHeadless } from "../../loaders/store/headless.js";
import { writePublished } from "../../loaders/store/write.js";
import { computeStudy } from "../../loaders/study.js";
import { withDataset, withFolder } from "../support/dataset.js";
import { DEFINITIONS } from "../support/definitions.js";
import { csv } from "../support/stages.js";
import { FORBIDDEN, functionsIn, type Recording, record } from "./portable.js";

/** What the stages call by name: the whole portable vocabulary. A function more or less has to be thought about. */
const ALLOWED = [
  "abs",
  "ceil",
  "coalesce",
  "count",
  "floor",
  "greatest",
  "least",
  "ln",
  "lower",
  "max",
  "min",
  "nullif",
  "round",
  "row_number",
  "sign",
  "substr",
  "sum",
  "trim"
];

const recordings: Recording[] = [];

async function study(folder: string): Promise<void> {
  const recording = record(await openDuckdb());
  recordings.push(recording);
  const { engine } = recording;
  const done = await computeStudy({ folder: await openFolder(folder), definitions: DEFINITIONS, engine });
  try {
    await withFolder(async (out) => {
      await writeHeadless(done, out);
      await writePublished(done, out);
    });
  } finally {
    await done.close();
  }
}

const DAYS = Array.from(
  { length: 30 },
  (_, i) =>
    `2025-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + i)
      .padStart(2, "0")
      .replace(/3\d|29/, "28")}`
);

/** Every shape of input asks for other statements: no order ids, days to be guessed, a price limit for bait, ragged rows. */
const SHAPES: Record<string, Record<string, string>> = {
  "orders of three columns": {
    "orders.csv": csv("customer,date,amount", ...DAYS.map((day, i) => `c${i % 7},${day},${100 + i}`))
  },
  "prices, days written day first, a ragged row": {
    "orders.csv": csv(
      "order_id,customer,date,product,quantity,price",
      ...DAYS.map(
        (day, i) =>
          `o${i >> 1},c${i % 7},${day.split("-").reverse().join("/")},p${i % 3},${i % 5 === 4 ? -1 : 2},${10 + i}`
      ),
      "o99,c1"
    ),
    "segbook.yml": "bait: {maximumPrice: 15}\nduplicates: keep\n"
  },
  "orders on their first line, paid back, in two currencies and two files": {
    "may.csv": csv(
      "order_id,customer,date,product,quantity,price,whole,less,refunded,back,cancelled,currency,status",
      ...DAYS.map((day, i) =>
        i % 2 === 0
          ? `o${i >> 1},'c${i % 7},${day},p${i % 3},2,${10 + i},${30 + i},1,${i % 5},0,,${i === 8 ? "USD" : "VND"},${i % 6 === 4 ? "returned" : "completed"}`
          : `,,,p${i % 3},1,${10 + i},,,,${i % 2},,,`
      )
    ),
    "june.csv": csv(
      "order_id,customer,date,product,quantity,amount,currency",
      ...DAYS.slice(0, 5).map((day, i) => `o${i},c${i % 7},${day},p${i % 3},2,${10 + i},VND`)
    ),
    "totals.csv": csv("order_id,customer,date,amount", "o3,c3,2025-04-04,13", "o99,c1,2025-04-04,13"),
    "customers.csv": csv("id,first name,last name,phone", "c1,Lan,Nguyễn,0912345678", "c2,Mary,Smith,0912345679"),
    "segbook.yml": `currency: VND\nmaximumRejected: 1\nfiles: ${JSON.stringify({
      "may.csv": {
        grain: "first-line",
        dates: "iso",
        numbers: "dot",
        columns: {
          unit_price: "price",
          order_amount: "whole",
          order_discount: "less",
          order_refund: "refunded",
          returned_quantity: "back",
          cancelled_at: "cancelled"
        }
      },
      "june.csv": { grain: "line" },
      "totals.csv": { grain: "order" }
    })}\n`
  }
};

beforeAll(async () => {
  await study("data/sample");
  for (const files of Object.values(SHAPES)) await withDataset(files, study);
});

describe("the SQL of the pipeline", () => {
  test("was all recorded while it ran, from import to publication", () => {
    const all = recordings.flatMap((r) => r.statements);
    expect(recordings).toHaveLength(4);
    for (const word of ["CREATE TABLE import_0", "CREATE TABLE facts", "CREATE TABLE membership AS", "COPY ("])
      expect(
        all.some((sql) => sql.includes(word)),
        word
      ).toBe(true);
  });

  test("makes each table with its grain", () => {
    for (const { engine, statements } of recordings) {
      const created = statements.flatMap((sql) => /^CREATE \w+ (\w+)/.exec(sql)?.[1] ?? []);
      expect(engine.made.map(({ name }) => name)).toEqual(created);
      expect(engine.made.filter(({ grain }) => !grain.startsWith("one row per "))).toEqual([]);
    }
  });

  test("makes no table that nobody reads", () => {
    const reads = recordings.flatMap(({ statements }) => statements.filter((sql) => !sql.startsWith("DROP ")));
    const names = new Set(recordings.flatMap(({ engine }) => engine.made.map(({ name }) => name)));
    const unread = [...names].filter((name) => {
      const word = new RegExp(`(?<!^CREATE \\w+ )\\b${name}\\b`);
      return !reads.some((sql) => word.test(sql));
    });
    expect(unread).toEqual([]);
  });

  test("uses the portable functions and no others", () => {
    const used = new Set(recordings.flatMap((r) => r.written.flatMap(functionsIn)));
    expect([...used].sort()).toEqual(ALLOWED);
  });

  test.each(Object.entries(FORBIDDEN))("is free of %s", (_, pattern) => {
    const found = recordings.flatMap((r) => r.written).filter((sql) => pattern.test(sql));
    expect(found.map((sql) => excerpt(sql, pattern))).toEqual([]);
  });

  test("divides no whole numbers: what stands before the sign is made by the dialect, or a fraction", () => {
    const bare = /(?<!(\?|\* 1\.0)\s*)\//;
    expect(
      recordings
        .flatMap((r) => r.written)
        .filter((sql) => bare.test(sql))
        .map((sql) => excerpt(sql, bare))
    ).toEqual([]);
  });

  test("names only functions that the database has", async () => {
    const engine = await openDuckdb();
    const rows = await engine.rows("SELECT DISTINCT function_name AS name FROM duckdb_functions()");
    await engine.close();
    const known = new Set(rows.map((r) => r.name));
    const builtInSyntax = ["coalesce", "nullif"];
    expect(ALLOWED.filter((name) => !known.has(name) && !builtInSyntax.includes(name))).toEqual([]);
  });
});

function excerpt(sql: string, pattern: RegExp): string {
  const at = pattern.exec(sql)?.index ?? 0;
  return sql.slice(Math.max(0, at - 60), at + 60);
}
