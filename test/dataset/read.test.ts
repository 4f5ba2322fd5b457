import { describe, expect, test } from "vitest";
import { describeIssue } from "../../loaders/issues/issue.js";
import { openFolder } from "../../loaders/store/disk.js";
import { csv, issuesOf, readFiles } from "../support/stages.js";
import { withStudy } from "../support/study.js";

const ORDERS = csv("order_id,customer_id,date,amount", "o1,c1,2025-01-01,10", "o2,c2,2025-01-02,20");
const seen = (issues: readonly { code: string; file: string }[]) =>
  issues.map(({ code, file }) => `${file}: ${code}`).sort();

describe("a folder is understood", () => {
  test("file by file, in the order of their names, whatever else lies there", async () => {
    const dataset = await readFiles({
      "orders.csv": ORDERS,
      "customers.csv": csv("id,name", "c1,An"),
      "README.md": "not data",
      "readme.txt": "not data either",
      ".hidden.csv": "x",
      "notes.yaml": "a: 1",
      "deeper/orders.csv": "x"
    });
    expect(dataset.files.map(({ file, table }) => [file, table])).toEqual([
      ["customers.csv", "customers"],
      ["orders.csv", "orders"]
    ]);
    expect(dataset.files[1]).toMatchObject({
      columns: { order_id: "order_id", customer_id: "customer_id", ordered_at: "date", amount: "amount" },
      ignored: [],
      dates: "iso"
    });
  });

  test("with the columns and tables that settings name", async () => {
    const dataset = await readFiles({
      "o.csv": csv("who,when,much,date", "c1,2025-01-01,5,x"),
      "junk.csv": csv("a,b", "1,2"),
      "segbook.yml":
        "files:\n  o.csv: {table: orders, columns: {customer_id: who, ordered_at: when, amount: much}}\n  junk.csv: {table: ignore}\n"
    });
    expect(dataset.files).toMatchObject([
      { file: "o.csv", columns: { customer_id: "who", ordered_at: "when", amount: "much" }, ignored: ["date"] }
    ]);
  });

  test.each([
    ["2025-01-31", "iso"],
    ["2025-1-5 10:00", "iso"],
    ["20250131", "ymd-compact"],
    ["31/01/2025", "dmy"],
    ["01/31/2025", "mdy"],
    ["31-Jan-25", "named"],
    ["45688.5", "serial"],
    ["05/05/2025", "dmy"]
  ])("days such as %s are %s at first sight", async (day, dates) => {
    const dataset = await readFiles({ "o.csv": csv("order_id,customer_id,date,amount", `o1,c1,${day},5`) });
    expect(dataset.files[0]?.dates).toBe(dates);
  });
});

describe("what can't be used", () => {
  test("is listed all at once: settings and every file", async () => {
    const issues = await issuesOf(
      readFiles({
        "empty.csv": "",
        "headings.csv": "customer_id,date,amount\n",
        "single.csv": "customer\nc1\n",
        "strange.csv": csv("x,y", "1,2"),
        "picture.png": "PNG",
        "segbook.yml": "stage: 9\nfiles:\n  gone.csv: {table: orders}\n"
      })
    );
    expect(seen(issues)).toEqual([
      "empty.csv: empty-file",
      "gone.csv: missing-file",
      "headings.csv: header-only",
      "picture.png: one-column",
      "segbook.yml: settings",
      "single.csv: one-column",
      "strange.csv: unknown-table"
    ]);
  });

  test("a folder that isn't there", async () => {
    const folder = "/nowhere/at/all";
    expect(await issuesOf(openFolder(folder))).toEqual([{ code: "missing-folder", file: folder }]);
  });

  test("a column of the settings that doesn't exist, in the file or at all", async () => {
    const issues = await issuesOf(
      readFiles({
        "orders.csv": ORDERS,
        "segbook.yml": "files:\n  orders.csv: {columns: {amount: Sum, colour: date}}\n"
      })
    );
    expect(issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "unknown-heading", file: "orders.csv", column: "amount", got: "Sum" }),
        expect.objectContaining({ code: "settings", got: "colour" })
      ])
    );
  });

  test.each([
    ["customer_id", "order_id,date,amount"],
    ["ordered_at", "order_id,customer,amount"],
    ["amount", "order_id,customer,date,quantity"]
  ])("orders without %s, saying which headings there are", async (column, headings) => {
    const issues = await issuesOf(
      readFiles({
        "o.csv": csv(headings, headings.replace(/\w+/g, "1")),
        "segbook.yml": "files:\n  o.csv: {table: orders}\n"
      })
    );
    expect(issues[0]).toMatchObject({ code: "missing-column", file: "o.csv", column });
    expect(issues[0] && describeIssue(issues[0], "en")).toContain(headings.split(",").join(", "));
  });

  test("every issue of the list says where, what was expected and what to do", async () => {
    const issues = await issuesOf(readFiles({ "a.csv": "", "b.csv": csv("x,y", "1,2") }));
    for (const issue of issues) expect(describeIssue(issue, "en")).toMatch(/^.+ · expected: .+ · do this: .+$/);
  });
});

/** Bad input as people bring it, through the whole study. */
describe("a study ends with issues, not with a crash, given", () => {
  const few = (count: number, amount: (i: number) => string | number = () => 10) =>
    csv(
      "order_id,customer_id,date,amount",
      ...Array.from({ length: count }, (_, i) => `o${i},c${i % 5},2025-01-${10 + (i % 15)},${amount(i)}`)
    );

  test.each<[string, Record<string, string>, string]>([
    ["no data file", { "notes.md": "none yet" }, "nothing-to-compute"],
    ["an empty file", { "o.csv": "" }, "empty-file"],
    ["headings only", { "o.csv": "order_id,customer_id,date,amount\n" }, "header-only"],
    [
      "no readable date",
      { "o.csv": csv("order_id,customer_id,date,amount", "o1,c1,soon,5", "o2,c2,later,5") },
      "unreadable-dates"
    ],
    ["amounts like 12a", { "o.csv": few(10, () => "12a") }, "too-many-rejected"],
    ["ambiguous days", { "o.csv": csv("order_id,customer_id,date,amount", "o1,c1,01/02/2025,5") }, "ambiguous-dates"],
    [
      "a quote that never closes",
      { "o.csv": `${few(20)}o99,"c9,2025-01-01,5\n${few(5).split("\n").slice(1).join("\n")}` },
      "open-quote"
    ],
    [
      "an unknown feature in a rule",
      {
        "o.csv": few(10),
        "schemes/own.yaml":
          "id: own\nlabel: {vi: a, en: b}\nquestion: {vi: a, en: b}\ngroups:\n  - {id: g, label: {vi: a, en: b}, description: {vi: a, en: b}, rule: colour >= 3}\n"
      },
      "definition"
    ],
    [
      "a template that can't be parsed",
      { "o.csv": few(10), "templates/en/rfm/champions.md": "---\ntitle: x\n---\n{% if %}\n" },
      "template"
    ]
  ])("%s", async (_, files, code) => {
    const issues = await issuesOf(withStudy(files, () => {}));
    expect(issues.map((i) => i.code)).toContain(code);
  });

  test("a file of which too much is set aside: the cells first, then the count", async () => {
    const issues = await issuesOf(withStudy({ "o.csv": few(8, (i) => (i < 4 ? "12a" : 5)) }, () => {}));
    expect(issues.slice(0, 3)).toMatchObject(
      [2, 3, 4].map((row) => ({ code: "unreadable-number", file: "o.csv", row, column: "amount", got: "12a" }))
    );
    expect(issues.at(-1)).toMatchObject({ code: "too-many-rejected", detail: { rejected: "4", read: "8" } });
  });
});

/** Odd, but data: each must go through. */
describe("a study goes through with", () => {
  const row = (i: number, who: string, day: string, amount: number) => `o${i},${who},${day},${amount}`;
  const H = "order_id,customer_id,date,amount";
  test.each<[string, string[], number]>([
    ["one customer", [row(1, "c1", "2025-01-01", 5), row(2, "c1", "2025-03-01", 5)], 1],
    ["one order", [row(1, "c1", "2025-01-01", 5)], 1],
    ["all orders on one day", [row(1, "c1", "2025-01-01", 5), row(2, "c2", "2025-01-01", 7)], 2],
    ["only amounts given back", [row(1, "c1", "2025-01-01", -5), row(2, "c2", "2025-01-02", -7)], 2],
    [
      "a date far in the future among others",
      [...Array.from({ length: 9 }, (_, i) => row(i, `c${i}`, `2025-01-0${i + 1}`, 5)), row(10, "c9", "2205-01-01", 5)],
      9
    ]
  ])("%s", async (_, rows, customers) => {
    await withStudy({ "o.csv": csv(H, ...rows) }, ({ summaries }) => {
      expect(summaries.all.customers).toBe(customers);
    });
  });

  test("zero customers ends as an issue that says so", async () => {
    const files = { "o.csv": csv(H, "o1,,2025-01-01,5", "o2,,2025-01-02,5") };
    const issues = await issuesOf(withStudy(files, () => {}));
    expect(issues.map((i) => i.code)).toEqual(["no-customers"]);
  });
});
