import { describeReadings } from "../../src/terms/readings.js";
import type { SourceFile } from "../dataset/source.js";
import { DAY_FORMATS, type DayFormat, name } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import type { Issue } from "../issues/issue.js";
import { cellName } from "./load.js";

const ENOUGH = 0.8;

/**
 * How a file writes its days, from all its rows: the format that reads most cells, and at least four of five.
 * Day-first and month-first that both read everything are an issue for the person to settle, not a guess.
 */
export async function findDates(
  engine: Engine,
  source: SourceFile,
  from: string,
  zone: string
): Promise<DayFormat | Issue> {
  const d = engine.dialect;
  const headings = source.definition.columns.flatMap((c) => (c.kind === "day" && source.columns[c.id]) || []);
  const cells = headings.flatMap((heading) => {
    const cell = cellName(source.sheet, heading);
    return cell ? [`SELECT NULLIF(trim(${cell}), '') AS cell FROM ${from} AS file`] : [];
  });
  if (cells.length === 0) return "iso";
  const counts = DAY_FORMATS.map((f) => `count(${d.tryDay("cell", f, zone)}) AS ${name(f)}`);
  const unread = `CASE WHEN ${d.tryDay("cell", "dmy", zone)} IS NULL THEN cell END`;
  const [row] = await engine.rows(sql`
    WITH cells AS (
      ${union(cells)}
    )
    SELECT
      count(cell) AS filled,
      min(cell) AS example,
      min(${unread}) AS odd,
      ${counts}
    FROM cells
  `);
  const filled = Number(row?.filled ?? 0);
  const read = (format: DayFormat) => Number(row?.[format] ?? 0);
  const best = Math.max(...DAY_FORMATS.map(read));
  const column = headings.join(", ");
  if (best < filled * ENOUGH)
    return {
      code: "unreadable-dates",
      file: source.file,
      column,
      got: String(row?.odd ?? row?.example ?? ""),
      detail: { read: String(best), filled: String(filled) }
    };
  if (read("dmy") === best && read("mdy") === best && best > read("iso")) {
    const example = await slashed(engine, cells);
    const [a, b, c] = example.split(/[/.\- ]/);
    const readings = [
      { answer: "dmy", reads: `${c}-${b}-${a}` },
      { answer: "mdy", reads: `${c}-${a}-${b}` }
    ];
    return {
      code: "ambiguous-dates",
      file: source.file,
      column,
      got: example,
      detail: { example, readings: describeReadings(readings), file: source.file }
    };
  }
  return DAY_FORMATS.find((format) => read(format) === best) ?? "iso";
}

/** A cell that can be read day first or month first. */
async function slashed(engine: Engine, cells: readonly string[]): Promise<string> {
  const pattern = "^[0-9]{1,2}[/.-][0-9]{1,2}[/.-]";
  const [row] = await engine.rows(sql`
    WITH cells AS (
      ${union(cells)}
    )
    SELECT min(cell) AS example
    FROM cells
    WHERE ${engine.dialect.matches("cell", pattern)}
  `);
  return String(row?.example ?? "");
}

/** So few rows may be slips of the keyboard: one in a thousand, but up to three where there are ten times as many. */
function slips(rows: number): number {
  return Math.max(1, Math.min(3, rows * 0.1), rows * 0.001);
}

/**
 * The span of days that belongs together: a few rows that stand a year after, or five years before, all others are
 * slips of the keyboard. No clock is asked: the data judge themselves.
 */
export function plausibleSpan(days: readonly { day: string; rows: number }[]): { from: string; to: string } {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const few = slips(sorted.reduce((sum, d) => sum + d.rows, 0));
  let from = 0;
  let to = sorted.length - 1;
  for (let i = to, after = 0; i > 0; i--) {
    after += sorted[i]?.rows ?? 0;
    if (after > few) break;
    if (gap(sorted[i - 1]?.day, sorted[i]?.day) > 366) to = i - 1;
  }
  for (let i = 0, before = 0; i < to; i++) {
    before += sorted[i]?.rows ?? 0;
    if (before > few) break;
    if (gap(sorted[i]?.day, sorted[i + 1]?.day) > 5 * 366) from = i + 1;
  }
  return { from: sorted[from]?.day ?? "", to: sorted[to]?.day ?? "" };
}

function gap(a = "", b = ""): number {
  return (Date.parse(b) - Date.parse(a)) / 86_400_000;
}
