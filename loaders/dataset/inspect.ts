import { describeReadings } from "../../src/terms/readings.js";
import { TABLE_NAMES } from "../definitions/columns.js";
import { AMOUNT_READINGS, COST_READINGS } from "../definitions/money-reading.js";
import { IGNORE, joinOverrides, type Overrides } from "../definitions/overrides.js";
import { customise, type Definitions } from "../definitions/read.js";
import { readSettings, type Settings } from "../definitions/settings.js";
import { DAY_FORMATS, NUMBER_STYLES } from "../engine/dialect.js";
import type { Folder } from "../files/folder.js";
import { MAX_FILES } from "../files/limits.js";
import { readSheets } from "../files/read.js";
import type { Sheet } from "../files/sheet.js";
import { type Issue, type IssueCode, makeIssue } from "../issues/issue.js";
import { joinSheets } from "./join-sheets.js";
import { MAPPING, type Mapping, readMapping } from "./mapping.js";
import { partEvents } from "./part-events.js";
import { readSheet } from "./read-sheet.js";
import { findSummaries } from "./reconcile/find-summaries.js";
import type { SheetReading } from "./sheet-reading.js";

/** A folder as understood, with all that is still wrong or open in it. */
export interface Inspection {
  label: string;
  sample: boolean;
  settings: Settings;
  /** The definitions as this firm has them. */
  definitions: Definitions;
  sheets: SheetReading[];
  /** Names of files and sheets that a person wants left alone. */
  ignored: string[];
  /** Parts that hold no table beside parts that do, and files that the mapping names and nobody brought. */
  skipped: Issue[];
  /** Every reason why the folder can't be used as it is, open questions too. */
  issues: Issue[];
  /** What `mapping.yml` says. */
  mapping: Mapping;
}

const LEFT_ALONE = /^(\.|~\$|segbook\.yml$|readme|thumbs\.db$|desktop\.ini$)|\.(md|ya?ml)$/i;

/** Names of the files of a folder that are to be read: all but settings, notes and what systems leave behind. */
export async function listDataFiles(folder: Folder): Promise<string[]> {
  return (await folder.list()).filter((name) => !LEFT_ALONE.test(name));
}

/**
 * Looks at every file of a folder: which table each sheet is and which headings carry which columns. `mapping.yml`
 * wins over what is recognised, `files` in `segbook.yml` over both.
 */
export async function inspectDataset(folder: Folder, builtIn: Definitions): Promise<Inspection> {
  const { settings, issues } = await readSettings(folder);
  const { mapping, issues: faults } = await readMapping(folder);
  const { definitions, issues: wrong } = await customise(builtIn, folder, settings);
  issues.push(...faults, ...wrong);
  const listed = await listDataFiles(folder);
  if (listed.length > MAX_FILES)
    issues.push({ code: "too-many-files", file: folder.label, detail: { limit: String(MAX_FILES) } });
  const names = listed.length > MAX_FILES ? [] : listed;
  const passed = ((await folder.passedOver?.()) ?? []).filter(({ file }) => !file.startsWith("."));
  const settled = new Map(Object.entries(settings.files ?? {}));
  const overridesOf = (name: string) => joinOverrides(mapping.files.get(name), settled.get(name));
  const sheets: SheetReading[] = [];
  const found: Sheet[] = [];
  const ignored: string[] = [];
  const skipped: Issue[] = [...passed];
  for (const file of names) {
    const overrides = overridesOf(file);
    if (overrides.table === IGNORE) {
      ignored.push(file);
      continue;
    }
    const read = await readSheets(folder, file, readOptions(overrides));
    issues.push(...read.issues);
    skipped.push(...read.skipped);
    for (const sheet of read.sheets)
      if (overridesOf(sheet.name).table === IGNORE) ignored.push(sheet.name);
      else found.push(sheet);
  }
  const said = ({ name, file }: Sheet) =>
    name === file ? overridesOf(name) : joinOverrides(overridesOf(file), overridesOf(name));
  const joined = await joinSheets(found, definitions, said);
  issues.push(...joined.issues);
  const parted = partEvents(joined.sheets, definitions, said, overridesOf);
  ignored.push(...parted.ignored);
  for (const file of names) {
    const own = parted.sheets.filter((sheet) => sheet.file === file);
    sheets.push(...readAll(own, definitions, parted.overridesOf, skipped, settings.currency));
  }
  const summed = findSummaries(sheets);
  for (const { summary, detail, by, rows, fitting } of summed) {
    sheets.splice(sheets.indexOf(summary), 1);
    const counts = { fitting: String(fitting), rows: String(rows) };
    const { name: file } = summary.sheet;
    skipped.push({
      code: "summary-sheet",
      file,
      column: by,
      detail: { file, detail: detail.sheet.name, by, ...counts }
    });
  }
  mapping.open = mapping.open.filter(({ name }) => !joined.absorbed.has(name));
  const known = new Set([
    ...names,
    ...ignored,
    ...joined.absorbed,
    ...summed.map(({ summary }) => summary.sheet.name),
    ...sheets.map(({ sheet }) => sheet.name)
  ]);
  for (const name of settled.keys()) if (!known.has(name)) issues.push({ code: "missing-file", file: name });
  for (const name of mapping.files.keys()) if (!known.has(name)) skipped.push({ code: "missing-file", file: name });
  for (const one of sheets) issues.push(...one.issues, ...ask(one, mapping));
  issues.push(...openQuestions(mapping, sheets));
  if (!sheets.some(({ table }) => table !== "costs"))
    issues.push({ code: "nothing-to-compute", file: folder.label, detail: { found: describeFound(sheets, ignored) } });
  return {
    label: folder.label,
    sample: folder.sample,
    settings: mapping.people ? { ...settings, people: joinPeople(mapping.people, settings.people) } : settings,
    definitions,
    sheets,
    ignored,
    skipped,
    issues,
    mapping
  };
}

/** What each sheet was taken for, the same in both languages: `ads.csv: costs`. */
function describeFound(sheets: readonly SheetReading[], ignored: readonly string[]): string {
  const taken = sheets.map(({ sheet, table }) => `${sheet.name}: ${table ?? "?"}`);
  return [...taken, ...ignored.map((name) => `${name}: ${IGNORE}`)].join(", ") || "–";
}

function readOptions({ sheets, headings, headingRow }: Overrides) {
  return { ...(sheets && { sheets }), ...(headings && { headings }), ...(headingRow && { headingRow }) };
}

/** Sheets of one file; those of unknown meaning beside others that are known are notes or pivots, and skipped over. */
function readAll(
  sheets: readonly Sheet[],
  definitions: Definitions,
  overridesOf: (sheet: Sheet) => Overrides,
  skipped: Issue[],
  currency: string | undefined
): SheetReading[] {
  const all = sheets.map((sheet) => readSheet(sheet, definitions, overridesOf(sheet), currency));
  if (!all.some(({ table }) => table)) return all;
  for (const one of all) if (!one.table) skipped.push(...one.issues);
  return all.filter(({ table }) => table);
}

/** The questions of a sheet as issues, unless a question mark in the mapping asks them already. */
function ask({ sheet, questions }: SheetReading, mapping: Mapping): Issue[] {
  return questions
    .filter(
      ({ about }) => !mapping.open.some(({ name, key }) => key === about && [sheet.name, sheet.file].includes(name))
    )
    .map(({ about, column, example, readings }) =>
      makeIssue(
        ASKED[about],
        { file: sheet.name, column, got: example },
        { file: sheet.name, example, readings: describeReadings(readings) }
      )
    );
}

function openQuestions({ open }: Mapping, sheets: readonly SheetReading[]): Issue[] {
  return open.map(({ name, key, row }) => {
    const asked = sheets
      .filter(({ sheet }) => sheet.name === name || sheet.file === name)
      .flatMap(({ questions }) => questions)
      .find(({ about }) => about === key);
    return {
      code: "open-question",
      file: MAPPING,
      ...(row !== undefined && { row }),
      column: `files → ${name} → ${key}`,
      got: asked?.example ?? "?",
      detail: { answers: asked ? describeReadings(asked.readings) : (ANSWERS[key] ?? headingsOf(name, sheets)) }
    };
  });
}

/** What may stand for a column: one of the headings. */
function headingsOf(name: string, sheets: readonly SheetReading[]): string {
  return sheets.find(({ sheet }) => sheet.name === name || sheet.file === name)?.sheet.headings.join(", ") ?? "";
}

const ASKED = {
  dates: "ambiguous-dates",
  numbers: "ambiguous-numbers",
  amount: "ambiguous-amount",
  cost: "ambiguous-cost"
} as const satisfies Record<string, IssueCode>;

const ANSWERS: Record<string, string> = {
  amount: AMOUNT_READINGS.join(", "),
  cost: COST_READINGS.join(", "),
  dates: DAY_FORMATS.join(", "),
  numbers: NUMBER_STYLES.join(", "),
  table: [...TABLE_NAMES, IGNORE].join(", ")
};

type People = NonNullable<Settings["people"]>;

function joinPeople(first: People, second: People = {}): People {
  return {
    apart: [...(first.apart ?? []), ...(second.apart ?? [])],
    together: [...(first.together ?? []), ...(second.together ?? [])]
  };
}
