import { joinSaid, type Said } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import { customise, type Definitions } from "../definitions/read.js";
import { readSettings, type Settings } from "../definitions/settings.js";
import type { Folder } from "../files/folder.js";
import { readSheets } from "../files/read.js";
import type { Sheet } from "../files/sheet.js";
import { type Issue, makeIssue } from "../issues/issue.js";
import { MAPPING, type Mapping, readMapping } from "./mapping.js";
import { understandSheet } from "./understand.js";
import type { Question } from "./understanding.js";
import type { Understood } from "./understood.js";

/** A folder as understood, with all that is still wrong or open in it. */
export interface Inspection {
  label: string;
  sample: boolean;
  settings: Settings;
  /** The definitions as this firm has them. */
  definitions: Definitions;
  sheets: Understood[];
  /** Names of files and sheets that a person wants left alone. */
  ignored: string[];
  /** Parts that hold no table beside parts that do, and files that the mapping names and nobody brought. */
  passed: Issue[];
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
  const names = await listDataFiles(folder);
  const sayings = new Map(Object.entries(settings.files ?? {}));
  const saidOf = (name: string) => joinSaid(mapping.files.get(name), sayings.get(name));
  const sheets: Understood[] = [];
  const ignored: string[] = [];
  const passed: Issue[] = [];
  for (const file of names) {
    const said = saidOf(file);
    if (said.table === "ignore") {
      ignored.push(file);
      continue;
    }
    const read = await readSheets(folder, file, readOptions(said));
    issues.push(...read.issues);
    passed.push(...read.passed);
    const wanted = read.sheets.filter((sheet) => {
      if (saidOf(sheet.name).table !== "ignore") return true;
      ignored.push(sheet.name);
      return false;
    });
    sheets.push(
      ...understandAll(
        wanted,
        definitions.presets,
        (name) => (name === file ? said : joinSaid(said, saidOf(name))),
        passed
      )
    );
  }
  const known = new Set([...names, ...ignored, ...sheets.map(({ sheet }) => sheet.name)]);
  for (const name of sayings.keys()) if (!known.has(name)) issues.push({ code: "missing-file", file: name });
  for (const name of mapping.files.keys()) if (!known.has(name)) passed.push({ code: "missing-file", file: name });
  for (const one of sheets) issues.push(...one.issues, ...ask(one, mapping));
  issues.push(...openQuestions(mapping, sheets));
  if (!sheets.some(({ table }) => table === "orders")) issues.push({ code: "no-orders", file: folder.label });
  return {
    label: folder.label,
    sample: folder.sample,
    settings: mapping.people ? { ...settings, people: joinPeople(mapping.people, settings.people) } : settings,
    definitions,
    sheets,
    ignored,
    passed,
    issues,
    mapping
  };
}

function readOptions({ sheets, headings, headingRow }: Said) {
  return { ...(sheets && { sheets }), ...(headings && { headings }), ...(headingRow && { headingRow }) };
}

/** Sheets of one file; those of unknown meaning beside others that are known are notes or pivots, and passed over. */
function understandAll(
  sheets: readonly Sheet[],
  presets: readonly Preset[],
  saidOf: (name: string) => Said,
  passed: Issue[]
): Understood[] {
  const all = sheets.map((sheet) => understandSheet(sheet, presets, saidOf(sheet.name)));
  if (!all.some(({ table }) => table)) return all;
  for (const one of all) if (!one.table) passed.push(...one.issues);
  return all.filter(({ table }) => table);
}

/** The questions of a sheet as issues, unless a question mark in the mapping asks them already. */
function ask({ sheet, questions }: Understood, mapping: Mapping): Issue[] {
  return questions
    .filter(
      ({ about }) => !mapping.open.some(({ name, key }) => key === about && [sheet.name, sheet.file].includes(name))
    )
    .map(({ about, column, example, readings }) => {
      const reads = Object.fromEntries(readings.map((reading) => [reading.answer, reading.reads]));
      return makeIssue(
        about === "dates" ? "ambiguous-dates" : "ambiguous-numbers",
        { file: sheet.name, column, got: example },
        { file: sheet.name, example, ...reads }
      );
    });
}

function openQuestions({ open }: Mapping, sheets: readonly Understood[]): Issue[] {
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
      detail: { answers: asked ? describeReadings(asked) : (ANSWERS[key] ?? headingsOf(name, sheets)) }
    };
  });
}

/** What may stand for a column: one of the headings. */
function headingsOf(name: string, sheets: readonly Understood[]): string {
  return sheets.find(({ sheet }) => sheet.name === name || sheet.file === name)?.sheet.headings.join(", ") ?? "";
}

const ANSWERS: Record<string, string> = {
  dates: "iso, dmy, mdy, ymd-compact, named, serial",
  numbers: "comma, dot",
  table: "customers, orders, events, costs, ignore"
};

function describeReadings({ readings }: Question): string {
  return readings.map(({ answer, reads }) => `${answer} (${reads})`).join(" / ");
}

type People = NonNullable<Settings["people"]>;

function joinPeople(first: People, second: People = {}): People {
  return {
    apart: [...(first.apart ?? []), ...(second.apart ?? [])],
    together: [...(first.together ?? []), ...(second.together ?? [])]
  };
}
