import { bilingual } from "../../src/terms/words.js";
import { USAGE, WRONG_USAGE } from "../../src/words/terminal.js";
import { ensureStore } from "../store/store.js";
import { runCommand } from "./command.js";
import { languageOf, parseOptions } from "./options.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usage.js";

/** Only brings the store up to date. The live site runs it as a process of its own, which sees the code as it is now. */
await runCommand(bilingual(USAGE.compute), async () => {
  const { data } = parseOptions({ data: { type: "string" }, lang: { type: "string" } });
  if (!data) throw new UsageError(bilingual(WRONG_USAGE.noData));
  await ensureStore(data, openTerminal(languageOf()).step);
});
