import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inProject } from "../../loaders/store/project.js";
import { run } from "./run.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "segbook-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a template must say of itself. */
const FRONT = `---
title: x
summary: x
goal: x
kpi: { number: repeat_share, direction: up, change: 0.1, why: x }
next: loyal
next_sign: x
stale_after_days: 30
---
`;
const HEAD = "order_id,customer_id,ordered_at,product,quantity,amount";
const line = (i: number, more: Partial<Record<"customer" | "day" | "amount", string>> = {}) =>
  `D${i},${more.customer ?? `K${String(i % 7).padStart(4, "0")}`},${more.day ?? `2024-0${1 + (i % 6)}-1${i % 9}`},Ghế ${i % 3},1,${more.amount ?? String(100_000 + i)}`;
const lines = (count: number, more?: Parameters<typeof line>[1]) =>
  [HEAD, ...Array.from({ length: count }, (_, i) => line(i + 1, more))].join("\n");

async function study(files: Record<string, string>, ...args: string[]) {
  const data = join(folder, "shop");
  await mkdir(data, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(data, file, ".."), { recursive: true });
    await writeFile(join(data, file), text);
  }
  return run("study", "--lang", "en", "--data", data, "--out", join(folder, "out"), ...args);
}

describe("bad input ends with 1, every problem on a line, no stack trace, nothing written", () => {
  const replace = (text: string, row: number, by: string) =>
    text
      .split("\n")
      .map((l, i) => (i + 1 === row ? by : l))
      .join("\n");
  test.each<[string, Record<string, string>, RegExp[]]>([
    ["no orders at all", { "notes.md": "x" }, [/expected: a file that tells of customers: orders/]],
    [
      "a file named in the settings that isn't there",
      { "orders.csv": lines(30), "segbook.yml": "files: {gone.csv: {table: events}}" },
      [/^gone\.csv · expected: the file named in segbook\.yml/m]
    ],
    ["an empty file", { "orders.csv": lines(30), "events.csv": "" }, [/^events\.csv · expected: a heading row/m]],
    ["headings only", { "orders.csv": `${HEAD}\n` }, [/^orders\.csv · expected: at least one row/m]],
    [
      "a column that is missing",
      { "orders.csv": "order_id,ordered_at,amount\nD1,2024-01-01,5\n" },
      [
        /^orders\.csv · .*its headings are: order_id, ordered_at, amount/m,
        /expected: an answer in place of “\?”: orders, customers, events, costs, ignore/
      ]
    ],
    [
      "too many unreadable dates",
      { "orders.csv": lines(30, { day: "yesterday" }) },
      [/^orders\.csv · column ordered_at · got “yesterday” · expected: days written in one way .*only 0 of 30 cells/m]
    ],
    [
      "too many unreadable amounts",
      { "orders.csv": lines(30, { amount: "12a" }) },
      [/^orders\.csv · row 2 · column amount · got “12a” · expected: a number/m]
    ],
    [
      "a rule with an unknown column",
      { "orders.csv": lines(30), "schemes/own.yaml": scheme("no_such_feature > 3") },
      [/^schemes\/own\.yaml · .*got “no_such_feature”/m]
    ],
    [
      "a template that is no Liquid",
      { "orders.csv": lines(30), "templates/vi/rfm/new.md": `${FRONT}{% if %}\n{{ x | }` },
      [/^templates\/vi\/rfm\/new\.md · row \d+/m]
    ],
    [
      "settings that are wrong",
      { "orders.csv": lines(30), "segbook.yml": "currency: dong\nminimumGroup: -1\n" },
      [/^segbook\.yml · row 1 · column currency/m, /^segbook\.yml · row 2 · column minimumGroup/m]
    ],
    ["no customers", { "orders.csv": lines(30, { customer: "" }) }, [/at least one row that names a customer/]],
    [
      "several problems at once",
      { "orders.csv": `${HEAD}\n`, "events.csv": "", "segbook.yml": "currency: dong" },
      [
        /orders\.csv/,
        /events\.csv/,
        /segbook\.yml/,
        /expected: a file that tells of customers: orders/,
        /^4 problems\.$/m
      ]
    ],
    [
      "a date that could be two",
      { "orders.csv": replace(lines(30, { day: "03/04/2024" }), 2, line(1, { day: "05/06/2024" })) },
      [/^mapping\.yml · row \d+ · .*got “05\/06\/2024” · expected: .*dmy \(2024-06-05\) \/ mdy \(2024-05-06\)/m]
    ]
  ])("%s", async (_, files, expected) => {
    const { code, errors } = await study(files);
    for (const pattern of expected) expect(errors).toMatch(pattern);
    expect(errors).not.toMatch(/\n\s+at |Program error/);
    expect(code).toBe(1);
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect(await readdir(folder)).toEqual(["shop"]);
  });
});

describe("thin input is not bad input", () => {
  test.each<[string, Record<string, string>, (s: { customers: number; orders: number }) => void]>([
    ["one customer", { "orders.csv": lines(9, { customer: "K0001" }) }, (s) => expect(s.customers).toBe(1)],
    ["one order", { "orders.csv": lines(1) }, (s) => expect(s.orders).toBe(1)],
    ["all orders on one day", { "orders.csv": lines(30, { day: "2024-03-03" }) }, (s) => expect(s.customers).toBe(7)],
    [
      "negative amounts",
      { "orders.csv": `${lines(30)}\n${line(31, { amount: "-50000" })}` },
      (s) => expect(s.orders).toBeGreaterThan(29)
    ]
  ])("%s", async (_, files, check) => {
    const { code, errors } = await study(files);
    expect(errors).not.toMatch(/\n\s+at |NaN|undefined/);
    expect(code, errors).toBe(0);
    check(JSON.parse(await readFile(join(folder, "out", "study.json"), "utf8")));
  });
});

test("single bad cells are set aside and listed, the study goes on", async () => {
  const files = {
    "orders.csv": [
      lines(200),
      line(201, { amount: "12a" }),
      line(202, { day: "2024-13-45" }),
      line(203, { day: "2199-01-01" })
    ].join("\n")
  };
  const { code, errors } = await study(files);
  expect(code, errors).toBe(0);
  expect(errors).toMatch(/orders\.csv · row 202 · column amount · got “12a”/);
  expect(errors).toMatch(/orders\.csv · row 203 · column ordered_at · got “2024-13-45”/);
  expect(errors).toMatch(/orders\.csv · row 204 · column ordered_at/);
  const rejects = await readFile(join(folder, "out", "rejects.csv"), "utf8");
  expect(rejects.trim().split("\n")).toHaveLength(4);
});

test("of many bad cells of a file the first 20 are listed and the others counted", async () => {
  const { code, errors } = await study({
    "orders.csv": [lines(300), ...Array.from({ length: 30 }, (_, i) => line(301 + i, { amount: "12a" }))].join("\n")
  });
  expect(code, errors).toBe(0);
  expect(errors.match(/got “12a”/g)).toHaveLength(20);
  expect(errors).toContain("orders.csv: 10 more problems, see rejects.csv");
});

test("results replace those of the last run, with the same bytes", async () => {
  const files = { "orders.csv": lines(60) };
  expect((await study(files)).code).toBe(0);
  const read = () =>
    Promise.all(
      ["study.json", "segments.csv", "membership.parquet", "features.parquet", "rejects.csv"].map((file) =>
        readFile(join(folder, "out", file), "base64")
      )
    );
  const first = await read();
  expect((await study(files)).code).toBe(0);
  expect(await read()).toEqual(first);
  expect((await readdir(folder)).sort()).toEqual(["out", "shop"]);
});

describe("wrong arguments end with 2 and tell how to call it", () => {
  test.each<[string, string[], RegExp]>([
    ["no --out", [], /--out is missing/],
    ["an unknown option", ["--out", "x", "--loud"], /--loud/],
    ["a surplus word", ["--out", "x", "y"], /wrong arguments/],
    ["a language that isn't there", ["--out", "x", "--lang", "fr"], /--lang/],
    ["a memory limit that is none", ["--out", "x", "--memory", "lots"], /--memory/],
    [
      "data and results in one place",
      ["--out", inProject("data", "sample", "out"), "--data", inProject("data", "sample")],
      /apart|rời nhau/
    ],
    [
      "a folder of somebody else's files",
      ["--out", inProject("docs", ".."), "--data", inProject("data", "sample")],
      /apart|rời nhau/
    ]
  ])("%s", async (_, args, expected) => {
    const { code, errors } = await run("study", ...(args.includes("--lang") ? [] : ["--lang", "en"]), ...args);
    expect(errors).toMatch(expected);
    expect(errors).toMatch(/npm run study --/);
    expect(code).toBe(2);
  });

  test("other files in --out stay where they are", async () => {
    const out = join(folder, "out");
    await mkdir(out);
    await writeFile(join(out, "thesis.docx"), "x");
    const { code, errors } = await study({ "orders.csv": lines(30) });
    expect(code).toBe(2);
    expect(errors).toContain("thesis.docx");
    expect(await readdir(out)).toEqual(["thesis.docx"]);
  });
});

test("messages are Vietnamese unless asked otherwise", async () => {
  const { code, errors } = await run("study");
  expect(code).toBe(2);
  expect(errors).toContain("thiếu --out");
});

function scheme(rule: string): string {
  return `id: own
label: { vi: "Riêng", en: "Own" }
question: { vi: "Ai?", en: "Who?" }
groups:
  - id: few
    label: { vi: "Ít", en: "Few" }
    description: { vi: "Ít", en: "Few" }
    rule: "${rule}"
`;
}
