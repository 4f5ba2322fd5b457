import type { InspectedSheet, Question } from "../../loaders/browser/protocol.js";

/** What a person says about one sheet; only what they changed. Column → heading, or null: no heading. */
export interface Correction {
  table?: string;
  columns?: Record<string, string | null>;
  dates?: string;
  numbers?: string;
  amount?: string;
  cost?: string;
}

/** What a person has changed so far, by the sheet's name. */
export type Corrections = Readonly<Record<string, Correction>>;

/** Another table for a sheet. What was said of its columns spoke of the old table. */
export function correctTable(corrections: Corrections, sheet: string, table: string): Corrections {
  const { columns: _columns, ...rest } = corrections[sheet] ?? {};
  return { ...corrections, [sheet]: { ...rest, table } };
}

/** A heading is another column, or none (`null`); who had that column before has none. */
export function correctHeading(
  corrections: Corrections,
  { name, headings }: InspectedSheet,
  heading: string,
  column: string | null
): Corrections {
  const before = headings.find((d) => d.heading === heading)?.column ?? null;
  const columns = { ...corrections[name]?.columns };
  if (before !== null) columns[before] = null;
  if (column !== null) columns[column] = heading;
  return { ...corrections, [name]: { ...corrections[name], columns } };
}

/** The answer to a question about how a sheet is written. */
export function correctReading(
  corrections: Corrections,
  sheet: string,
  about: Question["about"],
  answer: string
): Corrections {
  return { ...corrections, [sheet]: { ...corrections[sheet], [about]: answer } };
}

/** The corrections as a mapping; JSON, which every reader of YAML reads. Undefined where there are none. */
export function renderCorrections(corrections: Corrections): string | undefined {
  return Object.keys(corrections).length === 0 ? undefined : JSON.stringify({ files: corrections }, null, 2);
}
