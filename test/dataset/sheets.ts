import type { Sheet } from "../../loaders/files/sheet.js";

/** A sheet of cells, with no file behind it. */
export function sheetOf(name: string, headings: readonly string[], sample: readonly (readonly string[])[]): Sheet {
  return {
    name,
    file: name,
    form: { kind: "csv", encoding: "utf-8", delimiter: "," },
    headings,
    headingRow: 1,
    sample,
    rows: async function* () {
      yield { rows: sample.map((cells, i) => ({ row: i + 2, cells })), left: [], ragged: [] };
    }
  };
}

/** The same of lines such as `a,b` and `1,2`. */
export function sheetOfLines(...[headings = "", ...rows]: string[]): Sheet {
  return sheetOf(
    "file.csv",
    headings.split(","),
    rows.map((row) => row.split(","))
  );
}
