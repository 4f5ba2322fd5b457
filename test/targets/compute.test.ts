import { csvFormat } from "d3";
import { describe, expect, it, test } from "vitest";
import type { Files } from "../support/dataset.js";
import { day } from "../support/shop.js";
import { withTargets } from "../support/stages.js";

/**
 * 25 leads a month; bought within ten days: 5, 10, 15, 20 and 25 of them in the months 0–4. Long after, one more
 * visit ends the data, so that every cohort has had its window of 90 days. Buyers spend 100 each.
 */
const BUYERS = [5, 10, 15, 20, 25];
const leads = BUYERS.flatMap((_, month) =>
  Array.from({ length: 25 }, (_, n) => ({
    customer_id: `C${month}-${n}`,
    occurred_at: day(month * 31 + 1),
    kind: "visit"
  }))
);
const orders = BUYERS.flatMap((bought, month) =>
  Array.from({ length: bought }, (_, n) => ({
    order_id: `D${month}-${n}`,
    customer_id: `C${month}-${n}`,
    ordered_at: day(month * 31 + 10),
    amount: 100
  }))
);
const last = { customer_id: "C0-0", occurred_at: day(330), kind: "reach" };
const FILES: Files = { "orders.csv": csvFormat(orders), "events.csv": csvFormat([...leads, last]) };

describe("a step of the funnel against the firm's own best months", () => {
  it("takes the upper quartile of the monthly cohorts, and what reaching it is worth", async () => {
    await withTargets(FILES, ({ targets }) => {
      // Shares 0.2, 0.4, 0.6, 0.8, 1: upper quartile 0.8. Overall 75 of 125. 0.2 × 125 leads = 25 people more, 100 each.
      expect(targets.steps.find((s) => s.to === "buyer")).toEqual({
        from: "lead",
        to: "buyer",
        conversion: 0.6,
        best: 0.8,
        people: 25,
        money: 2500,
        cohorts: 5
      });
    });
  });

  it("doesn't take a quartile that tells of one to four people", async () => {
    // Of 25 leads in month 3 all but two bought.
    const more = Array.from({ length: 3 }, (_, n) => ({
      order_id: `E${n}`,
      customer_id: `C3-${20 + n}`,
      ordered_at: day(3 * 31 + 10),
      amount: 100
    }));
    await withTargets({ ...FILES, "orders.csv": csvFormat([...orders, ...more]) }, ({ targets }) => {
      expect(targets.steps.find((s) => s.to === "buyer")).toMatchObject({ best: null, people: null, money: null });
    });
  });

  it("compares nothing with fewer than four cohorts of twenty", async () => {
    const few = leads.filter((l) => !l.customer_id.startsWith("C0-") && !l.customer_id.startsWith("C1-"));
    await withTargets({ ...FILES, "events.csv": csvFormat([...few, last]) }, ({ targets }) => {
      expect(targets.steps.find((s) => s.to === "buyer")).toMatchObject({ best: null, people: null, money: null });
    });
  });
});

test("wanted, gap and nearest are told for each stage's group; settings win over the share of buyers", async () => {
  // 75 buyers with one order each; 6 of them have shared twice, one thrice: three acts of advocacy make a viral customer.
  const shares = [...Array.from({ length: 6 }, (_, n) => [n, n]).flat(), 7, 7, 7].map((n, i) => ({
    customer_id: `C4-${n}`,
    occurred_at: day(200 + i),
    kind: "share"
  }));
  const files = { ...FILES, "events.csv": csvFormat([...leads, ...shares, last]) };
  await withTargets(files, ({ targets }) => {
    const viral = targets.stages.find((s) => s.stage.group === "viral");
    // A tenth of 75 buyers wanted, one there. Eased by half, 1.5 acts do: the six with two.
    expect(viral).toMatchObject({ have: 1, wanted: 8, gap: 7, nearest: 6 });
    // Early adoption can't be judged without products.
    expect(targets.stages.find((s) => s.stage.group === "willing")).toMatchObject({
      have: null,
      gap: null,
      nearest: null
    });
  });
  await withTargets({ ...files, "segbook.yml": "stage: 3\nwanted: { viral: 25 }\n" }, ({ targets }) => {
    expect(targets).toMatchObject({ how: "set", stage: { number: 3 } });
    expect(targets.stages.find((s) => s.stage.group === "viral")).toMatchObject({ wanted: 25, gap: 24 });
  });
});
