import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { composeStudyJson } from "../../loaders/publish/study-json.js";
import { withFolder } from "../support/dataset.js";
import { lacks, sharedFile } from "../support/shared.js";
import { type ToHistory, withHistory, withSummaries } from "../support/stages.js";
import { withStudy } from "../support/study.js";

const RETAIL = "online_retail.csv.gz";
const CDNOW = "cdnow/CDNOW_master.txt";
const RFM = "rfm/rfm_data_orders.csv";
const RFM_ONLY = { schemes: ["rfm"] };

/** Hands over a folder with that one file: its own headings must do, unless a mapping names others. */
function withFile(file: string, use: (folder: string) => Promise<void>, mapping?: string): Promise<void> {
  return withFolder(async (root) => {
    const folder = join(root, "shop");
    await mkdir(folder);
    await copyFile(sharedFile(file), join(folder, basename(file)));
    if (mapping !== undefined) await writeFile(join(folder, "mapping.yml"), mapping);
    await use(folder);
  });
}

describe.skipIf(lacks(RETAIL))("Online Retail (skipped where ../shared/data/online_retail.csv.gz is absent)", () => {
  it("keeps the published totals: rows, money, customers, orders", async () => {
    await withFile(RETAIL, (folder) =>
      withStudy(folder, async (study) => {
        const [file] = study.tables.files;
        expect(file?.rowsRead).toBe(541_909);
        expect((file?.rowsAccepted ?? 0) + (file?.rowsRejected ?? 0) + (file?.rowsDuplicate ?? 0)).toBe(541_909);
        expect(file?.moneyRead).toBeCloseTo(9_747_747.93, 2);
        // Equal lines of one invoice are sales, each of them.
        expect(file?.rowsDuplicate).toBe(0);
        expect(file?.moneyAccepted).toBeCloseTo(9_747_747.93, 2);
        expect(study.summaries.all).toMatchObject({ customers: 4_372, orders: 18_532 });

        const published = await composeStudyJson(study);
        const named = study.summaries.all.revenue ?? 0;
        // Lines without a customer count in the totals and in no group; cancelled invoices are netted, so all of it is what was accepted.
        expect(published.revenue).toBeCloseTo(file?.moneyAccepted ?? 0, 2);
        expect(named + (published.revenueWithoutCustomer ?? 0)).toBeCloseTo(file?.moneyAccepted ?? 0, 2);
        expect(published.revenueWithoutCustomer).toBeGreaterThan(1_000_000);

        expect(new Set(study.summaries.groups.map((g) => g.scheme)).size).toBe(15);
        for (const { id } of study.schemes) {
          const sizes = study.history.trend.filter((t) => t.scheme === id && t.date === study.firm.asOf);
          expect([id, sizes.reduce((sum, t) => sum + t.customers, 0)]).toEqual([id, 4_372]);
        }
        const lacking = Object.fromEntries(published.lacking.map((l) => [l.analysis, l.column]));
        expect(lacking).toMatchObject({
          "source/zalo": "customers.source",
          "nature-type/business": "customers.customer_type",
          "sales-groups/bargain": "orders.discount",
          complaints_count: "events.kind",
          profit_value: "orders.cost"
        });
        // The shop sells from Britain: without a currency named, money is no dong.
        expect(study.firm).toMatchObject({ currency: "XXX", asOf: "2011-12-09" });
        expect(study.tables.from).toBe("2010-12-01");
      })
    );
  });
});

describe.skipIf(lacks(CDNOW))("CDNOW, parted by blanks (skipped where ../shared/data/cdnow is absent)", () => {
  const mapping = "files:\n  CDNOW_master.txt:\n    headings: [customer_id, date, quantity, amount]\n";

  it.each([
    ["by its own headings", undefined],
    ["by headings in a mapping", mapping]
  ])("keeps the published totals: 69,659 lines, 23,570 customers, 2,500,315.63 dollars, %s", async (_, said) => {
    await withFile(
      CDNOW,
      (folder) =>
        withSummaries(
          folder,
          ({ tables, summaries, firm }) => {
            const [file] = tables.files;
            expect(firm.currency).toBe("XXX");
            // Equal rows of orders without a number are sales, each of them.
            expect(file).toMatchObject({ rowsRead: 69_659, rowsRejected: 0, rowsDuplicate: 0 });
            expect(file?.moneyAccepted).toBeCloseTo(2_500_315.63, 2);
            expect(summaries.all.customers).toBe(23_570);
          },
          RFM_ONLY
        ),
      said
    );
  });
});

describe.skipIf(lacks(RFM))("RFM orders (skipped where ../shared/data/rfm/rfm_data_orders.csv is absent)", () => {
  it("keep the published totals: 4,906 rows, 995 customers, revenue of 464,158", async () => {
    const use = ({ tables, summaries, history, firm }: ToHistory) => {
      expect(tables.files[0]).toMatchObject({ rowsRead: 4_906, rowsRejected: 0 });
      const { rowsAccepted = 0, rowsDuplicate = 0, moneyAccepted, moneyDuplicate } = tables.files[0] ?? {};
      expect(rowsAccepted + rowsDuplicate).toBe(4_906);
      expect((moneyAccepted ?? 0) + (moneyDuplicate ?? 0)).toBe(464_158);
      expect(summaries.all.customers).toBe(995);
      const scored = history.trend.filter((t) => t.date === firm.asOf && t.group !== "others");
      expect(scored.reduce((sum, t) => sum + t.customers, 0)).toBe(995);
    };
    await withFile(RFM, (folder) => withHistory(folder, use, RFM_ONLY));
  });
});
