import { describe, expect, it, test } from "vitest";
import { parseFormula } from "../../loaders/definitions/formula.js";
import { toWords } from "../../loaders/definitions/to-words.js";
import type { Unit } from "../../src/terms/unit.js";

const LABELS: Record<string, [vi: string, en: string, unit: Unit]> = {
  orders_count: ["số đơn", "orders", "count"],
  revenue: ["doanh thu", "revenue", "money"],
  discount_share: ["tỷ lệ giảm giá", "discount share", "share"],
  source: ["nguồn", "source", "text"],
  lead_date: ["ngày kết nối", "lead since", "date"],
  consent: ["cho phép liên hệ", "consent", "flag"]
};

function words(text: string): [vi: string, en: string] {
  const say = (lang: "vi" | "en") =>
    toWords(parseFormula(text), {
      lang,
      currency: "VND",
      name: (id) => {
        const [vi, en, unit] = LABELS[id] ?? [];
        return vi && en && unit ? { label: { vi, en }, unit } : undefined;
      },
      place: (id) => (id === "many" ? "4" : undefined),
      rows: { vi: "khách", en: "customers" }
    }).replaceAll("\u00a0", " ");
  return [say("vi"), say("en")];
}

describe("a formula in words", () => {
  it.each([
    ["orders_count >= {many}", "số đơn ≥ 4", "orders ≥ 4"],
    ["discount_share <= 0.15", "tỷ lệ giảm giá ≤ 15%", "discount share ≤ 15%"],
    ["revenue > 2000000", "doanh thu > 2 triệu ₫", "revenue > ₫2 m"],
    ["source = zalo", "nguồn = zalo", "source = zalo"],
    ["source != zalo", "nguồn khác zalo", "source is not zalo"],
    ["source in [zalo, sms]", "nguồn thuộc zalo, sms", "source is one of zalo, sms"],
    ["lead_date is known", "ngày kết nối đã có", "lead since is known"],
    ["lead_date is unknown", "ngày kết nối chưa rõ", "lead since is not known"],
    ["consent = 1", "cho phép liên hệ", "consent"],
    ["consent = 0", "cho phép liên hệ = 0", "consent = 0"],
    [
      "orders_count > 1 and (consent = 1 or not source = zalo)",
      "số đơn > 1 và (cho phép liên hệ hoặc không: nguồn = zalo)",
      "orders > 1 and (consent or not: source = zalo)"
    ],
    ["not (orders_count > 1 or consent = 1)", "không: số đơn > 1 hoặc cho phép liên hệ", "not: orders > 1 or consent"],
    ["(revenue - 1.5) / orders_count", "(doanh thu − 1,5) ÷ số đơn", "(revenue − 1.5) ÷ orders"],
    ["sum(revenue, months: 12)", "doanh thu trong 12 tháng gần nhất", "revenue of the last 12 months"],
    ["count(orders_count > 1)", "số khách có số đơn > 1", "customers with orders > 1"],
    [
      "quantile(revenue, 0.5, among: orders_count > 0)",
      "mức phân vị 0,5 của doanh thu ở những ai có số đơn > 0",
      "quantile 0.5 of revenue among those with orders > 0"
    ],
    [
      "if(orders_count > 1, revenue, coalesce(discount_share, 0))",
      "doanh thu nếu số đơn > 1, không thì tỷ lệ giảm giá, không có thì 0",
      "revenue if orders > 1, else discount share, or else 0"
    ]
  ])("%s", (text, vi, en) => {
    expect(words(text)).toEqual([vi, en]);
  });
});

test("a name that has no label is told by itself", () => {
  expect(words("shoe_size > {tiny}")).toEqual(["shoe_size > tiny", "shoe_size > tiny"]);
});
