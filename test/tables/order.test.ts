import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { studyFolder } from "../../loaders/store/local.js";
import { withDataset } from "../support/dataset.js";
import { sampleShop, shopFiles, shops } from "../support/shop.js";
import { withPast } from "../support/stages.js";

type Shop = ReturnType<typeof sampleShop>;

/** Rows in another order, told by a number. */
function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const place = (i: number) => ((i + 1) * (seed * 7919 + 104_729)) % 1_000_003;
  return rows
    .map((row, i) => ({ row, place: place(i) }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

const shuffle = ({ customers, orders, events }: Shop, seed: number): Shop => ({
  customers: shuffled(customers, seed),
  orders: shuffled(orders, seed + 1),
  events: shuffled(events, seed + 2)
});

const readAll = (shop: Shop) =>
  withPast(shopFiles(shop), async ({ engine, tables }) => ({
    now: await engine.rows(
      "SELECT p.customer_id, f.* FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY p.customer_id"
    ),
    past: await engine.rows("SELECT * FROM features_past ORDER BY person, snapshot"),
    counts: tables.files.map(({ source: _, ...count }) => count)
  }));

describe("the order of rows plays no part", () => {
  test("in the features of any shop, now and at every month end", async () => {
    await fc.assert(
      fc.asyncProperty(
        shops({ people: [3, 15], orders: 40, events: 50 }),
        fc.nat({ max: 1000 }),
        async (shop, seed) => {
          expect(await readAll(shuffle(shop, seed))).toEqual(await readAll(shop));
        }
      ),
      { numRuns: 8 }
    );
  });

  test("in what a whole study says", async () => {
    const shop = sampleShop(7, { people: [40, 40] });
    const study = (of: Shop) =>
      withDataset(shopFiles(of), async (folder) => {
        const { engine, segments, summaries, funnel, targets, findings, playbooks, close } = await studyFolder(folder);
        const membership = await engine.rows("SELECT * FROM membership ORDER BY person");
        await close();
        return { membership, segments, summaries, funnel, targets, findings, playbooks };
      });
    expect(await study(shuffle(shop, 3))).toEqual(await study(shop));
  });
});
