import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withTables } from "../support/stages.js";

/** A row as it should be understood: the text, whether it fits, and its money (undefined: none can be read). */
interface Line {
  text: string;
  fate: "good" | "bad" | "ragged";
  money?: number;
}

const DAYS = ["2025-01-10", "2025-02-11 08:00:00", "2025-03-12T23:59:59Z", "2025-04-13"];
const BAD_DAYS = ["", "soon", "2025-02-30", "31/31/2025", "infinity"];
const MONEY: [string, number][] = [
  ["10", 10],
  ["-5.5", -5.5],
  ["0", 0],
  ['"1,250,000"', 1250000],
  ["0.01", 0.01],
  ["₫7", 7]
];
const BAD_MONEY = ["", "12a", "1.250.000", "nan", "--5", "1e300"];
const IDS = ["c1", "c2", "c3", '"c,4"', '"c""5"', '"c\n6"', "", " c7 ", "khách 8"];
const OFFERS = ["main", "chính", "UPSELL", ""];

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const row = (day: string, id: string, money: string, offer: string) => `o1,${id},${day},${money},${offer}`;

const line: fc.Arbitrary<Line> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(pick(DAYS), pick(IDS), pick(MONEY), pick(OFFERS))
      .map(([day, id, [text, money], offer]): Line => ({ text: row(day, id, text, offer), fate: "good", money }))
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick(BAD_DAYS), pick(IDS), pick(MONEY), pick(OFFERS))
      .map(([day, id, [text, money], offer]): Line => ({ text: row(day, id, text, offer), fate: "bad", money }))
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick(DAYS), pick(IDS), pick(BAD_MONEY), pick(OFFERS))
      .map(([day, id, money, offer]): Line => ({ text: row(day, id, money, offer), fate: "bad" }))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick(DAYS), pick(MONEY))
      .map(([day, [text, money]]): Line => ({ text: row(day, "c1", text, "frozen"), fate: "bad", money }))
  },
  {
    weight: 1,
    arbitrary: pick(["short", "a,b,c", "a,b,c,d,e,f"]).map((text): Line => ({ text, fate: "ragged" }))
  }
);

/** How numbers are written and what a row is are said, so that they aren't found from whatever rows come up. */
const SETTINGS = "currency: VND\nmaximumRejected: 1\nfiles: {o.csv: {numbers: dot, grain: line}}\n";

/** Days that pin the span, so that which days are far from all others doesn't hang on chance. */
const PINS: Line[] = DAYS.map((day, i) => ({ text: `pin${i},p${i},${day},1,`, fate: "good", money: 1 }));

function expected(lines: readonly Line[], keep: boolean) {
  const seen = new Set<string>();
  const sums = {
    rowsRead: lines.length,
    rowsAccepted: 0,
    rowsRejected: 0,
    rowsDuplicate: 0,
    moneyRead: 0,
    moneyAccepted: 0,
    moneyRejected: 0,
    moneyDuplicate: 0
  };
  for (const { text, fate, money = 0 } of lines) {
    const kind = fate !== "good" ? "Rejected" : seen.has(text) && !keep ? "Duplicate" : "Accepted";
    if (kind === "Accepted") seen.add(text);
    sums[`rows${kind}`]++;
    sums[`money${kind}`] += fate === "ragged" ? 0 : money;
    sums.moneyRead += fate === "ragged" ? 0 : money;
  }
  return Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, expect.closeTo(value, 4)]));
}

describe("no row and no money is lost", () => {
  test.each([
    ["second copies are set aside", "drop", "\n"],
    ["second copies are kept", "keep", "\n"],
    ["lines end in CRLF", "drop", "\r\n"]
  ])("in any messy file, where %s", async (_, duplicates, end) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 60 }), async (lines) => {
        const all = [...PINS, ...lines];
        const files = {
          "o.csv":
            [
              "order_id,customer_id,date,amount,offer",
              ...all.map((l) => (end === "\n" ? l.text : l.text.replaceAll("\n", " ")))
            ].join(end) + end,
          "segbook.yml": `${SETTINGS}duplicates: ${duplicates}\n`
        };
        await withTables(files, async ({ engine, tables }) => {
          const [count] = tables.files;
          expect(count).toMatchObject(expected(all, duplicates === "keep"));
          const [orders] = await engine.rows("SELECT count(*) AS n, sum(amount) AS money FROM orders_read");
          expect([orders?.n, orders?.money]).toEqual([count?.rowsAccepted, count?.moneyAccepted]);
        });
      }),
      { numRuns: 25 }
    );
  });

  test("each bad row is listed at its place, ragged ones too", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (lines) => {
        const all = [...PINS, ...lines];
        const files = {
          "o.csv": ["order_id,customer_id,date,amount,offer", ...all.map((l) => l.text)].join("\n"),
          "segbook.yml": `${SETTINGS}duplicates: drop\n`
        };
        await withTables(files, async ({ tables }) => {
          const wrong = all.flatMap(({ fate }, i) => (fate === "good" ? [] : [i + 2]));
          expect([...new Set(tables.rejects.map((r) => r.row))]).toEqual(wrong);
        });
      }),
      { numRuns: 25 }
    );
  });
});

test("money of set-aside rows is known by file and reason", async () => {
  const text =
    "order_id,customer_id,date,amount,offer\no1,c1,2025-01-10,5,\no2,c2,soon,7,\no3,c3,later,8,frozen\no4,c4,2025-01-11,9,frozen\n";
  await withTables({ "o.csv": text, "segbook.yml": "currency: VND\nmaximumRejected: 1\n" }, async ({ tables }) => {
    expect(tables.rejectedMoney).toEqual({ "o.csv\tunreadable-date": 15, "o.csv\tunknown-value": 9 });
  });
});

test("the share of rows with a value is of those accepted", async () => {
  const text = "order_id,customer_id,date,amount,offer\no1,c1,2025-01-10,5,main\no2,,2025-01-10,7,\no3,,soon,8,\n";
  await withTables({ "o.csv": text, "segbook.yml": "currency: VND\nmaximumRejected: 1\n" }, async ({ tables }) => {
    expect(tables.files[0]?.filled).toEqual({ order_id: 1, customer_id: 0.5, ordered_at: 1, amount: 1, offer: 0.5 });
  });
});
