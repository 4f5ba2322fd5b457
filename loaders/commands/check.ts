import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settle } from "../dataset/read.js";
import { openDuckdb } from "../engine/duckdb.js";
import { describeIssue, IssuesError } from "../issues/issue.js";
import { computePeople } from "../people/compute.js";
import { writeMapping } from "../store/keep-mapping.js";
import { computeTables } from "../tables/compute.js";
import { runCommand } from "./command.js";
import { describeCheck, describeCounts } from "./describe-check.js";
import { pickFolder } from "./folder.js";
import { checkLanguage, languageOf, parseNamed } from "./options.js";
import { listRejects } from "./rejects.js";
import { openTerminal } from "./terminal.js";

const USAGE = {
  vi: "Cách dùng: npm run check -- [<thư mục>] [--data <thư mục>] [--lang vi|en]",
  en: "Usage: npm run check -- [<folder>] [--data <folder>] [--lang vi|en]"
};

/** Says how the files of a folder would be understood and what of them could be used, without computing a study. */
await runCommand(USAGE, async () => {
  const { data, lang, named } = parseNamed({ data: { type: "string" }, lang: { type: "string" } });
  checkLanguage(lang);
  const { say } = openTerminal(languageOf());
  const { path, why } = await pickFolder(named ?? data);
  say(why);
  const { inspection, described, note } = await writeMapping(path);
  for (const sheet of described) for (const line of describeCheck(sheet, inspection.definitions)) say(line);
  for (const file of inspection.ignored)
    say({ vi: `\n${file}: bỏ qua theo ý bạn`, en: `\n${file}: left alone, as you say` });
  for (const issue of inspection.skipped)
    say({ vi: `\nLưu ý: ${describeIssue(issue, "vi")}`, en: `\nNote: ${describeIssue(issue, "en")}` });
  if (note) say(note);
  if (inspection.issues.length > 0) throw new IssuesError(inspection.issues);
  const spill = await mkdtemp(join(tmpdir(), "segbook-check-"));
  const engine = await openDuckdb({ folder: spill });
  try {
    const dataset = settle(inspection);
    const tables = await computeTables(engine, dataset);
    const people = await computePeople(engine, tables, dataset);
    const [row] = await engine.rows("SELECT count(*) AS n FROM orders WHERE customer_id IS NULL");
    for (const line of describeCounts(tables, people, Number(row?.n ?? 0))) say(line);
    const { shown, more } = listRejects(tables.rejects);
    if (shown.length > 0) say({ vi: "\nĐể riêng, không tính:", en: "\nSet aside, not counted:" });
    for (const issue of shown) say({ vi: `  ${describeIssue(issue, "vi")}`, en: `  ${describeIssue(issue, "en")}` });
    for (const { file, count } of more)
      say({ vi: `  ${file}: còn ${count} vấn đề nữa`, en: `  ${file}: ${count} more problems` });
  } finally {
    await engine.close();
    await rm(spill, { recursive: true, force: true });
  }
});
