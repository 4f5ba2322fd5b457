import type { Bilingual, Lang } from "../../src/terms/lang.js";
import { maskControls } from "../../src/terms/mask-controls.js";

/** Where a command tells what it is doing: one line a step, with the seconds since it began. */
export interface Terminal {
  lang: Lang;
  /** A step begins. */
  step: (text: Bilingual) => void;
  /** Something to read, without a time; what is no text of both languages is in the right one already. */
  say: (text: Bilingual | string) => void;
}

/** Lines go to stderr for commands whose stdout is for other programs, else to stdout. */
export function openTerminal(lang: Lang, stream: NodeJS.WritableStream = process.stdout): Terminal {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  return {
    lang,
    step: (text) => void stream.write(`${seconds()} s  ${maskControls(text[lang])}\n`),
    say: (text) => void stream.write(`${maskControls(typeof text === "string" ? text : text[lang])}\n`)
  };
}
