import { bilingual, fill, speak } from "../../src/terms/words.js";
import { CHECK, USAGE } from "../../src/words/terminal.js";
import { settle } from "../dataset/read.js";
import { openDuckdb } from "../engine/duckdb.js";
import { describeIssue, IssuesError } from "../issues/issue.js";
import { computePeople, countNobody } from "../people/compute.js";
import { writeMapping } from "../store/keep-mapping.js";
import { openSpill } from "../store/spill.js";
import { computeTables } from "../tables/compute.js";
import { runCommand } from "./command.js";
import { describeCheck, describeCounts } from "./describe-check.js";
import { pickFolder } from "./folder.js";
import { checkLanguage, languageOf, parseNamed } from "./options.js";
import { listRejects } from "./rejects.js";
import { openTerminal } from "./terminal.js";

/** Says how the files of a folder would be understood and what of them could be used, without computing a study. */
await runCommand(bilingual(USAGE.check), async () => {
  const options = parseNamed({ data: { type: "string" }, lang: { type: "string" } });
  checkLanguage(options.lang);
  const { say, lang } = openTerminal(languageOf());
  const w = speak(CHECK, lang);
  const { path, why } = await pickFolder(options.named ?? options.data);
  say(why);
  const { inspection, described, note } = await writeMapping(path);
  for (const sheet of described) for (const line of describeCheck(sheet, inspection.definitions, lang)) say(line);
  for (const file of inspection.ignored) say(fill(w.ignored, { file }));
  for (const issue of inspection.skipped) say(fill(w.note, { issue: describeIssue(issue, lang) }));
  if (note) say(note);
  if (inspection.issues.length > 0) throw new IssuesError(inspection.issues);
  await openSpill(async (spill) => {
    const engine = await openDuckdb({ folder: spill });
    try {
      const dataset = settle(inspection);
      const tables = await computeTables(engine, dataset);
      const people = await computePeople(engine, tables, dataset);
      for (const line of describeCounts(tables, people, await countNobody(engine), lang)) say(line);
      const { shown, more } = listRejects(tables.rejects);
      if (shown.length > 0) say(w.aside);
      for (const issue of shown) say(`  ${describeIssue(issue, lang)}`);
      for (const { file, count } of more) say(`  ${fill(w.more, { file, count })}`);
    } finally {
      await engine.close();
    }
  });
});
