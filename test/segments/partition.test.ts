import fc from "fast-check";
import { expect, test } from "vitest";
import { NOT_ENOUGH_DATA, OTHERS, schemeColumn } from "../../loaders/definitions/scheme.js";
import { firstSeen, shopFiles, shops } from "../support/shop.js";
import { type ToHistory, withHistory } from "../support/stages.js";

const RUNS = 5;

/** Rows of `membership` and `membership_past`, one per customer and date. */
async function memberships({ engine }: ToHistory) {
  return engine.rows(
    "SELECT * FROM (SELECT * FROM membership_past UNION ALL SELECT * FROM membership) AS m ORDER BY snapshot, person"
  );
}

test("at every month end and at the as-of date each known customer is in exactly one group of each scheme", async () => {
  await fc.assert(
    fc.asyncProperty(shops(), async (shop) => {
      await withHistory(shopFiles(shop), async (study) => {
        const seen = [...firstSeen(shop).values()];
        const rows = await memberships(study);
        const dates = [...study.features.snapshots, study.firm.asOf];
        expect(dates.length).toBeGreaterThan(12);
        for (const date of dates) {
          const here = rows.filter((r) => r.snapshot === date);
          expect(new Set(here.map((r) => r.person)).size).toBe(here.length);
          expect(here).toHaveLength(seen.filter((first) => first <= date).length);
        }
        for (const scheme of study.definitions.schemes) {
          const groups = new Set([...scheme.groups.map((g) => g.id), OTHERS, NOT_ENOUGH_DATA]);
          expect(rows.filter((row) => !groups.has(String(row[schemeColumn(scheme.id)])))).toEqual([]);
        }
      });
    }),
    { numRuns: RUNS, endOnFailure: true, seed: 20_260_630 }
  );
});

test("the groups of each scheme add up to everybody: customers, revenue, profit, orders, and each month of the trend", async () => {
  await fc.assert(
    fc.asyncProperty(shops(), async (shop) => {
      await withHistory(shopFiles(shop, { "segbook.yml": "minimumGroup: 1\n" }), (study) => {
        const named = shop.orders.filter((o) => o.customer_id !== "" && o.status !== "cancelled");
        const revenue = named.reduce((sum, o) => sum + Number(o.amount), 0);
        for (const scheme of study.definitions.schemes) {
          const groups = study.summaries.groups.filter((g) => g.scheme === scheme.id);
          const sum = (id: string) => groups.reduce((total, g) => total + (g.numbers[id] ?? 0), 0);
          expect(sum("customers")).toBe(shop.customers.length);
          expect(sum("customer_share")).toBeCloseTo(1, 9);
          expect(sum("revenue")).toBeCloseTo(revenue, 2);
          expect(sum("orders")).toBe(study.summaries.all.orders);
          expect(sum("profit")).toBeCloseTo(study.summaries.all.profit ?? 0, 2);
          const known = (date: string) => [...firstSeen(shop).values()].filter((first) => first <= date).length;
          for (const date of [...study.features.snapshots, study.firm.asOf]) {
            const month = study.history.trend.filter((t) => t.scheme === scheme.id && t.date === date);
            expect(month.reduce((total, r) => total + r.customers, 0)).toBe(known(date));
          }
        }
      });
    }),
    { numRuns: RUNS, endOnFailure: true, seed: 1_975 }
  );
});

test("cross-tab and migration add up to the groups they start from", async () => {
  await fc.assert(
    fc.asyncProperty(shops(), async (shop) => {
      await withHistory(
        shopFiles(shop),
        ({ segments: { cross }, history: { migration, trend }, definitions, firm }) => {
          const { schemes } = definitions;
          const size = (scheme: string, group: string) =>
            trend.find((t) => t.scheme === scheme && t.group === group && t.date === firm.asOf)?.customers;
          for (const a of schemes)
            for (const b of schemes.slice(schemes.indexOf(a) + 1))
              for (const group of new Set(
                cross.filter((c) => c.schemeA === a.id && c.schemeB === b.id).map((c) => c.groupA)
              ))
                expect(
                  cross
                    .filter((c) => c.schemeA === a.id && c.schemeB === b.id && c.groupA === group)
                    .reduce((sum, c) => sum + c.customers, 0)
                ).toBe(size(a.id, group));
          for (const { id } of schemes)
            for (const span of [3, 12])
              for (const to of new Set(migration.filter((m) => m.scheme === id).map((m) => m.to)))
                expect(
                  migration
                    .filter((m) => m.scheme === id && m.span === span && m.to === to)
                    .reduce((sum, m) => sum + m.customers, 0)
                ).toBe(size(id, to));
        }
      );
    }),
    { numRuns: 3, endOnFailure: true, seed: 7 }
  );
});
