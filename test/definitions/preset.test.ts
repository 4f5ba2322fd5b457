import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { matchPreset, presetColumns } from "../../loaders/dataset/match-preset.js";
import { parsePreset } from "../../loaders/definitions/preset.js";
import type { Issue } from "../../loaders/issues/issue.js";
import { DEFINITIONS } from "../support/definitions.js";
import { lacks, sharedFile } from "../support/shared.js";

const { presets } = DEFINITIONS;
const SOUND = `id: shop
label: {vi: a, en: b}
source: {vi: a, en: b}
table: orders
headings: {all: [Order]}
columns: {order_id: Order}
money: {vi: a, en: b}
`;

test("there are layouts of all the platforms that are asked for", () => {
  const ids = presets.map(({ id }) => id).join(" ");
  for (const platform of "shopify woocommerce magento square stripe paypal hubspot salesforce mailchimp klaviyo shopee lazada tiktok kiotviet sapo haravan getfly".split(
    " "
  ))
    expect(ids).toContain(platform);
});

describe.each(presets)("$id", (preset) => {
  test("is told by headings that it also reads, or that part it from others", () => {
    const spellings = [...preset.headings.all, ...(preset.headings.any ?? [])];
    const columns = presetColumns(preset, spellings);
    expect(Object.keys(columns).length).toBeGreaterThan(0);
    expect(matchPreset(presets, spellings)?.id).toBe(preset.id);
  });

  test("gives no heading to two columns", () => {
    const spellings = Object.values(preset.columns).flat();
    const used = Object.values(presetColumns(preset, [...new Set(spellings)]));
    expect(new Set(used).size).toBe(used.length);
  });
});

describe("a layout that is wrong is told with its line", () => {
  test.each([
    ["table: orders", "table: order", 4, "table"],
    ["columns: {order_id: Order}", "columns: {colour: Order}", 6, "columns → colour"],
    ["money: {vi: a, en: b}", "zone: UTC", undefined, "money"],
    ["money: {vi: a, en: b}", "money: {vi: a, en: b}\nwords: {status: {x: sold}}", 8, "words → status → x"]
  ])("%s → %s", (right, wrong, row, column) => {
    const issues: Issue[] = [];
    expect(parsePreset(SOUND.replace(right, wrong), "shop.yaml", DEFINITIONS.tables, issues)).toBeUndefined();
    expect(issues).toMatchObject([{ code: "definition", file: "shop.yaml", ...(row && { row }), column }]);
  });

  test("and a right one isn't", () => {
    const issues: Issue[] = [];
    expect(parsePreset(SOUND, "shop.yaml", DEFINITIONS.tables, issues)).toMatchObject({ id: "shop" });
    expect(issues).toEqual([]);
  });
});

test("headings in another order, some missing, some new, in capitals: still the same layout", () => {
  const headings = ["NEW", "lineitem name", "EMAIL", "Lineitem Quantity", "Financial status", "lineitem price", "NAME"];
  expect(matchPreset(presets, headings)?.id).toBe("shopify-orders");
});

describe.skipIf(lacks("../reference/export-headers.json"))(
  "heading rows of real exports (needs ../shared/reference)",
  () => {
    const all = () =>
      JSON.parse(readFileSync(sharedFile("../reference/export-headers.json"), "utf8")) as Record<string, string[]>;
    test.each([
      ["shopify_orders", "shopify-orders"],
      ["shopify_customers", "shopify-customers"],
      ["shopify_customers_old", "shopify-customers-old"],
      ["woocommerce_orders_exportsuite", "woocommerce-orders"],
      ["magento_sales_order_grid", "magento-orders"],
      ["square_transactions_55", "square-transactions"],
      ["square_items_35", "square-items"],
      ["stripe_payments", "stripe-payments"],
      ["paypal_activity", "paypal-activity"],
      ["hubspot_contacts", "hubspot-contacts"],
      ["hubspot_deals", "hubspot-deals"],
      ["salesforce_lead_api", "salesforce-leads"],
      ["mailchimp_audience", "mailchimp-audience"],
      ["klaviyo_list", "klaviyo-list"],
      ["shopee_vn_orders_62", "shopee-orders"],
      ["tiktok_shop_orders_54", "tiktok-shop-orders"],
      ["lazada_orders", "lazada-orders"],
      ["kiotviet_customers_26", "kiotviet-customers"],
      ["kiotviet_customers_27", "kiotviet-customers"],
      ["kiotviet_invoices_8", "kiotviet-invoices"],
      ["kiotviet_invoice_details_subset", "kiotviet-invoice-details"],
      ["sapo_web_customers_import", "sapo-customers"],
      ["getfly_fields", "getfly-customers"],
      ["meta_custom_audience_csv", undefined],
      ["google_customer_match_csv", undefined]
    ])("%s is %s", (layout, expected) => {
      expect(matchPreset(presets, all()[layout] ?? [])?.id).toBe(expected);
    });
  }
);
