import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue, IssuesError } from "../../loaders/issues/issue.js";
import { inProject } from "../../loaders/store/project.js";
import { definitionsOf } from "../support/definitions.js";
import { csv, readFeatures, withSegments } from "../support/stages.js";

const FILES = {
  "orders.csv": csv(
    "order_id,customer_id,date,amount,discount",
    "1,an,2025-01-10,100,0",
    "2,an,2025-02-10,92,8",
    "3,binh,2025-03-01,80,20"
  ),
  "events.csv": csv("customer_id,date,kind", "an,2025-01-11,gift", "an,2025-02-11,gift", "binh,2025-03-01,visit")
};

/** The files of the example in docs/features.md: every block of YAML whose first line names it. */
const EXAMPLE = Object.fromEntries(
  [...readFileSync(inProject("docs/features.md"), "utf8").matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(
    ([, file = "", text = ""]) => [file, text]
  )
);

describe("the example of the documents, beside a firm's data", () => {
  const added = Object.fromEntries(Object.entries(EXAMPLE).filter(([file]) => !file.includes("constants")));

  test("is a measure, a feature and a scheme", () => {
    expect(Object.keys(added)).toEqual(["features/measures.yaml", "features/gifts.yaml", "schemes/gifts.yaml"]);
  });

  test("counts gifts, and its scheme divides customers by them", async () => {
    await withSegments({ ...FILES, ...added }, async ({ engine }) => {
      const rows = await engine.rows(
        "SELECT p.customer_id AS id, f.gifts_count AS gifts, m.in_gifts AS place FROM features AS f INNER JOIN people AS p ON f.person = p.person INNER JOIN membership AS m ON f.person = m.person ORDER BY 1"
      );
      expect(rows).toEqual([
        { id: "an", gifts: 2, place: "given" },
        { id: "binh", gifts: 0, place: "others" }
      ]);
    });
  });

  test("gives a constant another value, in the count and in the words about it", async () => {
    const change = { "features/constants.yaml": EXAMPLE["features/constants.yaml"] ?? "" };
    const definitions = await definitionsOf(holdFiles("shop", change));
    expect(definitions.features.get("discount_orders_share")?.meaning.en).toBe(
      "orders with more than 10% off ÷ orders"
    );
    expect((await readFeatures(FILES)).an?.discount_orders_share).toBe(0.5);
    expect((await readFeatures({ ...FILES, ...change })).an?.discount_orders_share).toBe(0);
  });
});

const texts = "label: { vi: a, en: b }, meaning: { vi: a, en: b }, whenNull: { vi: a, en: b }";
const feature = (formula: string, unit = "count") => ({
  "features/mine.yaml": `mine: { ${texts}, unit: ${unit}, formula: "${formula}" }\n`
});
const measure = (rest: string) => ({ "features/measures.yaml": `mine:\n  label: { vi: a, en: b }\n  ${rest}\n` });

describe("what a firm writes", () => {
  it("keeps what it doesn't change", async () => {
    const definitions = await definitionsOf(
      holdFiles("shop", { "features/names.yaml": "orders_count:\n  label: { vi: số lần mua, en: purchases }\n" })
    );
    const own = definitions.features.get("orders_count");
    expect(own).toMatchObject({
      label: { en: "purchases" },
      unit: "count",
      given: { insteadOf: ["orders.ordered_at"] }
    });
  });

  it("has the columns that its formula leads to", async () => {
    const needs = async (formula: string) =>
      (await definitionsOf(holdFiles("shop", feature(formula)))).features.get("mine")?.needs;
    expect(await needs("sum(profit) / visits_count")).toEqual(["orders.cost|orders.profit", "events.kind"]);
    expect(await needs("coalesce(sum(profit), orders_12m_count)")).toEqual(["orders.ordered_at"]);
    expect(await needs("quantile(categories_count, 0.5, among: lead_date is known)")).toEqual([
      "orders.category",
      "events.kind|customers.lead_status|customers.lifecycle_stage|customers.contacted_at|orders.ordered_at"
    ]);
  });

  it("may count the rows of a measure by what they say", async () => {
    const files = {
      ...FILES,
      ...measure("unit: count\n  of: events\n  formula: count(kind = gift)"),
      ...feature("sum(mine, months: 5)")
    };
    expect(Object.values(await readFeatures(files)).map(({ mine }) => mine)).toEqual([2, 0]);
  });
});

describe("what is wrong is refused with file, line and the nearest that would do", () => {
  it.each<[string, Record<string, string>, object, string]>([
    ["an unknown measure", feature("sum(ordres)"), { row: 1, got: "ordres" }, "“orders”?"],
    ["an unknown feature", feature("order_count + 1"), { got: "order_count" }, "“orders_count”?"],
    ["an unknown attribute", feature("attribute(sectr)", "text"), { got: "sectr" }, "“sector”?"],
    ["an unknown constant", feature("orders_count / {order_discount_br}"), { got: "{order_discount_br}" }, "bar}”?"],
    ["a function of another place", feature("median(orders_count)"), { got: "median" }, "one of: sum"],
    ["no formula at all", feature("orders_count +"), { got: "orders_count +" }, "at the end"],
    ["a day for a number", feature("first(orders)"), { got: "first(orders)" }, "a number"],
    ["a number for a day", feature("orders_count", "date"), { got: "orders_count" }, "a day"],
    ["a feature made from itself", feature("mine + 1"), { got: "mine → mine" }, "does not come back to mine"],
    ["an unknown unit", feature("orders_count", "cuont"), { row: 1, column: "mine → unit" }, "“count”?"],
    [
      "a new feature that isn't whole",
      { "features/mine.yaml": "\nmine:\n  formula: orders_count\n" },
      { row: 3, column: "mine → label" },
      "entries: vi, en"
    ],
    [
      "a mistyped key",
      { "features/mine.yaml": "orders_count:\n  meening: { vi: a, en: b }\n" },
      { row: 2, got: "meening" },
      "“meaning”?"
    ],
    [
      "a text that names no constant",
      { "features/mine.yaml": 'orders_count:\n  label: { vi: a, en: "{early_dys}" }\n' },
      { row: 2, got: "{early_dys}" },
      "“{early_days}”?"
    ],
    [
      "a column that no file can have",
      { "features/mine.yaml": "orders_count:\n  needs: [orders.odered_at]\n" },
      { row: 2, got: "orders.odered_at" },
      "“orders.ordered_at”?"
    ],
    [
      "a name that the database has",
      { "features/mine.yaml": `order: { ${texts}, unit: count, formula: sum(orders) }\n` },
      { got: "order" },
      "means nothing else"
    ],
    [
      "a circle",
      { "features/mine.yaml": "orders_count:\n  formula: usual_gap_days\nusual_gap_days:\n  formula: orders_count\n" },
      { row: 2, got: "orders_count → usual_gap_days → orders_count" },
      "does not come back"
    ],
    [
      "a constant out of its range",
      { "features/constants.yaml": "order_discount_bar:\n  value: 3\n" },
      { row: 2, got: "3" },
      "0 – 0.9"
    ],
    [
      "a measure that adds nothing up",
      measure("unit: count\n  of: orders\n  formula: order_count"),
      { row: 5 },
      "count(…)"
    ],
    ["rows that there aren't", measure("unit: count\n  of: ordres\n  formula: count()"), { row: 4 }, "“orders”?"],
    [
      "a column that rows don't have",
      measure("unit: count\n  of: events\n  formula: total(valeu)"),
      { row: 5 },
      "“value”?"
    ]
  ])("%s", async (_, files, expected, words) => {
    const error = await definitionsOf(holdFiles("shop", files)).catch((e: unknown) => e);
    if (!(error instanceof IssuesError)) throw error;
    const found = error.issues.find((issue) => describeIssue(issue, "en").includes(words));
    expect(found, describeIssue(error.issues[0] as never, "en")).toMatchObject({
      code: "definition",
      file: Object.keys(files)[0],
      ...expected
    });
  });
});
