import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFINITIONS } from "../support/definitions.js";
import { shopFiles, shops } from "../support/shop.js";
import { withFunnel } from "../support/stages.js";

test("the funnel never grows, for everybody and for every value of every dimension, and nobody is lost on the way", async () => {
  await fc.assert(
    fc.asyncProperty(shops(), async (shop) => {
      await withFunnel(shopFiles(shop), ({ funnel }) => {
        expect(funnel.dimensions.map((d) => d.id)).toEqual([
          "source",
          "branch",
          "main_channel",
          "customer_type",
          "distance",
          "province"
        ]);
        for (const { dimension, value } of funnel.rows.filter((r) => r.state === "niche")) {
          const rows = funnel.rows.filter((r) => r.dimension === dimension && r.value === value);
          expect(rows.map((r) => r.state)).toEqual(DEFINITIONS.states.map((s) => s.id));
          for (const [i, row] of rows.entries()) {
            const next = rows[i + 1]?.reached ?? 0;
            expect(next).toBeLessThanOrEqual(row.reached);
            expect(row.current).toBe(row.reached - next);
            expect(row.skipped).toBeLessThanOrEqual(row.reached);
            for (const share of [row.conversionFromPrevious, row.conversionFromTop])
              if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
            const [low, middle, high] = [row.p25Days, row.medianDays, row.p75Days].map(
              (d) => d ?? Number.POSITIVE_INFINITY
            ) as [number, number, number];
            expect(0 <= low && low <= middle && middle <= high).toBe(true);
          }
          if (dimension === "all") expect(rows[0]?.reached).toBe(shop.customers.length);
        }
        for (const month of new Set(funnel.cohorts.map((c) => c.month))) {
          const steps = funnel.cohorts.filter((c) => c.month === month);
          expect(steps.map((c) => c.reached)).toEqual(steps.map((c) => c.reached).toSorted((a, b) => b - a));
          for (const c of steps) expect((c.reached90 ?? 0) <= c.reached && c.reached <= c.entered).toBe(true);
        }
      });
    }),
    { numRuns: 6, endOnFailure: true, seed: 7 }
  );
});

test("entry dates of each person follow each other in the order of the states", async () => {
  await fc.assert(
    fc.asyncProperty(shops(), async (shop) => {
      await withFunnel(shopFiles(shop), async ({ engine }) => {
        for (const row of await engine.rows("SELECT * FROM journeys")) {
          const entries = DEFINITIONS.states.map((_, i) => String(row[`entry_${i + 1}`] ?? "9999-12-31"));
          expect(entries).toEqual(entries.toSorted());
          expect(row.furthest).toBe(entries.filter((e) => e < "9999").length);
        }
      });
    }),
    { numRuns: 3, endOnFailure: true, seed: 77 }
  );
});
