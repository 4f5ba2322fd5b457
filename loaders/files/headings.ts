import { tidyCell } from "./cell.js";

/** Headings tidied, line breaks made blanks, made distinct: an empty one is `column_3`, a repeated one `Name_2`. */
export function distinctHeadings(cells: readonly string[], width = cells.length): string[] {
  const wanted = Array.from(
    { length: Math.max(width, cells.length) },
    (_, i) => tidyCell((cells[i] ?? "").replace(/\s+/g, " ")) || `column_${i + 1}`
  );
  const written = new Set(wanted);
  const taken = new Set<string>();
  return wanted.map((heading) => {
    let name = heading;
    for (let n = 2; taken.has(name) || (name !== heading && written.has(name)); n++) name = `${heading}_${n}`;
    taken.add(name);
    return name;
  });
}
