import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { csvFormat, csvParse, type DSVRowArray } from "d3";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../loaders/findings/finding.js";
import type { Files } from "../support/dataset.js";
import { seeded } from "../support/seeded.js";
import { withFindings } from "../support/stages.js";

const SAMPLE = resolve(import.meta.dirname, "../../data/sample");

/** The truths that `data/sample/README.md` lists as planted, by what a headline must say of each in both languages. */
const PLANTED: [Finding["kind"], string[], string[]][] = [
  ["channel-conversion", ["Zalo"], ["Zalo"]],
  ["complaint-wave", ["Nồi chiên hơi 5 lít", "03/2026"], ["Nồi chiên hơi 5 lít", "Mar 2026"]],
  ["missing-follow-up", ["Đà Nẵng", "10/2025"], ["Đà Nẵng", "Oct 2025"]],
  ["trained-to-wait", ["SALE1111"], ["SALE1111"]]
];

/** Months stand with a blank that does not break. */
const plain = (text = "") => text.replaceAll("\u00a0", " ");

describe("a study of the sample", () => {
  let findings: Finding[] = [];
  beforeAll(async () => {
    findings = await withFindings(SAMPLE, (made) => made.findings);
  });

  it.each(PLANTED)("names the planted truth of kind %s in its headline", (kind, vi, en) => {
    const found = findings.filter((f) => f.kind === kind);
    expect(found).toHaveLength(1);
    for (const word of vi) expect(plain(found[0]?.headline.vi)).toContain(word);
    for (const word of en) expect(plain(found[0]?.headline.en)).toContain(word);
  });

  it("puts the planted truths before all else", () => {
    expect(
      findings
        .slice(0, PLANTED.length)
        .map((f) => f.kind)
        .sort()
    ).toEqual(PLANTED.map(([kind]) => kind).sort());
  });

  it("tells the numbers that the sample's own description counted", () => {
    const evidence = (kind: Finding["kind"], i: number) => findings.find((f) => f.kind === kind)?.evidence[i]?.value;
    // README: 683 of 864 Zalo leads bought, 59 complaints in March 2026, 4.3 % followed up, 82.7 % of later orders discounted.
    expect(evidence("channel-conversion", 0)).toBeCloseTo(683 / 864, 2);
    expect(evidence("complaint-wave", 0)).toBe(59);
    expect(evidence("missing-follow-up", 0)).toBeCloseTo(0.043, 2);
    expect(evidence("trained-to-wait", 0)).toBeCloseTo(0.827, 2);
  });
});

describe("the sample with its causes shuffled", () => {
  let kinds: string[] = [];
  beforeAll(async () => {
    kinds = await withFindings(await shuffledSample(), ({ findings }) =>
      findings.map((f) => `${f.kind}: ${f.headline.en}`)
    );
  });

  it.each(PLANTED)("shows nothing of kind %s", (kind) => {
    expect(kinds.filter((k) => k.startsWith(kind))).toEqual([]);
  });

  it("is still a shop of which something can be said", () => {
    expect(kinds.length).toBeGreaterThan(0);
  });
});

/** Sources dealt out anew among customers; branches and campaigns among orders; days and products among events of a kind. */
async function shuffledSample(): Promise<Files> {
  const read = async (file: string) => csvParse(await readFile(join(SAMPLE, file), "utf8"));
  const [customers, orders, events] = [await read("customers.csv"), await read("orders.csv"), await read("events.csv")];
  const random = seeded(2026);
  deal(customers, "source", (_, i) => String(i), random);
  deal(orders, "branch", (row) => row.order_id ?? "", random);
  deal(orders, "campaign", (row) => row.order_id ?? "", random);
  deal(events, "occurred_at", (_, i) => String(i), random);
  const complaints = events.filter((e) => e.kind === "complaint") as DSVRowArray;
  deal(complaints, "product", (_, i) => String(i), random);
  return {
    "customers.csv": csvFormat(customers),
    "orders.csv": csvFormat(orders),
    "events.csv": csvFormat(events),
    "costs.csv": await readFile(join(SAMPLE, "costs.csv"), "utf8")
  };
}

/** Deals the values of a column out anew among units (an order's lines keep one value). */
function deal(
  rows: DSVRowArray,
  column: string,
  unit: (row: Record<string, string>, i: number) => string,
  random: () => number
): void {
  const units = [...new Set(rows.map(unit))];
  const first = new Map<string, string>();
  for (const [i, row] of rows.entries()) if (!first.has(unit(row, i))) first.set(unit(row, i), row[column] ?? "");
  const values = units.map((u) => first.get(u) ?? "");
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j] as string, values[i] as string];
  }
  const dealt = new Map(units.map((u, i) => [u, values[i] as string]));
  for (const [i, row] of rows.entries()) row[column] = dealt.get(unit(row, i)) ?? "";
}
