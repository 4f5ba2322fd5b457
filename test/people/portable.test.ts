import { beforeAll, describe, expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { computePeople } from "../../loaders/people/compute.js";
import { renderMergesCsv } from "../../loaders/people/merges.js";
import { addressTailSql, urbanitySql } from "../../loaders/people/places/address.js";
import { FORBIDDEN, functionsIn, record } from "../engine/portable.js";
import { DEFINITIONS } from "../support/definitions.js";
import { makeTables } from "./people.js";

let written: string[] = [];
beforeAll(async () => {
  const engine = await openDuckdb();
  const tables = await makeTables(engine, {
    customers: [
      { customer_id: "A", name: "Lan", phone: "0912345678", email: "lan@xuong.vn", consent_zalo: "yes" },
      { customer_id: "A", name: "Lan", phone: "0912345678", email: "lan@xuong.vn", consent_zalo: "no" }
    ],
    orders: [{ phone: "0912345678", customer_name: "Nguyễn Lan", ordered_at: "2026-01-01", amount: "1" }]
  });
  const recording = record(engine);
  await computePeople(recording.engine, tables, {
    settings: { people: { apart: [["A", "B"]] } },
    definitions: DEFINITIONS
  });
  await renderMergesCsv(recording.engine);
  const places = { ward: "ward", district: "district", address: "address" };
  await recording.engine.rows(
    `SELECT ${urbanitySql(recording.engine.dialect, places)} AS u, ${addressTailSql(recording.engine.dialect, "address")} AS t FROM customers`
  );
  written = recording.written;
  await engine.close();
});

describe("the SQL of people and places", () => {
  test("calls only what every database has", () => {
    const known = ["coalesce", "count", "lower", "max", "min", "nullif", "row_number", "substr", "sum", "trim"];
    const called = new Set(written.flatMap(functionsIn));
    expect([...called].filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(Object.entries(FORBIDDEN))("is free of %s", (_, pattern) => {
    expect(written.filter((sql) => pattern.test(sql))).toEqual([]);
  });
});
