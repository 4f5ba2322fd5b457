import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { schemeColumn } from "../../loaders/definitions/scheme.js";
import { renderArrow } from "../../loaders/publish/arrow.js";
import {
  cohortsTable,
  crosstabTable,
  funnelTable,
  migrationTable,
  segmentsTable,
  trendTable
} from "../../loaders/publish/tables.js";
import { readNumbers } from "../../loaders/segments/numbers.js";
import type { Study } from "../../loaders/study.js";
import { DEFINITIONS } from "../support/definitions.js";
import { determined } from "../support/linear.js";
import { shopFiles, shops } from "../support/shop.js";
import { withStudy } from "../support/study.js";

type Row = Record<string, number | string | boolean | null>;
const rowsOf = (bytes: Uint8Array): Row[] =>
  tableFromIPC(bytes)
    .toArray()
    .map((r) => ({ ...r.toJSON() }) as Row);

/** Counts of people; everything that a reader knows links them linearly. */
const PEOPLE = [...DEFINITIONS.numbers.values()]
  .filter((n) => n.unit === "count" && /(customers|^buyers)$/.test(n.id) && n.id !== "customers_before")
  .map((n) => n.id);
/** Whole = part + part. */
const SUMS = [
  ["customers", "buyers", "unbought_customers"],
  ["buyers", "one_time_customers", "repeat_customers"]
] as const;
/** Shares of one count of people in another, as `numbers.ts` defines them. */
const SHARES: [string, string, string][] = [
  ["overdue_share", "overdue_customers", "buyers"],
  ["lost_share", "lost_customers", "buyers"],
  ["untouched_share", "untouched_customers", "customers"],
  ["one_time_share", "one_time_customers", "buyers"],
  ["repeat_share", "repeat_customers", "buyers"],
  ["unbought_share", "unbought_customers", "customers"],
  ["new_share", "new_customers", "customers"],
  ["discount_customer_share", "discount_customers", "buyers"],
  ["complaint_share", "complaint_customers", "customers"],
  ["referral_share", "referral_customers", "customers"],
  ["silent_share", "silent_customers", "buyers"],
  ["group_share", "group_customers", "customers"],
  ["trial_share", "trial_customers", "customers"],
  ["consent_share", "consenting_customers", "customers"]
];

/** What `segments.arrow` says of the counts of one scheme, as equations in the counts that it does not show. */
function equationsOf(all: Row, groups: readonly Row[]): Map<string, number>[] {
  const rows = [all, ...groups];
  const equations: Map<string, number>[] = [];
  const add = (...terms: [Row, string, number][]) => {
    const hidden = terms.filter(([row, id]) => row[id] === null);
    if (hidden.length > 0) equations.push(new Map(hidden.map(([row, id, x]) => [`${row.group} ${id}`, x])));
  };
  for (const row of rows) {
    for (const [whole, a, b] of SUMS) add([row, whole, -1], [row, a, 1], [row, b, 1]);
    for (const [share, part, whole] of SHARES)
      if (row[share] !== null && row[share] !== 0) add([row, part, 1], [row, whole, -Number(row[share])]);
  }
  for (const id of PEOPLE) add([all, id, -1], ...groups.map((row): [Row, string, number] => [row, id, 1]));
  return equations;
}

async function checkSegments(study: Study, minimum: number): Promise<string[]> {
  const rows = rowsOf(renderArrow(segmentsTable(DEFINITIONS.numbers, study.summaries)));
  const [all] = rows;
  const found: string[] = [];
  for (const scheme of study.schemes) {
    const groups = rows.filter((r) => r.scheme === scheme.id);
    for (const row of groups)
      for (const id of PEOPLE)
        if (Number(row[id]) > 0 && Number(row[id]) < minimum) found.push(`shown: ${scheme.id}/${row.group} ${id}`);
    const exact = await readNumbers(
      study.engine,
      DEFINITIONS.numbers,
      `m.${schemeColumn(scheme.id)}`,
      study.features.lacking
    );
    for (const name of determined(equationsOf(all as Row, groups))) {
      const [group, id] = name.split(" ") as [string, string];
      const count = exact.get(group)?.[id] ?? 0;
      if (count > 0 && count < minimum) found.push(`found: ${scheme.id}/${group} ${id} = ${count}`);
    }
  }
  return found;
}

describe("segments.arrow", () => {
  it("shows no count of one to four people, and no subtraction, division or sum within it gives one", async () => {
    await fc.assert(
      fc.asyncProperty(shops({ people: [20, 90], orders: 160, events: 200 }), async (shop) => {
        await withStudy(shopFiles(shop), async (study) => {
          expect(await checkSegments(study, study.firm.minimum)).toEqual([]);
        });
      }),
      { numRuns: 6, endOnFailure: true, seed: 5 }
    );
  });

  it("tells nothing but which groups are empty of a firm with fewer customers than the smallest group", async () => {
    const orders = "order_id,customer_id,ordered_at,amount\n1,A,2025-01-01,5\n2,B,2025-02-01,7\n";
    await withStudy({ "orders.csv": orders }, ({ summaries }) => {
      for (const row of rowsOf(renderArrow(segmentsTable(DEFINITIONS.numbers, summaries))))
        expect(Object.values(row).filter((v) => typeof v === "number" && v !== 0)).toEqual([]);
    });
  });
});

test("trend, cross-tab, migration, funnel and cohorts show no count of one to four people, and no two of them add up to one", async () => {
  await fc.assert(
    fc.asyncProperty(shops({ people: [20, 90], orders: 160, events: 200 }), async (shop) => {
      await withStudy(shopFiles(shop), ({ segments, history, schemes, funnel, firm }) => {
        const k = firm.minimum;
        const small = (n: unknown) => typeof n === "number" && n > 0 && n < k;
        const trend = rowsOf(renderArrow(trendTable(history.trend, schemes, k)));
        const cross = rowsOf(renderArrow(crosstabTable(segments.cross, schemes, k)));
        const migration = rowsOf(renderArrow(migrationTable(history.migration, k)));
        for (const row of [...trend, ...cross, ...migration]) expect(small(row.customers)).toBe(false);
        const published = [
          ...rowsOf(renderArrow(funnelTable(funnel, k))),
          ...rowsOf(renderArrow(cohortsTable(funnel.cohorts, k)))
        ];
        for (const row of published)
          expect(
            [row.reached, row.current, row.entered, row.reached_90d, row.skipped, row.moved].filter(small)
          ).toEqual([]);
        // A group that the trend withholds must not come out of the cross-tab by adding its cells up.
        const hidden = trend.filter((t) => t.date === firm.asOf && t.customers === null);
        for (const { scheme, group } of hidden)
          for (const other of schemes) {
            const cells = cross.filter(
              (c) =>
                (c.scheme_a === scheme && c.scheme_b === other.id && c.group_a === group) ||
                (c.scheme_b === scheme && c.scheme_a === other.id && c.group_b === group)
            );
            if (cells.length > 0)
              expect([scheme, group, other.id, cells.some((c) => c.customers === null)]).toEqual([
                scheme,
                group,
                other.id,
                true
              ]);
          }
      });
    }),
    { numRuns: 4, endOnFailure: true, seed: 55 }
  );
});
