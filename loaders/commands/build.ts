import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bilingual } from "../../src/terms/words.js";
import { STEPS } from "../../src/words/steps.js";
import { USAGE } from "../../src/words/terminal.js";
import { readSettings } from "../definitions/settings.js";
import { IssuesError } from "../issues/issue.js";
import { checkSite } from "../site/check-site.js";
import { mendPage, mendStyle } from "../site/finish.js";
import { runFramework } from "../site/framework.js";
import { publishSite } from "../site/publish.js";
import { describeMisfit } from "../site/quick/replaced.js";
import { type ScanOptions, scanSite } from "../site/scan.js";
import { keepModules, makeStage, removeStage, type Stage } from "../site/stage.js";
import { openFolder } from "../store/disk.js";
import { listFiles } from "../store/files.js";
import { inProject, inWorkshop } from "../store/project.js";
import { ensureStore, type Store } from "../store/store.js";
import { runCommand } from "./command.js";
import { pickFolder } from "./folder.js";
import { checkLanguage, languageOf, parseOptions } from "./options.js";
import { openTerminal } from "./terminal.js";

await runCommand(bilingual(USAGE.build), async () => {
  const { data, lang } = parseOptions({ data: { type: "string" }, lang: { type: "string" } });
  checkLanguage(lang);
  const { step, say } = openTerminal(languageOf());
  const folder = await pickFolder(data);
  say(folder.why);
  await mkdir(inWorkshop(), { recursive: true });
  const store = await ensureStore(folder.path, step);
  const { settings } = await readSettings(await openFolder(folder.path));
  // What the study says is looked through first: a leak is told before the long work.
  step(bilingual(STEPS.scanning));
  await scan(store, store.path, { allow: settings.privacy?.allow, only: /^(data|pages)\// });
  const stage = await makeStage(store);
  try {
    const misfit = describeMisfit();
    if (misfit !== undefined) say(bilingual(STEPS.slower, { misfit }));
    step(bilingual(STEPS.pages));
    await runFramework(["build"], { root: stage.root, output: stage.output, store: store.path });
    const site = inProject(stage.output);
    step(bilingual(STEPS.finishing));
    await mendSite(site);
    await check(stage, site);
    step(bilingual(STEPS.scanning));
    await scan(store, site, { allow: settings.privacy?.allow });
    await keepModules(stage);
    await publishSite(site);
  } finally {
    await removeStage(stage);
  }
  step(bilingual(STEPS.built));
});

/** An identifier in what is to be published ends the build. */
async function scan(store: Store, folder: string, options: ScanOptions): Promise<void> {
  const leaks = await scanSite(folder, join(store.path, "private", "identifiers.txt"), options);
  if (leaks.length > 0) throw new IssuesError(leaks);
}

async function mendSite(site: string): Promise<void> {
  const files = await listFiles(site);
  for (const file of files) {
    const path = join(site, file);
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    const siblings = () => files.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
    if (file.endsWith(".html")) {
      const { html, scripts } = mendPage(await readFile(path, "utf8"), file);
      await writeFile(path, html);
      for (const [name, text] of scripts) await writeFile(join(site, name), text);
    }
    if (/^_file\/.*\.css$/.test(file)) await writeFile(path, mendStyle(await readFile(path, "utf8"), siblings()));
  }
  // GitHub Pages leaves out folders that begin with an underscore unless it is told not to.
  await writeFile(join(site, ".nojekyll"), "");
}

/** A site that doesn't hold together is not published: the last good one stays. */
async function check(stage: Stage, site: string): Promise<void> {
  const sources = await listFiles(inProject(stage.root));
  const pages = sources.filter((name) => name.endsWith(".md")).map((name) => name.replace(/\.md$/, ".html"));
  const problems = await checkSite(site, pages);
  if (problems.length === 0) return;
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  throw new Error(`the built site has ${problems.length} faults`);
}
