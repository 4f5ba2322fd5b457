import type { Column } from "../definitions/columns.js";
import type { Overrides } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { DayFormat } from "../engine/dialect.js";
import { SAMPLE_ROWS, type Sheet } from "../files/sheet.js";
import { without } from "./assign-columns.js";
import type { ColumnProfiles } from "./column-profiles.js";
import { bothDays, findDays } from "./dates.js";
import type { Assignment, Contradiction } from "./sheet-reading.js";
import type { Question } from "./sheet-report.js";
import type { ColumnMap } from "./source.js";

/** The days that matter first: when something was bought, done, or somebody came. */
const MAIN_DAYS = ["ordered_at", "occurred_at", "created"];

/** How a file writes its days. */
export interface ChosenDates {
  /** Undefined where only all rows together can tell, or a person has to. */
  dates: DayFormat | undefined;
  /** Columns again, without those that are surely written in another way. */
  columns: ColumnMap;
  contradicted: Contradiction[];
  questions: Question[];
}

/**
 * One style for a file's days: that of its main column. Another column that is surely written otherwise isn't used,
 * unless a person gave it.
 */
export function chooseDates(
  { columns, sources }: Assignment,
  canonical: readonly Column[],
  { sample }: Sheet,
  profiles: ColumnProfiles,
  preset: Preset | undefined,
  overrides: Overrides
): ChosenDates {
  const ids = canonical.filter((c) => c.kind === "day" && columns[c.id]).map((c) => c.id);
  const styles = new Map(ids.map((id) => [id, findDays(profiles.cells(columns[id] ?? ""))]));
  const main = ids.find((id) => MAIN_DAYS.includes(id)) ?? ids[0];
  if (main === undefined) return { dates: overrides.dates ?? "iso", columns, contradicted: [], questions: [] };
  const own = styles.get(main);
  // ISO days are understood beside any other style, so the others may decide.
  const others = ids.flatMap((id) => styles.get(id)?.format ?? []).filter((format) => format !== "iso");
  const decided = own?.format !== undefined && own.format !== "iso" ? own.format : (others[0] ?? own?.format);
  const format = overrides.dates ?? (own?.either !== undefined && decided === "iso" ? undefined : decided);
  const contradicted = [...styles].flatMap(([id, style]): Contradiction[] => {
    const fits = style.format === undefined || style.format === "iso" || style.format === format;
    if (format === undefined || id === main || sources[id] === "overrides" || fits) return [];
    return [{ id, heading: columns[id] ?? "" }];
  });
  const chosen = { columns: without(columns, ...contradicted.map(({ id }) => id)), contradicted, questions: [] };
  if (own?.clash && overrides.dates === undefined)
    return { ...chosen, dates: undefined, questions: [askClash(columns[main] ?? "", own.clash)] };
  if (format !== undefined) return { dates: format, ...chosen };
  const example = own?.either;
  if (example === undefined) return { dates: preset?.dates, ...chosen };
  if (preset?.dates === "dmy" || preset?.dates === "mdy") return { dates: preset.dates, ...chosen };
  if (sample.length >= SAMPLE_ROWS) return { dates: undefined, ...chosen };
  const { dmy, mdy } = bothDays(example);
  const readings = [
    { answer: "dmy", reads: dmy },
    { answer: "mdy", reads: mdy }
  ];
  return {
    ...chosen,
    dates: undefined,
    questions: [{ about: "dates", column: columns[main] ?? "", example, readings }]
  };
}

/** What either cell is where it can be read: a format that can't read the other leaves its rows aside. */
function askClash(column: string, clash: [string, string]): Question {
  const readings = (["dmy", "mdy"] as const).flatMap((answer) => {
    const days = clash.map((cell) => dayOf(cell, answer));
    return days.every((day) => day === undefined) ? [] : [{ answer, reads: days.map((day) => day ?? "?").join(" · ") }];
  });
  return { about: "dates", column, example: clash.join(" · "), readings };
}

function dayOf(cell: string, order: "dmy" | "mdy"): string | undefined {
  const iso = /^\d{4}-\d\d-\d\d/.exec(cell)?.[0];
  const day = iso ?? bothDays(cell)[order];
  return Number(day.slice(5, 7)) <= 12 ? day : undefined;
}
