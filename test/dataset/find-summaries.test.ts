import { describe, expect, test } from "vitest";
import { readSheet } from "../../loaders/dataset/read-sheet.js";
import { findSummaries } from "../../loaders/dataset/reconcile/find-summaries.js";
import { DEFINITIONS } from "../support/definitions.js";
import { sheetOf } from "./sheets.js";

const sheet = (name: string, headings: string, rows: readonly string[]) =>
  readSheet(
    sheetOf(
      name,
      headings.split(","),
      rows.map((row) => row.split(","))
    ),
    DEFINITIONS
  );
const detail = sheet("detail", "Mã đơn,Ngày,Mã KH,Số tiền", [
  "D1,2026-05-01,K1,10000",
  "D2,2026-05-02,K2,20000",
  "D3,2026-05-02,K1,35000",
  "D4,2026-05-03,K3,70000",
  "D5,2026-05-03,K2,5000"
]);

describe("a sheet of sums beside what they are of", () => {
  test("is found by customer", () => {
    const sums = ["K1,2026-05-02,45000", "K2,2026-05-03,25000", "K3,2026-05-03,70000"];
    const found = findSummaries([detail, sheet("sums", "Mã KH,Ngày,Số tiền", sums)]);
    expect(found).toMatchObject([{ by: "Mã KH", rows: 3, fitting: 3, summary: { sheet: { name: "sums" } } }]);
  });

  test("is none where the sums are others, or a group lacks", () => {
    const other = ["K1,2026-05-02,45001", "K2,2026-05-03,25000", "K3,2026-05-03,70000"];
    expect(findSummaries([detail, sheet("sums", "Mã KH,Ngày,Số tiền", other)])).toEqual([]);
    const fewer = ["K1,2026-05-02,45000", "K2,2026-05-03,25000"];
    expect(findSummaries([detail, sheet("sums", "Mã KH,Ngày,Số tiền", fewer)])).toEqual([]);
  });
});
