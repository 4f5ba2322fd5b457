import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { csvFormat, csvParse } from "d3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Row } from "../../loaders/engine/engine.js";
import { writeHeadless } from "../../loaders/store/headless.js";
import { withFolder } from "../support/dataset.js";
import { DEFINITIONS } from "../support/definitions.js";
import { sampleShop, shopFiles } from "../support/shop.js";
import { withStudy } from "../support/study.js";

const shop = sampleShop(3, { people: [40, 40], orders: 150, events: 100 });
/** Formulas that a spreadsheet would run, in a cell that is set aside and in a name that describes groups. */
const FORMULAS = ['=HYPERLINK("http://evil.example")', "+1+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(1)", "=1+1"];
const dirty = FORMULAS.map((formula, n) => ({ ...shop.orders[0], order_id: `X${n}`, amount: formula }));
const orders = [...shop.orders.map((o) => ({ ...o, product: "=2+5", category: "@now" })), ...dirty];
const FILES = shopFiles({ ...shop, orders });

const texts = new Map<string, string>();
const parquet: Record<string, Row[]> = {};
let engine: Awaited<ReturnType<typeof openDuckdb>>;

beforeAll(async () => {
  engine = await openDuckdb();
  await withStudy(FILES, (study) =>
    withFolder(async (out) => {
      await writeHeadless(study, out);
      for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && !path.endsWith(".parquet"))
          texts.set(path.slice(out.length + 1), await readFile(path, "utf8"));
      }
      for (const name of ["membership", "features"])
        parquet[name] = await engine.rows(`SELECT * FROM read_parquet('${join(out, name)}.parquet')`);
    })
  );
});
afterAll(() => engine.close());

const rowsOf = (file: string) => csvParse(texts.get(file) ?? "");

describe("what a study without a site writes", () => {
  it.each([
    ["segments.csv", ["scheme", "group", "customers", "customer_share", "revenue", "revenue_share"]],
    ["funnel.csv", ["state", "reached", "current", "conversion_from_previous", "conversion_from_top", "median_days"]],
    ["rejects.csv", ["file", "row", "column", "value", "reason"]],
    ["targets.csv", ["kind", "id", "have", "wanted", "gap", "nearest"]]
  ])("%s has its columns", (file, columns) => {
    expect(rowsOf(file).columns).toEqual(expect.arrayContaining(columns));
  });

  it("rejects.csv has its five columns and no other, one row a cell", () => {
    expect(rowsOf("rejects.csv").columns).toEqual(["file", "row", "column", "value", "reason"]);
    expect(rowsOf("rejects.csv").map((r) => [r.file, Number(r.row), r.column, r.reason])).toEqual(
      FORMULAS.map((_, n) => ["orders.csv", shop.orders.length + 2 + n, "amount", "unreadable-number"])
    );
  });

  it("segments.csv has every group and both rests of every scheme, everybody in no row of its own", () => {
    const rows = rowsOf("segments.csv");
    expect(new Set(rows.map((r) => r.scheme)).size).toBe(15);
    expect(rows).toHaveLength(73 + 2 * 15);
    expect(rows.filter((r) => r.group === "others")).toHaveLength(15);
    expect(rows.filter((r) => r.group === "not-enough-data")).toHaveLength(15);
  });

  it("funnel.csv has the seven states in their order", () => {
    expect(rowsOf("funnel.csv").map((r) => r.state)).toEqual([
      "niche",
      "lead",
      "buyer",
      "customer",
      "member",
      "fan",
      "referral"
    ]);
  });

  it("study.json has the keys that schedulers read", () => {
    const study = JSON.parse(texts.get("study.json") ?? "{}");
    expect(study).toMatchObject({
      asOfDate: "2025-07-08",
      period: { from: "2024-01-15", to: "2025-07-08" },
      currency: "VND",
      customers: 40
    });
    expect(Object.keys(study)).toEqual(expect.arrayContaining(["orders", "files", "lacking"]));
    const file = study.files.find((f: { file: string }) => f.file === "orders.csv");
    expect(Object.keys(file)).toEqual(
      expect.arrayContaining([
        "file",
        "rowsRead",
        "rowsAccepted",
        "rowsRejected",
        "rowsDuplicate",
        "moneyRead",
        "moneyAccepted",
        "moneyRejected",
        "moneyDuplicate"
      ])
    );
    expect(file).toMatchObject({
      rowsRead: orders.length,
      rowsRejected: FORMULAS.length,
      rowsAccepted: shop.orders.length - file.rowsDuplicate
    });
    expect(study.lacking.every((l: object) => Object.keys(l).join() === "analysis,column")).toBe(true);
  });

  it("membership.parquet has one row a customer and scheme, each with a reason", () => {
    expect(Object.keys(parquet.membership?.[0] ?? {})).toEqual([
      "customer_id",
      "scheme",
      "group",
      "reason",
      "reason_vi",
      "reason_en",
      "conditions"
    ]);
    expect(parquet.membership).toHaveLength(40 * 15);
    expect(parquet.membership?.filter((r) => !r.reason || r.reason !== r.reason_vi || !r.reason_en)).toEqual([]);
  });

  it("features.parquet has one row a customer and a column for every feature", () => {
    expect(parquet.features?.map((r) => r.customer_id)).toEqual(shop.customers.map((c) => c.customer_id).sort());
    expect(Object.keys(parquet.features?.[0] ?? {})).toEqual(expect.arrayContaining([...DEFINITIONS.features.keys()]));
  });

  it("a cell that a spreadsheet would run as a formula is made text, in every CSV", () => {
    for (const file of ["segments.csv", "funnel.csv", "targets.csv", "rejects.csv"])
      for (const row of rowsOf(file))
        expect(Object.values(row).filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))).toEqual(
          []
        );
    expect(rowsOf("rejects.csv").map((r) => r.value)).toEqual(FORMULAS.map((f) => `'${f}`));
    expect(rowsOf("segments.csv").some((r) => r.main_product === "'=2+5")).toBe(true);
  });

  it("every text file ends with one line end", () => {
    for (const [file, text] of texts) expect([file, /[^\n]\n$/.test(text)]).toEqual([file, true]);
  });
});

describe("rejects of a file whose own heading or name is a formula", () => {
  it("are inert too", async () => {
    const heading = "=amount";
    const text = csvFormat([
      { order_id: 1, customer_id: "A", date: "2025-01-01", [heading]: "5" },
      { order_id: 2, customer_id: "A", date: "2025-01-02", [heading]: "5" },
      { order_id: 3, customer_id: "B", date: "2025-01-03", [heading]: "5" },
      { order_id: 4, customer_id: "B", date: "2025-01-05", [heading]: "5" },
      { order_id: 5, customer_id: "B", date: "2025-01-04", [heading]: "x" }
    ]);
    await withStudy({ "+orders.csv": text }, (study) =>
      withFolder(async (out) => {
        await writeHeadless(study, out);
        const [row] = csvParse(await readFile(join(out, "rejects.csv"), "utf8"));
        expect(row).toMatchObject({ file: "'+orders.csv", column: "'=amount", value: "x" });
      })
    );
  });
});
