import { expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Row } from "../../loaders/engine/engine.js";
import { computeFeatures } from "../../loaders/features/compute.js";
import { computePeople } from "../../loaders/people/compute.js";
import { makeTables } from "../people/people.js";
import { DEFINITIONS } from "../support/definitions.js";

/** Features of customers by id, as the stages from people on make them. */
async function featuresOf(customers: readonly Row[]): Promise<Record<string, Row>> {
  const engine = await openDuckdb();
  try {
    const orders = [{ customer_id: "order-only", ordered_at: "2026-01-01", amount: "10" }];
    const tables = await makeTables(engine, { customers, orders });
    await engine.run("CREATE TABLE costs (period VARCHAR, channel VARCHAR, amount DECIMAL(18,4))");
    await computePeople(engine, tables, { settings: {}, definitions: DEFINITIONS });
    await computeFeatures(engine, tables, {}, DEFINITIONS);
    const rows = await engine.rows(
      "SELECT p.customer_id, f.province, f.country, f.urbanity FROM features AS f INNER JOIN people AS p ON f.person = p.person"
    );
    return Object.fromEntries(rows.map(({ customer_id, ...row }) => [String(customer_id), row]));
  } finally {
    await engine.close();
  }
}

test("where somebody lives is told by province, district or address, and how by ward, district or address", async () => {
  const found = await featuresOf([
    {
      customer_id: "column",
      province: "Bình Dương",
      district: "Quận 1",
      urbanity: "town",
      ward: "Phường 5",
      address: null,
      country: null
    },
    { customer_id: "district", province: null, district: "Quận 1", ward: "Phường Bến Nghé" },
    { customer_id: "address", address: "Thôn 2, xã Ia Grai, tỉnh Gia Lai" },
    { customer_id: "unknown word", province: "Khác", address: "5 Trần Phú, phường 4, Đà Lạt" },
    { customer_id: "stays", province: "Kansai" },
    { customer_id: "abroad", country: "US", district: "Vinh", address: "Ward 5, Vinh", urbanity: null },
    { customer_id: "nothing" }
  ]);
  expect(found).toEqual({
    column: { province: "TP. Hồ Chí Minh", country: "VN", urbanity: "town" },
    district: { province: "TP. Hồ Chí Minh", country: "VN", urbanity: "city" },
    address: { province: "Gia Lai", country: "VN", urbanity: "countryside" },
    "unknown word": { province: "Lâm Đồng", country: "VN", urbanity: "city" },
    stays: { province: "Kansai", country: null, urbanity: null },
    abroad: { province: null, country: "US", urbanity: null },
    nothing: { province: null, country: null, urbanity: null },
    "order-only": { province: null, country: null, urbanity: null }
  });
});
