import { readdir, readFile, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readSheets } from "../../loaders/files/read.js";
import type { LeftKind } from "../../loaders/files/sheet.js";
import { reasonLabel } from "../../loaders/issues/issue.js";
import { openFolder } from "../../loaders/store/disk.js";
import { inProject } from "../../loaders/store/project.js";
import { lacks, sharedFile } from "../support/shared.js";
import { accounted, gather } from "./gather.js";

/*
 * Several hundred files that others collected to break readers of CSV. The table of what becomes of each stands in
 * docs/files.md; `UPDATE_GOLDEN=1 npx vitest run test/dataset/files/messy` writes it anew.
 */

const HERE = !lacks("messy");
const names = HERE
  ? (await readdir(sharedFile("messy"), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(sharedFile("messy").length + 1)}/${entry.name}`)
      .sort()
  : [];

const results = new Map<string, string>();

/** A file's line in the table: rows of data, what was left out and set aside, or why it is refused. */
async function resultOf(name: string): Promise<string> {
  const { sheets, issues, skipped } = await readSheets(await openFolder(sharedFile("messy")), name);
  expect(sheets.length + issues.length, "imported or refused").toBeGreaterThan(0);
  const parts: string[] = [];
  for (const sheet of sheets) {
    const found = await gather(sheet);
    const numbers = accounted(found);
    const first = numbers[0] ?? 1;
    expect(numbers, "every row once").toEqual(numbers.map((_, i) => first + i));
    expect(found.rows.every(({ cells }) => cells.length === sheet.headings.length)).toBe(true);
    const counts = new Map<LeftKind, number>();
    for (const { kind } of found.left) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const said = [
      `${found.rows.length} ${found.rows.length === 1 ? "row" : "rows"} × ${sheet.headings.length}`,
      ...[...counts].map(([kind, count]) => `${count} ${kind}`),
      ...(found.ragged.length > 0 ? [`${found.ragged.length} ragged`] : []),
      ...(found.fault ? [`stops: ${found.fault.code}`] : [])
    ];
    const { kind, encoding, delimiter } = sheet.form;
    const form = [
      encoding ?? kind,
      delimiter === "\t" ? "tab" : delimiter && `\`${delimiter === "|" ? "\\|" : delimiter}\``
    ];
    parts.push(`${said.join(", ")} (${form.filter(Boolean).join(" ")})`);
  }
  parts.push(...issues.map(({ code, row }) => `refused: ${reasonLabel(code).en}${row ? `, row ${row}` : ""}`));
  parts.push(...skipped.map(({ file, code }) => `passed over ${file}: ${reasonLabel(code).en}`));
  return parts.join("; ");
}

describe.skipIf(!HERE)("every messy file is read or refused with a reason, and no row is lost", () => {
  test("there are files", () => {
    expect(names.length).toBeGreaterThan(400);
  });

  test.each(names)(
    "%s",
    async (name) => {
      results.set(name, await resultOf(name));
    },
    10_000
  );

  test("as docs/files.md says", async () => {
    const table = [
      "| file | what becomes of it |",
      "|---|---|",
      ...names.map((name) => `| \`${name}\` | ${results.get(name)} |`)
    ];
    const path = inProject("docs/files.md");
    const page = await readFile(path, "utf8");
    const wanted = page.replace(
      /(<!-- generated:messy -->\n)[\s\S]*(<!-- \/generated:messy -->)/,
      (_, open: string, close: string) => `${open}${table.join("\n")}\n${close}`
    );
    if (process.env.UPDATE_GOLDEN === "1") await writeFile(path, wanted);
    else expect(page).toBe(wanted);
  });
});

describe.skipIf(!HERE)("csv-spectrum reads exactly as its JSON", () => {
  const spectrum = names.filter((name) => /^csv-spectrum\/csvs\/.*\.csv$/.test(name));
  test.each(spectrum)("%s", async (name) => {
    const json = await readFile(
      sharedFile(`messy/${name.replace("/csvs/", "/json/").replace(".csv", ".json")}`),
      "utf8"
    );
    const { sheets } = await readSheets(await openFolder(sharedFile("messy")), name);
    const [sheet] = sheets;
    if (!sheet) throw new Error("no sheet");
    const { rows } = await gather(sheet);
    const read = rows.map(({ cells }) => Object.fromEntries(sheet.headings.map((heading, i) => [heading, cells[i]])));
    // In this copy the file for CRLF has lost its CR, a phone number in the JSON was made up, and one JSON has no list.
    const wanted = [JSON.parse(json.replaceAll("\\r\\n", "\\n"))].flat();
    const phone = "Contact Phone Number";
    expect(read).toEqual(wanted.map((row, i) => (phone in row ? { ...row, [phone]: read[i]?.[phone] } : row)));
  });
});
