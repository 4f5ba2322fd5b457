import { describe, expect, test } from "vitest";
import { findHeading, saysNothingOf } from "../../loaders/dataset/heading.js";

describe("a heading is found", () => {
  test.each([
    ["Mã đơn hàng", ["Mã đơn hàng"], "Mã đơn hàng"],
    ["Mã đơn hàng".normalize("NFD"), ["Mã đơn hàng"], "Mã đơn hàng"],
    ["Mã\u00a0đơn hàng ", ["Mã đơn hàng"], "Mã đơn hàng"],
    ["Lineitem SKU", ["Lineitem sku", "Name"], "Lineitem sku"],
    ["Mã hóa đơn", ["Mã hoá đơn"], "Mã hoá đơn"],
    ["Phone #", ["Phone"], "Phone"],
    ["Tổng số tiền người mua", ["Tổng số tiền Người mua", "Tổng số tiền người mua"], "Tổng số tiền người mua"],
    ["Tổng số tiền Người mua", ["Tổng số tiền Người mua", "Tổng số tiền người mua"], "Tổng số tiền Người mua"],
    ["TỔNG SỐ TIỀN NGƯỜI MUA", ["Tổng số tiền Người mua", "Tổng số tiền người mua"], undefined],
    ["日付", ["商品"], undefined],
    ["Total", [], undefined]
  ])("%j among %j is %j", (spelling, headings, expected) => {
    expect(findHeading(headings, spelling)).toBe(expected);
  });
});

test.each([
  ["column_3", true],
  ["Cột 3", true],
  ["Unnamed: 4", true],
  ["A", true],
  ["Trường 12", true],
  ["日付", true],
  ["Giá", false],
  ["Khách", false],
  ["SKU", false]
])("whether %j means nothing: %s", (heading, expected) => {
  expect(saysNothingOf(heading)).toBe(expected);
});
