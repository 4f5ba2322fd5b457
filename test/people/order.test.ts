import { group } from "d3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Row } from "../../loaders/engine/engine.js";
import { compareNames, nameSql, parseName } from "../../loaders/people/name.js";
import { nobodysNameSql } from "../../loaders/people/nobody.js";
import { DEFINITIONS } from "../support/definitions.js";
import { withPeople } from "./people.js";

const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
const contact = {
  phone: maybe("0912 345 678", "84912345678", "0987111222", "0987 111 222 / 0912345678", "******78", "0903000444"),
  email: maybe("lan@xuong.vn", "LAN@xuong.vn", "hung@xuong.vn", "noemail@x.vn")
};
const names = [
  "Nguyễn Thị Lan",
  "LAN NGUYEN THI",
  "Lan",
  "Trần Thị Lan",
  "Hùng",
  "Trần Hùng",
  "Mai",
  "Đào",
  "Khách lẻ"
];
const ids = ["A", "B", "C", "D", "E", "F", "G"];

const customers = fc.array(
  fc.record({
    customer_id: fc.constantFrom(...ids),
    name: maybe(...names),
    created: maybe("2025-01-01", "2025-02-01"),
    province: maybe("Huế", "Hà Nội"),
    consent_zalo: maybe("yes", "no"),
    consent_date: maybe("2025-03-01", "2025-04-01"),
    ...contact
  }),
  { maxLength: 14 }
);
const orders = fc.array(
  fc.record({ customer_id: maybe("A", "B", "X", "Y"), customer_name: maybe(...names), ...contact }),
  {
    maxLength: 14
  }
);
const shops = fc.record({ customers, orders }).map((shop) => ({
  customers: shop.customers,
  orders: shop.orders.map((o, i): Row => ({ ...o, product: String(i), amount: String(i), ordered_at: "2025-05-01" }))
}));

const QUERIES = [
  "SELECT * FROM customers ORDER BY customer_id",
  "SELECT product, customer_id FROM orders ORDER BY product",
  "SELECT * FROM merges ORDER BY id, other_id, rule",
  "SELECT * FROM shared_contacts ORDER BY kind, key"
];

const outcome = (read: { customers: Row[]; orders: Row[] }) =>
  withPeople(read, async ({ rows, people }) => [people, ...(await Promise.all(QUERIES.map(rows)))]);

describe("people of any shop", () => {
  test("are the same whatever the order of the rows", async () => {
    await fc.assert(
      fc.asyncProperty(shops, fc.infiniteStream(fc.nat()), async (shop, numbers) => {
        const mix = (rows: Row[]) =>
          rows
            .map((row) => ({ row, at: numbers.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
        const other = await outcome({ customers: mix(shop.customers), orders: mix(shop.orders) });
        expect(other).toEqual(await outcome(shop));
      }),
      { numRuns: 15, seed: 34 }
    );
  });

  test("lose no row and no money, are one row each, and stay apart where names differ", async () => {
    const engine = await openDuckdb();
    const folded = new Map<string, string>();
    for (const name of names) {
      const [row] = await engine.rows(
        `SELECT CASE WHEN NOT ${nobodysNameSql(engine.dialect, `'${name}'`, DEFINITIONS.nobody)} THEN ${nameSql(engine.dialect, `'${name}'`)} END AS name`
      );
      folded.set(name, String(row?.name ?? ""));
    }
    await engine.close();
    await fc.assert(
      fc.asyncProperty(shops, async (shop) => {
        await withPeople(shop, async ({ rows }) => {
          expect(await rows("SELECT count(*) AS n, COALESCE(sum(amount), 0) AS sum FROM orders")).toEqual(
            await rows("SELECT count(*) AS n, COALESCE(sum(amount), 0) AS sum FROM orders_read")
          );
          expect(await rows("SELECT customer_id FROM customers GROUP BY customer_id HAVING count(*) > 1")).toEqual([]);
          const named = await rows(
            "SELECT DISTINCT r.customer_id AS person, r.read_id AS id, c.name FROM customer_rows AS r INNER JOIN customers_read AS c ON r.read_id = c.customer_id WHERE c.name IS NOT NULL"
          );
          for (const members of group(named, (r) => r.person).values()) {
            if (new Set(members.map((m) => m.id)).size < 2) continue;
            const words = members.map((m) => parseName(folded.get(String(m.name)) ?? ""));
            const longest = words.reduce((x, y) => (y.length > x.length ? y : x), []);
            expect(words.filter((w) => compareNames(w, longest) === "other")).toEqual([]);
          }
        });
      }),
      { numRuns: 15, seed: 84 }
    );
  });
});
