import { describe, expect, it, test } from "vitest";
import { readReasons } from "../../loaders/segments/reasons.js";
import type { Files } from "../support/dataset.js";
import { DEFINITIONS } from "../support/definitions.js";
import {
  readFiles,
  type ToSegments,
  type ToSummaries,
  withPlaybooks,
  withSegments,
  withSummaries
} from "../support/stages.js";

const ORDERS = `order_id,customer_id,ordered_at,amount,discount
1,An,2025-01-10,100,0
2,An,2025-02-10,300,0
3,Binh,2025-02-10,100,50
4,Chi,2025-03-01,40,0
`;
/** Dung never ordered; nobody's source is known but An's. */
const CUSTOMERS = "customer_id,source\nAn,Zalo OA\nBinh,\nChi,\nDung,\n";

const own = (groups: string, id = "own", thresholds = "") => `id: ${id}
label: { vi: Riêng, en: Own }
question: { vi: Ai?, en: Who? }
${thresholds}groups:
${groups}`;
const group = (id: string, rule: string) =>
  `  - { id: ${id}, label: { vi: ${id}, en: ${id} }, description: { vi: d, en: d }, rule: ${rule} }\n`;

async function places(made: ToSegments, scheme: string): Promise<Record<string, string>> {
  const reasons = await readReasons(made.engine, made);
  return Object.fromEntries(
    [...reasons].map(([who, of]) => {
      const { group, conditions, missing } = of.get(scheme) ?? { group: "", conditions: [], missing: [] };
      const told = conditions.map((c) => `${c.feature} ${c.actual} ${c.operator} ${c.bar} ${c.holds}`);
      return [who, `${group}: ${[...told, ...missing].join("; ")}`];
    })
  );
}

/** Nothing here is about the built-in schemes. */
const OWN = { schemes: ["own"] };

const files = (more: Files): Files => ({ "orders.csv": ORDERS, "customers.csv": CUSTOMERS, ...more });

describe("three-valued logic", () => {
  const decide = (rules: [string, string][]) =>
    withSegments(
      files({ "schemes/own.yaml": own(rules.map(([id, rule]) => group(id, rule)).join("")) }),
      async (made) => {
        const found = await places(made, "own");
        return Object.fromEntries(Object.entries(found).map(([who, text]) => [who, text.split(":")[0]]));
      },
      OWN
    );

  it("puts whom no rule takes, though all values are there, among the others", async () => {
    expect(await decide([["big", '"revenue_value >= 300"']])).toEqual({
      An: "big",
      Binh: "others",
      Chi: "others",
      Dung: "others"
    });
  });

  it("says not enough data where a value the rule needs is missing", async () => {
    // An's source is known and no Facebook; of the three others nothing is known. Dung has no recency.
    expect(
      await decide([
        ["fb", '"source = facebook"'],
        ["fresh", '"recency_days <= 5"']
      ])
    ).toEqual({ An: "others", Binh: "not-enough-data", Chi: "fresh", Dung: "not-enough-data" });
  });

  it("decides by what is known where that is enough: false and unknown is false, true or unknown is true", async () => {
    const rules: [string, string][] = [
      ["either", '{ any: ["orders_count >= 2", "source = facebook"] }'],
      ["both", '{ all: ["orders_count >= 1", "source = zalo"] }']
    ];
    // Dung: either is unknown (0 orders or unknown source), both is false (0 orders and …): undecided.
    expect(await decide(rules)).toEqual({
      An: "either",
      Binh: "not-enough-data",
      Chi: "not-enough-data",
      Dung: "not-enough-data"
    });
    expect(await decide([["both", '{ all: ["orders_count >= 1", "source = zalo"] }']])).toMatchObject({
      An: "both",
      Dung: "others"
    });
  });

  it("never counts an unknown as none", async () => {
    expect(await decide([["no-zalo", '{ none: ["source = zalo"] }']])).toEqual({
      An: "others",
      Binh: "not-enough-data",
      Chi: "not-enough-data",
      Dung: "not-enough-data"
    });
  });

  it("can ask whether something is known at all", async () => {
    expect(
      await decide([
        ["named", '"source is known"'],
        ["nameless", '"source is unknown"']
      ])
    ).toEqual({ An: "named", Binh: "nameless", Chi: "nameless", Dung: "nameless" });
  });

  it("has not enough data for anybody when no file carries the column", async () => {
    const text = own(group("rated", '"rating_average >= 4"'));
    const found = await withSegments(files({ "schemes/own.yaml": text }), (made) => places(made, "own"), OWN);
    expect(new Set(Object.values(found))).toEqual(new Set(["not-enough-data: events.value"]));
  });
});

test("a reason carries all conditions of the rule, with the actual values, and whether they hold", async () => {
  const text = own(
    group(
      "steady",
      '{ all: ["orders_count >= 2", { any: ["recency_days <= 60", "revenue_value >= 1000"] }, { none: ["source = facebook"] }] }'
    ) + group("cheap", '"discount_orders_share > 0.5"')
  );
  // An: 2 orders, last one 19 days before 1 March 2025; the revenue of 400 doesn't hold.
  // Binh: one order, 50 off a list value of 150.
  expect(await withSegments(files({ "schemes/own.yaml": text }), (made) => places(made, "own"), OWN)).toMatchObject({
    An: "steady: orders_count 2 >= 2 true; recency_days 19 <= 60 true; revenue_value 400 >= 1000 false; source zalo != facebook true",
    Binh: "cheap: discount_orders_share 1 > 0.5 true",
    Chi: "others: "
  });
});

describe("a firm's own scheme", () => {
  it("of a built-in id takes that one's place", async () => {
    const text = own(group("vip", '"revenue_value >= 100"'), "sales-groups");
    const shop = files({ "schemes/counter.yaml": text });
    const { schemes } = (await readFiles(shop)).definitions;
    expect(schemes.filter((s) => s.id === "sales-groups").map((s) => s.groups.map((g) => g.id))).toEqual([["vip"]]);
    expect(schemes.map((s) => s.id)).toEqual(DEFINITIONS.schemes.map((s) => s.id));
    await withPlaybooks(
      shop,
      async (made) => {
        expect(made.playbooks.map((p) => `${p.lang} ${p.group}`)).toEqual(["vi vip", "en vip"]);
        expect(await places(made, "sales-groups")).toMatchObject({
          An: expect.stringMatching(/^vip/),
          Chi: expect.stringMatching(/^others/)
        });
      },
      { schemes: ["sales-groups"] }
    );
  });

  it("of a new id follows the built-in ones and has its playbooks, trend and cross-tab", async () => {
    const shop = files({ "schemes/own.yaml": own(group("vip", '"revenue_value >= 100"')) });
    const { schemes } = (await readFiles(shop)).definitions;
    expect(schemes.map((s) => s.id)).toEqual([...DEFINITIONS.schemes.map((s) => s.id), "own"]);
    await withPlaybooks(
      shop,
      ({ history, firm, segments, playbooks }) => {
        expect(history.trend.filter((t) => t.scheme === "own" && t.date === firm.asOf)).toEqual([
          { scheme: "own", group: "others", date: "2025-03-01", customers: 2 },
          { scheme: "own", group: "vip", date: "2025-03-01", customers: 2 }
        ]);
        expect(segments.cross.some((c) => c.schemeA === "rfm" && c.schemeB === "own")).toBe(true);
        expect(playbooks.filter((p) => p.scheme.id === "own")).toHaveLength(2);
      },
      { schemes: ["rfm", "own"] }
    );
  });
});

test("thresholds of the settings replace the defaults, in rules and in words", async () => {
  const thresholds =
    "thresholds:\n  - { id: many, label: { vi: a, en: a }, unit: count, default: 1, range: [1, 9], reason: { vi: a, en: a } }\n";
  const text = own(group("often", '"orders_count >= {many}"'), "own", thresholds);
  const often = ({ summaries }: ToSummaries) =>
    summaries.groups.find((g) => g.scheme === "own" && g.group === "often")?.numbers.customers;
  const base = files({ "schemes/own.yaml": text, "segbook.yml": "minimumGroup: 1\n" });
  expect(await withSummaries(base, often, OWN)).toBe(3);
  await withPlaybooks(
    { ...base, "segbook.yml": "minimumGroup: 1\nthresholds:\n  own: { many: 2 }\n  seven-states: { fan_orders: 3 }\n" },
    (made) => {
      expect(often(made)).toBe(1);
      expect(made.playbooks.find((p) => p.scheme.id === "own" && p.lang === "en")?.rule).toBe("orders ≥ 2");
      expect(
        made.definitions.schemes.find((s) => s.id === "seven-states")?.thresholds.find((t) => t.id === "fan_orders")
      ).toMatchObject({ value: 3, default: 6 });
    },
    { schemes: ["own", "seven-states"] }
  );
});
