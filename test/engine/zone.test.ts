import { expect, test } from "vitest";
import { literal } from "../../loaders/engine/dialect.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { duckdbDialect as d } from "../../loaders/engine/duckdb-dialect.js";
import { zoneOffsets } from "../../loaders/engine/zone.js";

test("Vietnam has kept its clocks since before 1990", () => {
  expect(zoneOffsets("Asia/Ho_Chi_Minh").map((o) => o.minutes)).toEqual([420]);
  expect(zoneOffsets("UTC").map((o) => o.minutes)).toEqual([0]);
  expect(zoneOffsets("Asia/Kathmandu").map((o) => o.minutes)).toEqual([345]);
});

test("a change of clocks is found to the minute", () => {
  const offsets = zoneOffsets("America/New_York");
  const spring = offsets.find((o) => o.from > Date.UTC(2026, 0, 1) / 60_000);
  expect(spring).toEqual({ from: Date.UTC(2026, 2, 8, 7) / 60_000, minutes: -240 });
  expect(new Set(offsets.map((o) => o.minutes))).toEqual(new Set([-300, -240]));
});

// The database in this process knows time zones by itself; the one in a browser doesn't.
test.each(["Asia/Ho_Chi_Minh", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia"])(
  "days in %s are those that the database's own time zones give",
  async (zone) => {
    const engine = await openDuckdb();
    try {
      const stamps = `SELECT strftime(TIMESTAMP '1990-01-01' + to_minutes(n * 7919), '%Y-%m-%dT%H:%M:00Z') AS stamp FROM ${d.series(2400)} AS s`;
      const own = `CAST(timezone(${literal(zone)}, CAST(stamp AS TIMESTAMPTZ)) AS DATE)`;
      expect(
        await engine.rows(
          `SELECT stamp, ${own} AS own FROM (${stamps}) AS t WHERE ${d.tryDay("stamp", "iso", zone)} IS DISTINCT FROM ${own}`
        )
      ).toEqual([]);
    } finally {
      await engine.close();
    }
  }
);
