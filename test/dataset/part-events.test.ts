import { describe, expect, test } from "vitest";
import { inspectDataset } from "../../loaders/dataset/inspect.js";
import { renderMapping } from "../../loaders/dataset/render-mapping.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { DEFINITIONS } from "../support/definitions.js";

const KINDS = ["page_view", "view_item", "add_to_cart", "purchase", "scroll"];
const clicks = Array.from(
  { length: 20 },
  (_, i) => `2026-04-${String(i + 1).padStart(2, "0")} 08:00:00,${KINDS[i % 5]},P${i % 3},${i + 10}.50,U${i % 4}`
);
const EVENTS = ["event_time,event_type,product_id,price,user_id", ...clicks, ""].join("\n");
const ORDERS = "order_id,customer_id,order_date,amount\nA1,U1,2026-04-01,20\nA2,U2,2026-04-02,30\n";
const inspect = (texts: Record<string, string>) =>
  inspectDataset(
    holdFiles("shop", Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, new Blob([text])]))),
    DEFINITIONS
  );

describe("events of web analytics", () => {
  test("hold orders, where no other file does", async () => {
    const { sheets, issues } = await inspect({ "clicks.csv": EVENTS });
    expect(issues).toEqual([]);
    expect(sheets.map(({ sheet, table }) => [sheet.name, table])).toEqual([
      ["clicks.csv", "events"],
      ["clicks.csv › purchase", "orders"]
    ]);
    expect(sheets[1]?.columns).toMatchObject({ customer_id: "user_id", ordered_at: "event_time", unit_price: "price" });
    expect(sheets[1]?.constants).toEqual({ quantity: "1" });
    expect(sheets.map(({ sheet }) => sheet.sample.length)).toEqual([12, 4]);
  });

  test("hold none where another file does, unless a person says so", async () => {
    const found = await inspect({ "clicks.csv": EVENTS, "orders.csv": ORDERS });
    expect(found.sheets.map(({ sheet }) => sheet.name)).toEqual(["clicks.csv", "orders.csv"]);
    expect(renderMapping(found)).toContain('"clicks.csv › purchase":\n    table: ignore');
    const mapping = 'files:\n  "clicks.csv › purchase":\n    table: orders\n';
    const said = await inspect({ "clicks.csv": EVENTS, "orders.csv": ORDERS, "mapping.yml": mapping });
    expect(said.sheets.map(({ sheet }) => sheet.name)).toContain("clicks.csv › purchase");
  });
});

describe("kinds of events that nobody knows", () => {
  const rows = Array.from({ length: 9 }, (_, i) => `U${i},2026-04-0${i + 1},${["wug", "blick", "dax"][i % 3]}`);
  const strange = ["customer_id,date,event", ...rows, "U1,2026-04-09,wug", ""].join("\n");

  test("are all asked for at once, the most frequent first", async () => {
    const found = await inspect({ "log.csv": strange, "orders.csv": ORDERS });
    expect(found.issues).toMatchObject([{ code: "unknown-words", got: "wug (4), blick (3), dax (3)" }]);
    expect(renderMapping(found)).toContain('kind:\n        "wug": "?"');
  });

  test("may be ignored", async () => {
    const words = "      kind: {wug: view, blick: ignore, dax: ignore}\n";
    const mapping = `files:\n  log.csv:\n    words:\n${words}`;
    const { issues, sheets } = await inspect({ "log.csv": strange, "orders.csv": ORDERS, "mapping.yml": mapping });
    expect(issues).toEqual([]);
    expect(sheets[0]?.sheet.sample.length).toBe(4);
  });
});
