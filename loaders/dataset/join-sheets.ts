import type { Tables } from "../definitions/columns.js";
import { NO_JOIN, type Overrides } from "../definitions/overrides.js";
import type { Definitions } from "../definitions/read.js";
import { FileFault, type Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import { findJoins, type JoinCandidate, nameHeadings } from "./find-joins.js";
import { findHeading } from "./heading.js";
import { type JoinedSheet, joinSheet } from "./joined-sheet.js";
import { matchPreset } from "./match-preset.js";
import { MONEY, recogniseColumns } from "./recognise.js";

/** Sheets once those that are parts of one table are put together. */
export interface JoinedSheets {
  sheets: Sheet[];
  /** Names of sheets that became part of another. */
  absorbed: ReadonlySet<string>;
  issues: Issue[];
}

/**
 * Puts sheets together that a database keeps apart: orders and their lines, lines and the list of goods. What a person
 * says (`join`) comes first; a sheet that a person gave a table, or that a platform wrote, is left as it is.
 */
export async function joinSheets(
  sheets: readonly Sheet[],
  { tables, presets }: Pick<Definitions, "tables" | "presets">,
  overridesOf: (sheet: Sheet) => Overrides
): Promise<JoinedSheets> {
  const joined = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const absorbed = new Set<string>();
  const issues: Issue[] = [];
  const apply = async (candidate: JoinCandidate) => {
    const [main, other] = [joined.get(candidate.main.name), joined.get(candidate.other.name)];
    if (!main || !other || absorbed.has(main.name) || absorbed.has(other.name)) return;
    const made = await joinOrNone({ ...candidate, main }, carriesMoney(other, tables));
    if (!made) return;
    joined.set(main.name, made);
    absorbed.add(other.name);
  };
  for (const { candidate, issue } of sheets.flatMap((sheet) => readJoins(sheet, sheets, overridesOf(sheet)))) {
    if (candidate) await apply(candidate);
    else if (issue) issues.push(issue);
  }
  const free = sheets.filter((sheet) => {
    const { table, preset, join } = overridesOf(sheet);
    return !table && !preset && !join && !absorbed.has(sheet.name) && !matchPreset(presets, sheet.headings);
  });
  for (const candidate of findJoins(free, tables)) await apply(candidate);
  return {
    sheets: sheets.flatMap(({ name }) => (absorbed.has(name) ? [] : (joined.get(name) ?? []))),
    absorbed,
    issues
  };
}

/** A file that can't be read to its end is refused when it is imported. */
async function joinOrNone(candidate: JoinCandidate, keepAll: boolean): Promise<JoinedSheet | undefined> {
  try {
    return await joinSheet(candidate, keepAll);
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

/** True where a row of an order carries money of its own, which may not be lost. */
function carriesMoney({ headings }: Sheet, { orders }: Tables): boolean {
  const columns = recogniseColumns(orders, headings);
  return columns.order_id !== undefined && MONEY.some((ids) => ids.every((id) => columns[id]));
}

interface SaidJoin {
  candidate?: JoinCandidate;
  issue?: Issue;
}

/** What a person says is to be joined to a sheet: name of the other → key, or `key = key of the other`. */
function readJoins(main: Sheet, sheets: readonly Sheet[], { join = {} }: Overrides): SaidJoin[] {
  return Object.entries(join).flatMap(([name, keys]): SaidJoin[] => {
    if (keys === NO_JOIN) return [];
    const other = sheets.find((sheet) => sheet.name === name);
    if (!other) return [{ issue: { code: "missing-file", file: name } }];
    const [left = "", right = left] = keys.split(" = ");
    const [on, to] = [findHeading(main.headings, left), findHeading(other.headings, right)];
    if (on !== undefined && to !== undefined)
      return [{ candidate: { main, other, on, to, names: nameHeadings(main, other, to) } }];
    const { headings, name: file } = on === undefined ? main : other;
    const got = on === undefined ? left : right;
    return [
      { issue: { code: "unknown-heading", file, column: "join", got, detail: { headings: headings.join(", ") } } }
    ];
  });
}
