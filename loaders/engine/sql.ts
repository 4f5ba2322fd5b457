type Part = string | number | false | null | undefined | readonly Part[];

/**
 * SQL written over several lines, as it is to be read. The indent that all lines share is taken off; a part of several
 * lines is indented as far as the line it stands in; a list is joined by commas, one item a line; an empty part
 * (`undefined`, `null`, `false`, an empty list) is nothing, and a line with nothing else on it goes.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly Part[]): string {
  const lines = dedent(strings.join(MARK)).split("\n");
  let next = 0;
  const written = lines.flatMap((line) => {
    const indent = /^\s*/.exec(line)?.[0] ?? "";
    let empty = line.includes(MARK);
    const text = line.replaceAll(MARK, () => {
      const part = render(parts[next++]);
      if (part !== "") empty = false;
      return part.replaceAll("\n", `\n${indent}`);
    });
    return empty && /^[\s,]*$/.test(text) ? [] : [text];
  });
  return written.join("\n");
}

/** Conditions joined by `AND`, one a line; `TRUE` where there is none. One that holds an `OR` brings its own brackets. */
export function all(conditions: readonly Part[]): string {
  return joined(conditions, "AND", "TRUE");
}

/** Conditions joined by `OR`, one a line; `FALSE` where there is none. */
export function any(conditions: readonly Part[]): string {
  return joined(conditions, "OR", "FALSE");
}

/** Queries of the same columns, one below the other. */
export function union(queries: readonly Part[]): string {
  return filled(queries).join("\nUNION ALL\n");
}

/** No text that stands in SQL. */
const MARK = "\u0000";

function render(part: Part): string {
  if (part === undefined || part === null || part === false) return "";
  return typeof part === "string" || typeof part === "number" ? String(part) : filled(part).join(",\n");
}

function filled(parts: readonly Part[]): string[] {
  return parts.map(render).filter((text) => text !== "");
}

function joined(conditions: readonly Part[], word: string, none: string): string {
  const texts = filled(conditions);
  return texts.length === 0 ? none : texts.join(`\n${word} `);
}

function dedent(text: string): string {
  const lines = text
    .replace(/^[ \t]*\n/, "")
    .replace(/\n[ \t]*$/, "")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least)).join("\n");
}
