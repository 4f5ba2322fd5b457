import type { Text } from "../publish/published.js";

/** Thrown when a command can't start because of how it was called; ends with exit code 2. */
export class UsageError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "UsageError";
  }
}
