/** Text as typed in a hurry: no accents, `đ` as `d`, lower case, single spaces. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True when every word of the query starts a word of the text; both are folded first. */
export function matches(text: string, query: string): boolean {
  const words = ` ${fold(text)}`;
  return fold(query)
    .split(" ")
    .every((word) => word === "" || words.includes(` ${word}`));
}
