import { describe, expect, test } from "vitest";
import { composeStudyJson } from "../../loaders/publish/study-json.js";
import { targetsJson } from "../../loaders/publish/targets-json.js";
import { withStudy } from "../support/study.js";

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

/** Features and groups by customer id. */
async function read(files: Record<string, string>, columns: string): Promise<Record<string, unknown>> {
  return withStudy(files, async ({ engine }) => {
    const rows = await engine.rows(`
      SELECT p.customer_id, ${columns}
      FROM features AS f
      INNER JOIN people AS p ON f.person = p.person
      INNER JOIN membership AS m ON f.person = m.person
      ORDER BY p.customer_id`);
    return Object.fromEntries(rows.map(({ customer_id, ...rest }) => [customer_id, Object.values(rest).join(" ")]));
  });
}

describe("a list of leads, without orders", () => {
  const leads = csv(
    "customer_id,email,source,created,lead_status",
    "L1,a@x.example,facebook,2025-01-05,New",
    "L2,b@x.example,google,2025-01-06,Qualified",
    "L3,c@x.example,facebook,2025-01-07,Cold",
    "L4,d@x.example,website,2025-01-08,Customer",
    "L5,e@x.example,Landing Page,2025-01-09,",
    "L6,f@x.example,facebook,2025-01-31,"
  );

  test("whoever has a status or came by a form is a lead from the day of the list, a bought or bare name is not", async () => {
    expect(await read({ "leads.csv": leads }, "in_seven_states, CAST(lead_date AS VARCHAR) AS day")).toEqual({
      L1: "lead 2025-01-05",
      L2: "lead 2025-01-06",
      L3: "niche ",
      L4: "customer 2025-01-08",
      L5: "lead 2025-01-09",
      L6: "niche "
    });
  });

  test("feeds the sales process as far as the statuses go", async () => {
    expect(await read({ "leads.csv": leads }, "in_sales_process, orders_count")).toEqual({
      L1: "lead ",
      L2: "prospect ",
      L3: "not-enough-data ",
      L4: "current ",
      L5: "not-enough-data ",
      L6: "not-enough-data "
    });
  });

  test("has no money, and says which column each number would need", async () => {
    await withStudy({ "leads.csv": leads }, ({ features, summaries, tables }) => {
      expect(features.lacking.get("revenue_value")).toBe("orders.amount");
      expect(summaries.all).toMatchObject({ customers: 6, revenue: null });
      expect(tables.asOf).toBe("2025-01-31");
    });
  });

  test("ends its funnel at the last state that anything tells of, and nothing is ready", async () => {
    await withStudy({ "leads.csv": leads.replace("Customer", "Open") }, async (study) => {
      const everybody = study.funnel.rows.filter(({ dimension }) => dimension === "all");
      expect(everybody.map(({ state, reached }) => [state, reached])).toEqual([
        ["niche", 6],
        ["lead", 4]
      ]);
      expect(targetsJson(study).stages.map(({ have, ready }) => [have, ready])).toEqual(Array(5).fill([null, null]));
      expect(await composeStudyJson(study)).toMatchObject({ orders: null, revenue: null, buyers: null });
    });
  });
});

describe("totals in a customers file", () => {
  const totals = (...more: string[]) =>
    csv(
      "customer_id,name,total_spent,orders_count,first_order_at,last_order_at",
      "K1,An,1200,3,2025-01-01,2025-03-02",
      "K2,Bé,300,1,2025-02-01,2025-02-01",
      "K3,Chi,0,0,,",
      "K4,Dũng,,,,",
      ...more
    );

  test("stand in for orders: recency, frequency, money and the states that follow", async () => {
    const columns =
      "recency_days, orders_count, CAST(revenue_value AS INTEGER) AS money, usual_gap_days, in_seven_states";
    expect(await read({ "khach.csv": totals() }, columns)).toEqual({
      K1: "0 3 1200 30 member",
      K2: "29 1 300  customer",
      K3: " 0 0  niche",
      K4: "    niche"
    });
  });

  test("say nothing of the past", async () => {
    await withStudy({ "khach.csv": totals("K5,Em,50,1,2024-06-01,2024-06-01") }, ({ features }) => {
      expect([...features.given]).toContain("revenue_value");
      expect(features.lacking.get("revenue_12m_value")).toBe("orders.amount");
    });
  });

  test("are passed over where there are orders", async () => {
    const orders = csv("order_id,customer_id,date,amount", "D1,K1,2025-03-10,70");
    const found = await read({ "khach.csv": totals(), "don.csv": orders }, "orders_count, revenue_value");
    expect(found).toMatchObject({ K1: "1 70", K2: "0 0" });
  });
});

test("no day anywhere asks for the as-of date, which is then enough", async () => {
  const files = { "khach.csv": csv("customer_id,name,source,lead_status", "K1,An,zalo,new", "K2,Bé,zalo,") };
  await expect(withStudy(files, () => {})).rejects.toMatchObject({ issues: [{ code: "no-days" }] });
  const dated = { ...files, "segbook.yml": "asOf: 2025-03-31\n" };
  expect(await read(dated, "in_seven_states, in_source")).toEqual({ K1: "lead zalo", K2: "niche zalo" });
});
