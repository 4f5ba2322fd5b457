import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../loaders/dataset/read.js";
import type { Row } from "../../loaders/engine/engine.js";
import { computeFeatures } from "../../loaders/features/compute.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { computePeople } from "../../loaders/people/compute.js";
import { assignSegments } from "../../loaders/segments/compute.js";
import { describeReason } from "../../loaders/segments/describe-reason.js";
import type { Reason, ReasonCondition } from "../../loaders/segments/reason.js";
import { writeReasons } from "../../loaders/segments/reason-words.js";
import { readReasons } from "../../loaders/segments/reasons.js";
import { computeTables } from "../../loaders/tables/compute.js";
import { describeFirm } from "../../loaders/tables/firm.js";
import { formats } from "../../src/terms/format.js";
import { DEFINITIONS } from "../support/definitions.js";
import { sampleShop, shopFiles } from "../support/shop.js";
import { share, type ToSegments, withSegments } from "../support/stages.js";
import { openWasm } from "../support/wasm.js";

/** A branch with every sign that means something in SQL, JSON or CSV. */
const ODD = `Hà "Nội" \\ 'n', \u0001 {x}`;
const shop = sampleShop(11, { people: [40, 40], orders: 150, events: 100 });
const FILES = shopFiles(
  {
    ...shop,
    customers: shop.customers.map((c) => ({ ...c, branch: c.branch === "Hà Nội" ? ODD : String(c.branch) }))
  },
  {
    "schemes/own.yaml": `id: own
label: { vi: Riêng, en: Own }
question: { vi: Ai?, en: Who? }
groups:
  - { id: here, label: { vi: a, en: a }, description: { vi: d, en: d }, rule: { all: ["branch is known", { none: ["branch in [Đà Nẵng, Huế]", "orders_count > 50"] }] } }
  - { id: there, label: { vi: b, en: b }, description: { vi: d, en: d }, rule: { any: ["branch != x", "rating_average > 9"] } }
`
  }
);

const made = share(withSegments, FILES);
let reasons: Map<string, Map<string, Reason>>;
let written: Row[];

beforeAll(async () => {
  reasons = await readReasons(made().engine, made());
  written = await readWritten(made());
});

describe("a reason", () => {
  test("states conditions that are true of the customer's features just where it says that they hold", async () => {
    const features = await made().engine.rows(
      "SELECT p.customer_id, f.* FROM features AS f INNER JOIN people AS p ON f.person = p.person"
    );
    // A quantile that few people are behind, or beside, is no bar that may be told.
    const hidden = Object.entries(made().segments.found).flatMap(([key, bar]) =>
      bar === null ? key.split(".")[0] : []
    );
    let checked = 0;
    for (const row of features)
      for (const [scheme, reason] of reasons.get(String(row.customer_id)) ?? [])
        for (const condition of reason.conditions) {
          if (isUntold(condition)) {
            expect(hidden, JSON.stringify(condition)).toContain(scheme);
            continue;
          }
          // Of what no column tells nothing holds, nor fails to, but that it is unknown.
          const lacks = made().features.lacking.has(condition.feature) && condition.operator !== "unknown";
          const truth = lacks ? null : isTrue(condition, row);
          expect(condition.holds, JSON.stringify(condition)).toBe(truth);
          checked++;
        }
    expect(checked).toBeGreaterThan(500);
  });

  test("of a group has a condition that holds; that of a rest has none", () => {
    for (const [, of] of reasons)
      for (const { group, conditions } of of.values())
        expect(conditions.some((c) => c.holds)).toBe(group !== "others" && group !== "not-enough-data");
  });

  test("is written with the words that its value has, in both languages, and as that value", () => {
    expect(written).toHaveLength(40 * made().definitions.schemes.length);
    for (const row of written) {
      const reason = reasons.get(String(row.customer_id))?.get(String(row.scheme));
      if (!reason) throw new Error(`no reason: ${row.customer_id}`);
      const words = (lang: "vi" | "en") => describeReason(reason, made().definitions, formats(lang, "VND"));
      expect([row.group, row.reason, row.reason_vi, row.reason_en]).toEqual([
        reason.group,
        words("vi"),
        words("vi"),
        words("en")
      ]);
      expect(JSON.parse(String(row.conditions))).toEqual([
        ...reason.conditions,
        ...reason.missing.map((missing) => ({ missing }))
      ]);
    }
  });

  test("keeps texts of the data as they are", () => {
    const odd = written.filter((row) => row.scheme === "own" && row.group === "here");
    expect(odd.length).toBeGreaterThan(5);
    for (const row of odd) {
      expect(JSON.parse(String(row.conditions))[0].actual).toBe(branchOf(String(row.customer_id)));
      expect(row.reason_en).toContain(`branch: ${branchOf(String(row.customer_id))}`);
    }
  });
});

test("reasons are the same in the browser's database", async () => {
  const engine = await openWasm();
  const dataset = await readDataset(holdFiles("shop", FILES), DEFINITIONS);
  const { settings } = dataset;
  const few = ["own", "profit-tier", "sales-groups"];
  const schemes = dataset.definitions.schemes.filter(({ id }) => few.includes(id));
  const definitions = { ...dataset.definitions, schemes };
  const tables = await computeTables(engine, dataset);
  await computePeople(engine, tables, dataset);
  const features = await computeFeatures(engine, tables, settings, definitions);
  const segments = await assignSegments(engine, definitions, features, describeFirm(dataset, tables).minimum);
  const rows = await readWritten({ engine, definitions, features, segments });
  expect(rows).toEqual(written.filter((row) => few.includes(String(row.scheme))));
  await engine.close();
});

type Reasoned = Pick<ToSegments, "engine" | "definitions" | "features" | "segments">;

async function readWritten(study: Reasoned): Promise<Row[]> {
  return study.engine.rows(await writeReasons(study.engine, study, "VND"));
}

function branchOf(id: string): string {
  return reasons.get(id)?.get("own")?.conditions[0]?.actual as string;
}

function isUntold({ operator, bar }: ReasonCondition): boolean {
  return bar === null && operator !== "known" && operator !== "unknown";
}

/** Whether a condition is true of a row, told apart from the SQL that decided it. */
function isTrue({ feature, operator, bar }: ReasonCondition, row: Row): boolean | null {
  const value = row[feature] ?? null;
  if (operator === "known") return value !== null;
  if (operator === "unknown") return value === null;
  if (value === null || bar === null) return null;
  const same = (a: unknown) => (typeof a === "number" ? a === Number(value) : a === value);
  switch (operator) {
    case "in":
      return [bar].flat().some(same);
    case "not in":
      return ![bar].flat().some(same);
    case "=":
      return same(bar);
    case "!=":
      return !same(bar);
    case ">=":
      return Number(value) >= Number(bar);
    case "<=":
      return Number(value) <= Number(bar);
    case ">":
      return Number(value) > Number(bar);
    case "<":
      return Number(value) < Number(bar);
  }
}
