import { csvFormat } from "d3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { day, shopFiles, shops } from "../support/shop.js";
import { withFeatures } from "../support/stages.js";

const SCORES = [
  ["r_score", "recency_days"],
  ["f_score", "orders_count"],
  ["m_score", "revenue_value"]
] as const;

test("equal values get equal scores, better values never a lower one, and only buyers have any", async () => {
  await fc.assert(
    fc.asyncProperty(shops({ people: [10, 40] }), async (shop) => {
      await withFeatures(shopFiles(shop), async ({ engine }) => {
        const rows = await engine.rows(
          "SELECT person, orders_count, recency_days, revenue_value, r_score, f_score, m_score, rfm_code FROM features"
        );
        for (const row of rows) expect(row.rfm_code === null).toBe(row.orders_count === 0);
        const buyers = rows.filter((r) => r.orders_count !== 0);
        for (const [score, value] of SCORES)
          for (const a of buyers)
            for (const b of buyers) {
              const better =
                score === "r_score" ? Number(a[value]) <= Number(b[value]) : Number(a[value]) >= Number(b[value]);
              if (better && Number(a[score]) < Number(b[score]))
                expect.fail(`${score}: ${a[value]} scores ${a[score]}, ${b[value]} scores ${b[score]}`);
            }
      });
    }),
    { numRuns: 4, endOnFailure: true, seed: 125 }
  );
});

test("ten customers a quintile apart get each score twice", async () => {
  // Customer n ordered n + 1 times 1,000 × (n + 1), the last time n days before the end: best on all three counts is the ninth.
  const orders = Array.from({ length: 10 }, (_, n) =>
    Array.from({ length: n + 1 }, (_, k) => ({
      order_id: `D${n}-${k}`,
      customer_id: `C${n}`,
      ordered_at: day(300 - (9 - n) * 10 - k),
      amount: 1000 * (n + 1)
    }))
  ).flat();
  await withFeatures({ "orders.csv": csvFormat(orders) }, async ({ engine }) => {
    const rows = await engine.rows(
      "SELECT p.customer_id, f.rfm_code FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY 1"
    );
    expect(rows.map((r) => r.rfm_code)).toEqual([111, 111, 222, 222, 333, 333, 444, 444, 555, 555]);
  });
});

test("a month in which everybody ordered once and spent the same leaves all on one frequency and money score", async () => {
  const orders = Array.from({ length: 12 }, (_, n) => ({
    order_id: `D${n}`,
    customer_id: `C${n}`,
    ordered_at: day(n),
    amount: 500
  }));
  await withFeatures({ "orders.csv": csvFormat(orders) }, async ({ engine }) => {
    const rows = await engine.rows("SELECT DISTINCT f_score, m_score FROM features");
    expect(rows).toHaveLength(1);
  });
});
