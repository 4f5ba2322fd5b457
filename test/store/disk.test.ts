import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectDataset } from "../../loaders/dataset/inspect.js";
import { readSettings } from "../../loaders/definitions/settings.js";
import { readText } from "../../loaders/files/folder.js";
import { MAX_FILES } from "../../loaders/files/limits.js";
import { openFolder } from "../../loaders/store/disk.js";
import { computeFingerprint } from "../../loaders/store/fingerprint.js";
import { withFolder } from "../support/dataset.js";
import { DEFINITIONS } from "../support/definitions.js";
import { issuesOf } from "../support/stages.js";

const ORDERS = "order_id,customer_id,date,amount\nD1,C1,2025-01-01,5\nD2,C2,2025-01-02,6\n";

describe.skipIf(process.platform === "win32")("what lies in a folder and is no file", () => {
  test("is passed over by name, and nothing waits for it", async () => {
    await withFolder(async (root) => {
      const folder = join(root, "shop");
      await mkdir(join(root, "elsewhere"));
      await mkdir(folder);
      await writeFile(join(root, "elsewhere", "more.csv"), ORDERS);
      await writeFile(join(folder, "orders.csv"), ORDERS);
      await symlink(join(root, "elsewhere", "more.csv"), join(folder, "linked.csv"));
      await symlink(join(root, "elsewhere"), join(folder, "schemes"));
      await symlink(join(root, "nowhere"), join(folder, "dangling.csv"));
      await symlink(join(root, "elsewhere", "more.csv"), join(folder, "segbook.yml"));
      execFileSync("mkfifo", [join(folder, "pipe.csv")]);
      const { skipped, issues, sheets } = await inspectDataset(await openFolder(folder), DEFINITIONS);
      expect(skipped.map(({ code, file, got }) => [code, file, got]).sort()).toEqual([
        ["not-a-file", "dangling.csv", "link"],
        ["not-a-file", "linked.csv", "link"],
        ["not-a-file", "pipe.csv", "pipe"],
        ["not-a-file", "schemes", "link"],
        ["not-a-file", "segbook.yml", "link"]
      ]);
      expect(issues).toEqual([]);
      expect(sheets.map(({ sheet }) => sheet.name)).toEqual(["orders.csv"]);
      expect(await computeFingerprint(folder)).toHaveLength(64);
    });
  });
});

test("a folder of very many files is refused before any is read", async () => {
  await withFolder(async (root) => {
    for (let i = 0; i <= MAX_FILES; i++) await writeFile(join(root, `${i}.csv`), ORDERS);
    const { issues, sheets } = await inspectDataset(await openFolder(root), DEFINITIONS);
    expect(issues[0]).toMatchObject({ code: "too-many-files", detail: { limit: String(MAX_FILES) } });
    expect(sheets).toEqual([]);
  });
});

test("settings of many megabytes are refused by name", async () => {
  await withFolder(async (root) => {
    await writeFile(join(root, "segbook.yml"), `name: ${"x".repeat(5 << 20)}\n`);
    const issues = await issuesOf(openFolder(root).then((folder) => readText(folder, "segbook.yml")));
    expect(issues).toMatchObject([{ code: "too-large", file: "segbook.yml" }]);
  });
});

test.each([
  ["a day that isn't", "asOf: 2026-02-30\n", 1],
  ["no day", "asOf: 2026-13-01\n", 1],
  [
    "aliases that multiply",
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: [${"*c,".repeat(9)}]\n`,
    undefined
  ]
])("settings with %s are an issue of the file", async (_, text, row) => {
  await withFolder(async (root) => {
    await writeFile(join(root, "segbook.yml"), text);
    const { issues } = await readSettings(await openFolder(root));
    expect(issues).toMatchObject([{ code: "settings", file: "segbook.yml", ...(row && { row }) }]);
  });
});
