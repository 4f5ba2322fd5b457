import * as xlsx from "@e965/xlsx";
import * as arrow from "apache-arrow";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import initSqlJs from "sql.js";
import { describe, expect, test } from "vitest";
import { encode } from "./encode.js";
import { gather, readHeld } from "./gather.js";

const TABLE = [["id", "tên", "số"], ...Array.from({ length: 40 }, (_, i) => [`DH${i}`, `Hằng ${i}`, `${i}000`])];
const CSV = TABLE.map((row) => row.join(",")).join("\n");
const book = (bookType: xlsx.BookType) =>
  new Uint8Array(xlsx.write(xlsx.utils.book_new(xlsx.utils.aoa_to_sheet(TABLE), "a"), { type: "array", bookType }));
const columns = { id: TABLE.slice(1).map(([id]) => id ?? ""), name: TABLE.slice(1).map(([, name]) => name ?? "") };

/** Sound files of every kind, to be damaged. */
async function sound(): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.exec(
    `CREATE TABLE t (id, name); INSERT INTO t VALUES ${columns.id.map((id) => `('${id}', 'x')`).join(",")}`
  );
  return {
    "a.csv": encode(CSV, "utf-8"),
    "b.csv": encode(CSV, "utf-16le"),
    "a.xlsx": book("xlsx"),
    "a.xls": book("biff8"),
    "a.ods": book("ods"),
    "a.zip": new Uint8Array(zipSync({ "a.csv": strToU8(CSV), "b.csv": strToU8(CSV) })),
    "a.json": strToU8(JSON.stringify(columns.id.map((id) => ({ id, x: 1 })))) as Uint8Array<ArrayBuffer>,
    "a.parquet": new Uint8Array(
      parquetWriteBuffer({ columnData: Object.entries(columns).map(([name, data]) => ({ name, data })) })
    ),
    "a.arrow": new Uint8Array(arrow.tableToIPC(arrow.tableFromArrays(columns))),
    "a.sqlite": new Uint8Array(database.export())
  };
}

describe("a file with wrong bytes or cut short is read or refused, never more", async () => {
  const files = await sound();
  test.each(Object.keys(files))("%s", async (name) => {
    const bytes = files[name] ?? new Uint8Array();
    const places = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(places, fc.option(fc.nat(bytes.length), { freq: 3 }), async (changes, cut) => {
        const damaged = bytes.slice(0, cut ?? bytes.length);
        for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte;
        const { sheets, issues, skipped } = await readHeld(damaged, name);
        expect(sheets.length + issues.length + skipped.length).toBeGreaterThan(0);
        for (const sheet of sheets) await gather(sheet);
      }),
      { numRuns: 60, seed: 3 }
    );
  });
});
