import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { bilingual } from "../../src/terms/words.js";
import { STEPS } from "../../src/words/steps.js";
import { USAGE, WRONG_USAGE } from "../../src/words/terminal.js";
import { readSettings } from "../definitions/settings.js";
import { IssuesError } from "../issues/issue.js";
import { renderAlone } from "../site/alone.js";
import { scanSite } from "../site/scan.js";
import { openFolder } from "../store/disk.js";
import { uniqueName } from "../store/replace.js";
import { ensureStore } from "../store/store.js";
import { runCommand } from "./command.js";
import { pickFolder } from "./folder.js";
import { checkLanguage, languageOf, parseNamed } from "./options.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usage.js";

/** Pages that show what is published and nothing else. */
const PAGES = ["index", "segments", "funnel", "targets", "data"];

/** Writes one page of the site as a file that opens from disk, without the site. */
await runCommand(bilingual(USAGE.page), async () => {
  const {
    data,
    out,
    lang,
    named = "segments"
  } = parseNamed({ data: { type: "string" }, out: { type: "string" }, lang: { type: "string" } });
  checkLanguage(lang);
  if (!PAGES.includes(named))
    throw new UsageError(bilingual(WRONG_USAGE.page, { page: named, pages: PAGES.join(", ") }));
  const { lang: shown, step, say } = openTerminal(languageOf());
  const folder = await pickFolder(data);
  say(folder.why);
  const store = await ensureStore(folder.path, step);
  const published = join(store.path, "data");
  step(bilingual(STEPS.scanning));
  const { settings } = await readSettings(await openFolder(folder.path));
  const leaks = await scanSite(published, join(store.path, "private", "identifiers.txt"), {
    allow: settings.privacy?.allow
  });
  if (leaks.length > 0) throw new IssuesError(leaks);
  const target = resolve(out ?? `${named}.html`);
  const draft = join(dirname(target), uniqueName(".segbook-page"));
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(draft, await renderAlone(named, shown, published));
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
  step(bilingual(STEPS.pageWritten, { file: target }));
});
