import { ensureStore } from "../store/store.js";
import { runCommand } from "./command.js";
import { languageOf, parseOptions } from "./options.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usage.js";

const USAGE = {
  vi: "Cách dùng: tsx loaders/commands/compute.ts --data <thư mục>",
  en: "Usage: tsx loaders/commands/compute.ts --data <folder>"
};

/** Only brings the store up to date. The live site runs it as a process of its own, which sees the code as it is now. */
await runCommand(USAGE, async () => {
  const { data } = parseOptions({ data: { type: "string" }, lang: { type: "string" } });
  if (!data) throw new UsageError({ vi: "thiếu --data", en: "--data is missing" });
  await ensureStore(data, openTerminal(languageOf()).step);
});
