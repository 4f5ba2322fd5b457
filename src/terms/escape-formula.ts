/** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function inert(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/u.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}
