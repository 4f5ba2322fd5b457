import type { Bilingual } from "../../src/terms/lang.js";

/** Thrown when a command can't start because of how it was called; ends with exit code 2. */
export class UsageError extends Error {
  constructor(readonly text: Bilingual) {
    super(text.en);
    this.name = "UsageError";
  }
}
