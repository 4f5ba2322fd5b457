import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { bilingual } from "../../src/terms/words.js";
import { STEPS } from "../../src/words/steps.js";
import { CHECK, USAGE, WRONG_USAGE } from "../../src/words/terminal.js";
import { describeIssue } from "../issues/issue.js";
import { replaceFolder, uniqueName } from "../store/replace.js";
import { openSpill } from "../store/spill.js";
import { sweepLeftovers } from "../store/sweep.js";
import { runCommand } from "./command.js";
import { pickFolder } from "./folder.js";
import { checkLanguage, languageOf, parseOptions } from "./options.js";
import { listRejects } from "./rejects.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usage.js";

/** What a study writes; a folder with anything else in it is not ours to replace. */
const WRITTEN = new Set([
  "study.json",
  "segments.csv",
  "membership.parquet",
  "features.parquet",
  "funnel.csv",
  "targets.csv",
  "playbooks",
  "rejects.csv",
  "people.csv"
]);

/** How results in the making are called, beside where they will lie. */
const DRAFT = ".segbook-study";

await runCommand(bilingual(USAGE.study), async () => {
  const { data, out, memory, lang } = parseOptions({
    data: { type: "string" },
    out: { type: "string" },
    memory: { type: "string" },
    lang: { type: "string" }
  });
  checkLanguage(lang);
  if (!out) throw new UsageError(bilingual(WRONG_USAGE.noOut));
  if (memory !== undefined && !/^\d+(\.\d+)?\s?[KMGT]i?B$/i.test(memory))
    throw new UsageError(bilingual(WRONG_USAGE.memory, { memory }));
  const target = resolve(out);
  const terminal = openTerminal(languageOf(), process.stderr);
  const folder = await pickFolder(data);
  await checkTarget(target, folder.path, out);
  terminal.say(folder.why);
  await runStudy(folder.path, target, memory, terminal);
});

async function runStudy(
  folder: string,
  target: string,
  memory: string | undefined,
  { lang, step, say }: ReturnType<typeof openTerminal>
): Promise<void> {
  const [{ studyFolder }, { writeHeadless }, { keepMapping }] = await Promise.all([
    import("../store/local.js"),
    import("../store/headless.js"),
    import("../store/keep-mapping.js")
  ]);
  const place = dirname(target);
  await sweepLeftovers(place, DRAFT);
  const draft = join(place, uniqueName(DRAFT));
  await mkdir(draft, { recursive: true });
  try {
    const note = await keepMapping(folder);
    if (note) say(note);
    await openSpill(async (spill) => {
      const study = await studyFolder(folder, { progress: step, spill, memory });
      try {
        await writeHeadless(study, draft);
        const { shown, more } = listRejects(study.tables.rejects);
        for (const issue of shown) process.stderr.write(`${describeIssue(issue, lang)}\n`);
        for (const { file, count } of more) say(bilingual(CHECK.moreInFile, { file, count }));
      } finally {
        await study.close();
      }
    });
    await replaceFolder(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  step(bilingual(STEPS.written, { folder: target }));
}

/** The results replace those of the last run, never anything else, and never lie where they would be read as data. */
async function checkTarget(target: string, folder: string, named: string): Promise<void> {
  const inside = (a: string, b: string) => a === b || a.startsWith(b + sep);
  if (inside(target, folder) || inside(folder, target))
    throw new UsageError(bilingual(WRONG_USAGE.nested, { out: named }));
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new UsageError(bilingual(WRONG_USAGE.noFolder, { out: named }));
  });
  const foreign = entries.find((name) => !WRITTEN.has(name));
  if (foreign !== undefined) throw new UsageError(bilingual(WRONG_USAGE.foreign, { foreign, out: named }));
}
