import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Lang } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { WRONG_USAGE } from "../../src/words/terminal.js";
import { UsageError } from "./usage.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Values of a command's options; a wrong or surplus argument is a `UsageError` that names it. */
export function parseOptions<O extends Options>(options: O, args: readonly string[] = process.argv.slice(2)) {
  return parseCommand(options, args, 0).values;
}

/** The same for a command that may also name one thing without an option before it, such as a folder. */
export function parseNamed<O extends Options>(options: O, args: readonly string[] = process.argv.slice(2)) {
  const { values, positionals } = parseCommand(options, args, 1);
  return { ...values, named: positionals[0] };
}

function parseCommand<O extends Options>(options: O, args: readonly string[], most: number) {
  try {
    const parsed = parseArgs({ options, args: [...args], allowPositionals: most > 0, strict: true });
    if (parsed.positionals.length > most) throw new Error(`Unexpected argument '${parsed.positionals[most]}'`);
    return parsed;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/[.\n]/, 1)[0] ?? "") : String(error);
    throw new UsageError(bilingual(WRONG_USAGE.arguments, { reason }));
  }
}

/** The language of a command's messages, before anything else is known of its arguments. */
export function languageOf(args: readonly string[] = process.argv.slice(2)): Lang {
  const at = args.indexOf("--lang");
  const value = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  return value === "en" ? "en" : "vi";
}

export function checkLanguage(lang: string | undefined): void {
  if (lang !== undefined && lang !== "vi" && lang !== "en") throw new UsageError(bilingual(WRONG_USAGE.lang, { lang }));
}
