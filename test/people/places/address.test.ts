import { expect, test } from "vitest";
import { literal } from "../../../loaders/engine/dialect.js";
import { duckdbDialect } from "../../../loaders/engine/duckdb-dialect.js";
import { addressTailSql, urbanitySql } from "../../../loaders/people/places/address.js";
import { resolveAddress } from "../../../loaders/people/places/provinces.js";
import { shareAsk } from "../ask.js";

const ask = shareAsk();

test.each([
  ["12 Lê Lợi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh", "TP. Hồ Chí Minh"],
  ["12 Lê Lợi, P.5, Q.3, TP.HCM, Việt Nam", "TP. Hồ Chí Minh"],
  ["Số 5, Quận 3", "TP. Hồ Chí Minh"],
  ["Thôn 2, xã Ia Grai, tỉnh Gia Lai 600000", "Gia Lai"],
  ["15 Trần Phú, Nha Trang", "Khánh Hòa"],
  ["15 Trần Phú, TP Vinh, Nghệ An", "Nghệ An"],
  ["15 Trần Phú, TP Vinh", "Nghệ An"],
  ["KCN Amata Biên Hòa Đồng Nai", "Đồng Nai"],
  ["8 Hùng Vương, Bà Rịa - Vũng Tàu, VN", "TP. Hồ Chí Minh"],
  ["12 Lê Lợi, Huế.", "Huế"],
  ["12 Đường Vinh", undefined],
  ["350 5th Avenue, New York, NY 10118", undefined]
])("%j lies in %s", async (address, expected) => {
  expect(resolveAddress(String(await ask(addressTailSql(duckdbDialect, literal(address)))))).toBe(expected);
});

const urbanity = (ward: string | null, district: string | null, address: string | null) => {
  const sql = (text: string | null) => (text === null ? "CAST(NULL AS VARCHAR)" : literal(text));
  return ask(urbanitySql(duckdbDialect, { ward: sql(ward), district: sql(district), address: sql(address) }));
};

test.each<[string | null, string | null, string | null, string | null]>([
  ["Phường Bến Nghé", "Quận 1", null, "city"],
  ["P. 5", null, null, "city"],
  ["Ward 5", null, null, "city"],
  ["Phường Đông Kinh", "Thành phố Lạng Sơn", null, "city"],
  ["Phường 1", "Thị xã Gò Công", null, "town"],
  ["Xã Bình Hưng", "Huyện Bình Chánh", null, "countryside"],
  ["Xã Hoàng Đồng", "Thành phố Lạng Sơn", null, "countryside"],
  ["Thị trấn Củ Chi", "Huyện Củ Chi", null, "town"],
  ["Đặc khu Phú Quốc", null, null, "town"],
  [null, "Huyện Củ Chi", null, "countryside"],
  [null, "TP. Thủ Đức", null, "city"],
  [null, "Thị xã Sơn Tây", null, "town"],
  [null, "Q.7", null, "city"],
  [null, null, "12 Lê Lợi, Phường Bến Nghé, Quận 1, TP.HCM", "city"],
  [null, null, "Thôn 2, xã Ia Grai, tỉnh Gia Lai", "countryside"],
  [null, null, "Tổ 3, thị trấn Sa Pa, Lào Cai", "town"],
  [null, null, "12 Lê Lợi, thị xã Sơn Tây, Hà Nội", "town"],
  [null, null, "12 Lê Lợi, Hà Nội", null],
  ["Bến Nghé", null, null, null],
  [null, null, null, null]
])("%j · %j · %j is %j", async (ward, district, address, expected) => {
  expect(await urbanity(ward, district, address)).toBe(expected);
});
