import type { Bilingual, Lang } from "../../src/terms/lang.js";
import { maskControls } from "../../src/terms/mask-controls.js";
import { fill, speak } from "../../src/terms/words.js";
import { FAILED } from "../../src/words/terminal.js";
import { describeIssue, IssuesError } from "../issues/issue.js";
import { inWorkshop } from "../store/project.js";
import { sweepLeftovers } from "../store/sweep.js";
import { languageOf } from "./options.js";
import { UsageError } from "./usage.js";

/**
 * Runs a command and sets the exit code: 0 done, 1 the data or what is made of them can't be used (every
 * issue on a line of stderr), 2 wrong arguments. No stack traces unless `SEGBOOK_DEBUG=1`.
 */
export async function runCommand(usage: Bilingual, command: () => Promise<void>): Promise<void> {
  try {
    // Before anything else: a killed run may have left rows of people.
    await sweepLeftovers(inWorkshop());
    await sweepLeftovers(inWorkshop("store"));
    await command();
  } catch (error) {
    process.exitCode = reportFailure(error, usage, languageOf());
  }
}

/** Writes what went wrong to stderr, for the person who started the command. Gives the exit code. */
export function reportFailure(error: unknown, usage: Bilingual, lang: Lang): 1 | 2 {
  const w = speak(FAILED, lang);
  const write = (line: string) => void process.stderr.write(`${maskControls(line)}\n`);
  if (error instanceof UsageError) {
    write(error.text[lang]);
    write(usage[lang]);
    return 2;
  }
  if (error instanceof IssuesError) {
    for (const issue of error.issues) write(describeIssue(issue, lang));
    const count = error.issues.length;
    write(fill(count === 1 ? w.issue : w.issues, { count }));
    return 1;
  }
  if (process.env.SEGBOOK_DEBUG) write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  else {
    const reason = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0];
    write(fill(w.program, { reason: reason ?? "" }));
  }
  return 1;
}
