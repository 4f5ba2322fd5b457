/** Whole commands to a terminal: colours, titles, links. A lone byte of one taken out would leave the rest as text. */
const COMMANDS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g;

/** Signs that aren't seen, or that turn the direction of those around them; line ends and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text for a terminal: what would command it, or hide in it, is one `\ufffd`. */
export function maskControls(text: string): string {
  return text.replace(COMMANDS, "\ufffd").replace(UNSEEN, "\ufffd");
}
