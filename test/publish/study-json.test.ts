import { describe, expect, it } from "vitest";
import { composeStudyJson } from "../../loaders/publish/study-json.js";
import { withStudy } from "../support/study.js";

const SETTINGS = "minimumGroup: 2\nmaximumRejected: 0.9\n";
const HEAD = "order_id,customer_id,ordered_at,quantity,amount,status,note\n";
const line = (i: number, amount: number | string = 100_000, day = `2026-05-${String((i % 28) + 1).padStart(2, "0")}`) =>
  `D${i},K${i % 9},${day},1,${amount},completed,\n`;
const LINES = Array.from({ length: 60 }, (_, i) => line(i)).join("");

describe("the Data page's numbers", () => {
  it("tell of each file what it was taken for and what became of its rows", async () => {
    const june = `Báo cáo bán hàng\n\n${HEAD}${LINES}${line(61, "abc")}Tổng cộng,,,,6100000,,\n`;
    await withStudy({ "may.csv": HEAD + LINES, "june.csv": june, "segbook.yml": SETTINGS }, async (study) => {
      const { files } = await composeStudyJson(study);
      for (const file of files) {
        expect(file.rowsRead).toBe(file.rowsAccepted + file.rowsRejected + file.rowsDuplicate);
        expect(file).toMatchObject({ table: "orders", tableLabel: { vi: "đơn hàng" }, preset: null });
        expect(file.ignored).toContain("note");
      }
      const later = files.find((f) => f.file === "june.csv");
      expect(later?.rowsRejected).toBe(1);
      expect(later?.left.map((l) => [l.kind, l.rows])).toEqual(
        expect.arrayContaining([
          ["preamble", 1],
          ["total", 1]
        ])
      );
      expect(files.flatMap((f) => f.duplicateOf).reduce((sum, d) => sum + d.rows, 0)).toBe(60);
    });
  });

  it("hold no text of rows that were left out, and no value of a cell", async () => {
    const orders = `Chị Bí Mật lập\n\n${HEAD}${LINES}${line(61, "Nguyễn Thị Riêng Tư")}Tổng cộng Kín Đáo,,,,6100000,,\n`;
    await withStudy({ "orders.csv": orders, "segbook.yml": SETTINGS }, async (study) => {
      expect(JSON.stringify(await composeStudyJson(study))).not.toMatch(/Bí Mật|Riêng Tư|Kín Đáo/);
    });
  });

  it("find negative prices, amounts far too large and days that can't be", async () => {
    const orders = HEAD + LINES + line(61, -5_000) + line(62, 99_000_000) + line(63, 50_000, "1926-05-01");
    await withStudy({ "orders.csv": orders, "segbook.yml": SETTINGS }, async (study) => {
      const { scorecard } = await composeStudyJson(study);
      expect(scorecard.find((d) => d.dimension === "plausibility")).toMatchObject({
        level: "weak",
        text: {
          en: expect.stringMatching(/^of 63 rows 1 with an implausible date, 1 sold at a negative price, 1 over/)
        }
      });
    });
  });

  it("score a plain file as good on all sides", async () => {
    await withStudy({ "orders.csv": HEAD.replace(",note", "") + LINES.replaceAll(",\n", "\n") }, async (study) => {
      const { scorecard } = await composeStudyJson(study);
      expect(scorecard.map((d) => d.level)).toEqual(["good", "good", "good", "good", "good"]);
    });
  });

  it("say which column of which file switches on what is off", async () => {
    await withStudy({ "orders.csv": HEAD + LINES, "segbook.yml": SETTINGS }, async (study) => {
      const { analyses, lacking } = await composeStudyJson(study);
      const rfm = analyses.find((a) => a.id === "rfm");
      expect(rfm?.on).toBe(rfm?.of);
      const referral = analyses.find((a) => a.id === "referral");
      expect(referral).toMatchObject({
        kind: "state",
        on: 0,
        missing: [{ column: "events.kind", table: "events", files: [] }]
      });
      const channel = analyses.flatMap((a) => a.missing).find((m) => m.table === "orders");
      expect(channel?.files).toEqual(["orders.csv"]);
      for (const a of analyses) {
        expect(a.on === a.of, a.id).toBe(a.missing.length === 0);
        expect(a.missing.every((m) => m.parts.length > 0)).toBe(true);
      }
      const columns = new Set(analyses.flatMap((a) => a.missing).map((m) => m.column));
      for (const { column } of lacking) expect(columns).toContain(column);
    });
  });
});
