import { describe, expect, test } from "vitest";
import { inspectDataset } from "../../loaders/dataset/inspect.js";
import { renderMapping } from "../../loaders/dataset/render-mapping.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue } from "../../loaders/issues/issue.js";
import { DEFINITIONS } from "../support/definitions.js";

const heads = Array.from({ length: 12 }, (_, i) => `B${i},K${i % 4},2026-02-${String(i + 10)},completed`);
const lines = heads.flatMap((_, i) => [`B${i},M1,1,20.00`, ...(i % 3 === 0 ? [`B${i},M2,2,5.50`] : [])]);
const files = (more: Record<string, string> = {}) => ({
  "orders.csv": ["order_id,customer_id,order_date,status", ...heads, ""].join("\n"),
  "order_items.csv": ["order_id,product_id,quantity,unit_price", ...lines, ""].join("\n"),
  ...more
});
const folder = (texts: Record<string, string>) =>
  holdFiles("shop", Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, new Blob([text])])));

describe("orders in one file and their lines in another", () => {
  test("are one table, said, and a line of the mapping", async () => {
    const found = await inspectDataset(folder(files()), DEFINITIONS);
    expect(found.issues.map((issue) => describeIssue(issue, "en"))).toEqual([]);
    expect(found.sheets.map(({ sheet, table }) => [sheet.name, table])).toEqual([["order_items.csv", "orders"]]);
    expect(found.sheets[0]?.columns).toMatchObject({ customer_id: "customer_id", ordered_at: "order_date" });
    expect(renderMapping(found)).toContain('"orders.csv": "order_id"');
  });

  test("stay apart where the mapping says so", async () => {
    const mapping = "files:\n  order_items.csv:\n    join: {orders.csv: none}\n";
    const found = await inspectDataset(folder(files({ "mapping.yml": mapping })), DEFINITIONS);
    expect(found.sheets.map(({ sheet }) => sheet.name)).toEqual(["order_items.csv", "orders.csv"]);
  });

  test("stay apart where their keys don't meet", async () => {
    const strange = files()["order_items.csv"].replaceAll(/^B/gm, "X");
    const found = await inspectDataset(folder(files({ "order_items.csv": strange })), DEFINITIONS);
    expect(found.sheets.length).toBe(2);
  });

  test("what the mapping says is read again as it was written", async () => {
    const first = await inspectDataset(folder(files()), DEFINITIONS);
    const again = await inspectDataset(folder(files({ "mapping.yml": renderMapping(first) })), DEFINITIONS);
    expect(again.issues).toEqual([]);
    expect(again.sheets[0]?.columns).toEqual(first.sheets[0]?.columns);
  });
});

test("a list of goods gives names, its price none where lines have one", async () => {
  const products = "id,name,category,price\nM1,Bàn,Nội thất,21\nM2,Ghế,Nội thất,6\n";
  const { sheets } = await inspectDataset(folder(files({ "products.csv": products })), DEFINITIONS);
  expect(sheets[0]?.columns).toMatchObject({
    product: "product (name)",
    category: "category",
    unit_price: "unit_price"
  });
  expect(sheets[0]?.columns.customer_name).toBeUndefined();
});
