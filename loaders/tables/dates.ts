import { TABLES } from "../dataset/columns.js";
import type { Issue } from "../dataset/issue.js";
import type { SourceFile } from "../dataset/read.js";
import { type DayFormat, name } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";

const CANDIDATES: DayFormat[] = ["iso", "dmy", "mdy", "ymd-compact"];
const ENOUGH = 0.8;

/**
 * How a file writes its days, from all its rows: the one format that reads most cells. Day-first and
 * month-first that both read everything are an issue for the person to settle, not a guess.
 */
export async function findDates(engine: Engine, source: SourceFile, zone: string): Promise<DayFormat | Issue> {
  const d = engine.dialect;
  const ids = TABLES[source.table].columns.filter((c) => c.kind === "day" && source.columns[c.id]).map((c) => c.id);
  if (ids.length === 0) return "iso";
  const cells = ids.map(
    (id) =>
      `SELECT NULLIF(trim(${name(source.columns[id] ?? "")}), '') AS cell FROM ${d.readFile(source.path, source.format)} AS file`
  );
  const counts = CANDIDATES.map((f) => `count(${d.tryDay("cell", f, zone)}) AS ${name(f)}`);
  const [row] = await engine.rows(
    `SELECT count(cell) AS filled, min(cell) AS example, ${counts.join(", ")} FROM (${cells.join(" UNION ALL ")}) AS cells`
  );
  const filled = Number(row?.filled ?? 0);
  const read = (format: DayFormat) => Number(row?.[format] ?? 0);
  const best = Math.max(...CANDIDATES.map(read));
  if (read("dmy") === best && read("mdy") === best && best > 0) {
    const example = String(row?.example ?? "");
    const [a, b, c] = example.split(/[/.\- ]/);
    return {
      code: "ambiguous-dates",
      file: source.file,
      column: ids.map((id) => source.columns[id]).join(", "),
      got: example,
      detail: { example, dmy: `${c}-${b}-${a}`, mdy: `${c}-${a}-${b}`, file: source.file }
    };
  }
  if (filled > 0 && best < filled * ENOUGH) return "iso";
  return CANDIDATES.find((format) => read(format) === best) ?? "iso";
}

/**
 * The span of days that belongs together: a few rows (under 0.1 %) that stand a year after, or five years
 * before, all others are slips of the keyboard. No clock is asked: the data judge themselves.
 */
export function plausibleSpan(days: readonly { day: string; rows: number }[]): { from: string; to: string } {
  const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const few = Math.max(1, sorted.reduce((sum, d) => sum + d.rows, 0) * 0.001);
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
