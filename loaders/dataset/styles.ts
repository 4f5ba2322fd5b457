import { fold } from "../../src/terms/fold-heading.js";
import { type Column, TABLES, type TableName } from "../definitions/columns.js";
import type { Said } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { DayFormat, NumberStyle } from "../engine/dialect.js";
import { SAMPLE_ROWS } from "../files/sheet.js";
import { knownWords } from "./accept.js";
import { bothDays, type DayStyle, findDays } from "./dates.js";
import { bothNumbers, findNumbers, joinNumbers, type NumberCells } from "./numbers.js";
import type { SourceFile } from "./source.js";
import type { Understood } from "./understood.js";

/** The days that matter first: when something was bought, done, or somebody came. */
const MAIN_DAYS = ["ordered_at", "occurred_at", "created"];

/**
 * One style for a file's days: that of its main column. Another column that is surely written otherwise isn't used.
 * Undefined where only all rows together can tell.
 */
export function chooseDates(understood: Understood, table: TableName, said: Said): DayFormat | undefined {
  const { sheet, columns, looks, preset, questions } = understood;
  const ids = TABLES[table].columns.filter((c) => c.kind === "day" && columns[c.id]).map((c) => c.id);
  const styles = new Map(ids.map((id) => [id, findDays(looks.cells(columns[id] ?? ""))]));
  const main = ids.find((id) => MAIN_DAYS.includes(id)) ?? ids[0];
  if (main === undefined) return said.dates ?? "iso";
  const own = styles.get(main);
  // ISO days are understood beside any other style, so the others may decide.
  const others = ids.flatMap((id) => styles.get(id)?.format ?? []).filter((format) => format !== "iso");
  const decided = own?.format !== undefined && own.format !== "iso" ? own.format : (others[0] ?? own?.format);
  const format = said.dates ?? (own?.either !== undefined && decided === "iso" ? undefined : decided);
  dropOtherStyles(understood, main, format, styles);
  if (format !== undefined) return format;
  const example = own?.either;
  if (example === undefined) return preset?.dates;
  if (preset?.dates === "dmy" || preset?.dates === "mdy") return preset.dates;
  if (sheet.sample.length >= SAMPLE_ROWS) return undefined;
  const { dmy, mdy } = bothDays(example);
  questions.push({
    about: "dates",
    column: columns[main] ?? "",
    example,
    readings: [
      { answer: "dmy", reads: dmy },
      { answer: "mdy", reads: mdy }
    ]
  });
  return undefined;
}

/** Takes out columns that are surely written in another style than the file's, unless a person gave them. */
function dropOtherStyles(
  { columns, how, contradicted }: Understood,
  main: string,
  format: DayFormat | undefined,
  styles: ReadonlyMap<string, DayStyle>
): void {
  if (format === undefined) return;
  for (const [id, { format: own }] of styles) {
    if (id === main || how[id] === "said" || own === undefined || own === "iso" || own === format) continue;
    contradicted.push({ id, heading: columns[id] ?? "" });
    delete columns[id];
  }
}

export function chooseNumbers(understood: Understood, table: TableName, said: Said): NumberStyle {
  const { columns, looks, preset, questions } = understood;
  if (said.numbers) return said.numbers;
  const numeric = TABLES[table].columns.filter((c) => columns[c.id] && (c.kind === "money" || c.kind === "number"));
  const inTurn = [...numeric.filter((c) => c.kind === "money"), ...numeric.filter((c) => c.kind === "number")];
  const each = inTurn.map((c) => ({ id: c.id, ...findNumbers(looks.cells(columns[c.id] ?? "")) }));
  const { style, either: open } = joinNumbers(each);
  const either = style ? contradiction(each, numeric, style, preset) : open;
  if (style && either === undefined) return style;
  if (either === undefined || (!style && preset?.numbers)) return preset?.numbers ?? "dot";
  const { dot, comma } = bothNumbers(either);
  questions.push({
    about: "numbers",
    column: columns[each.find((one) => one.either === either)?.id ?? ""] ?? "",
    example: either,
    readings: [
      { answer: "comma", reads: comma },
      { answer: "dot", reads: dot }
    ]
  });
  return "dot";
}

/**
 * An amount such as `150.000` of which a column of counts (`1.5`) says one thing and the platform's layout another:
 * neither can be trusted.
 */
function contradiction(
  each: readonly ({ id: string } & NumberCells)[],
  numeric: readonly Column[],
  style: NumberStyle,
  preset: Preset | undefined
): string | undefined {
  if (!preset?.numbers || preset.numbers === style) return undefined;
  const money = each.filter(({ id }) => numeric.some((column) => column.id === id && column.kind === "money"));
  return money.some((one) => one.style) ? undefined : money.find(({ either }) => either !== undefined)?.either;
}

/** Rows of more unknown statuses than this would be refused anyway: better to ask what they mean. */
const UNKNOWN_STATUSES = 0.25;

/** A status that isn't understood can't be passed over: a cancelled order would count as a sale. */
export function askWords(understood: Understood, table: TableName, words: SourceFile["words"]): void {
  const { columns, looks, issues, sheet, strange } = understood;
  const column = TABLES[table].columns.find((c) => c.id === "status");
  const heading = columns.status;
  if (!column || !heading) return;
  const known = knownWords(column, words.status);
  const cells = looks.cells(heading);
  const unknown = cells.filter((cell) => !known.has(fold(cell)));
  if (unknown.length <= cells.length * UNKNOWN_STATUSES) return;
  strange.push(...new Set(unknown));
  const list = strange.slice(0, 12).join(", ");
  issues.push({
    code: "unknown-words",
    file: sheet.name,
    column: heading,
    got: list,
    detail: { file: sheet.name, column: "status", words: Object.keys(column.words ?? {}).join(", ") }
  });
}
