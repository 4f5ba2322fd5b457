import { formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import { fill, speak } from "../../src/terms/words.js";
import { CHECK } from "../../src/words/terminal.js";
import { maskCell } from "../dataset/mask.js";
import type { ReportedHeading, SheetReport } from "../dataset/sheet-report.js";
import { findColumn } from "../definitions/columns.js";
import type { Definitions } from "../definitions/read.js";
import type { NobodyCount, People } from "../people/compute.js";
import type { Tables } from "../tables/compute.js";
import type { FileCount } from "../tables/count.js";

const SHOWN = 40;

/** How a sheet is understood, as lines for a terminal; personal values masked. */
export function describeCheck(sheet: SheetReport, definitions: Definitions, lang: Lang): string[] {
  const w = speak(CHECK, lang);
  const { table, tableLabel, why, grain, money, datesText, numbersText, constants, left, notes, questions } = sheet;
  const used = sheet.headings.filter(({ column }) => column !== null);
  const unused = sheet.headings.filter(({ column }) => column === null).map(({ heading }) => heading);
  const lines = [
    tableLabel && fill(w.readAs, { table: tableLabel[lang], why: why[lang] }),
    grain?.[lang],
    money?.[lang],
    datesText && fill(w.days, { text: datesText[lang] }),
    numbersText && fill(w.numbers, { text: numbersText[lang] }),
    ...used.map((heading) => `  ${describeHeading(table, heading, definitions, lang)}`),
    ...constants.map(({ label, value }) => `  ${label[lang]} = ${value}`),
    unused.length > 0 && fill(w.unused, { list: unused.join(", ") }),
    ...left.map(({ label, rows, examples }) =>
      fill(w.left, { rows, label: label[lang], at: examples.map(({ row }) => row).join(", ") })
    ),
    ...notes.map((note) => note[lang]),
    ...questions.map(({ column, example, readings }) => {
      const answers = readings.map(({ answer, reads }) => `${answer} → ${reads}`).join(" · ");
      return fill(w.question, { column, example, answers });
    })
  ];
  return [`\n${sheet.name} · ${sheet.form[lang]}`, ...lines.filter((line) => typeof line === "string").map(indent)];
}

function describeHeading(
  table: SheetReport["table"],
  { heading, column, label, examples }: ReportedHeading,
  { tables }: Definitions,
  lang: Lang
): string {
  const canonical = findColumn(tables, `${table}.${column}`);
  const example = examples[0];
  const shown = example === undefined ? "" : canonical.personal ? maskCell(example, canonical.kind) : example;
  const tail =
    shown === "" ? "" : ` · ${shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown.replace(/\s+/g, " ")}`;
  return `${label?.[lang] ?? column} ← ${heading}${tail}`;
}

/** What could be used of every file, and how many people there are in them; `nobody`: used order lines of nobody's. */
export function describeCounts(
  { files, from, asOf }: Tables,
  people: People,
  nobody: readonly NobodyCount[],
  lang: Lang
): string[] {
  const w = speak(CHECK, lang);
  const { identities, persons } = people;
  const lost = people.unused.phone["lost-digits"] ?? 0;
  const lines = [
    ...files.map((count) => describeFile(count, lang)),
    identities > 0 && fill(w.people, { identities, persons }),
    nobody.length > 0 && describeNobody(nobody, lang),
    lost > 0 && fill(w.lostDigits, { count: lost }),
    people.unknown.length > 0 && fill(w.unknownIds, { ids: people.unknown.join(", ") })
  ];
  return [fill(w.usable, { from, to: asOf }), ...lines.filter((line) => line !== false).map(indent)];
}

function describeNobody(nobody: readonly NobodyCount[], lang: Lang): string {
  const w = speak(CHECK, lang);
  const { number } = formats(lang, "XXX");
  const rows = nobody.reduce((sum, one) => sum + one.rows, 0);
  const words = nobody
    .filter(({ word }) => word !== "")
    .map(({ word, rows: n, money }) => fill(w.nobody, { word, rows: number(n), money: number(money) }));
  return [fill(w.nameless, { rows: number(rows) }), ...words].join(" · ");
}

function describeFile(count: FileCount, lang: Lang): string {
  const w = speak(CHECK, lang);
  const { number } = formats(lang, "XXX");
  const parts = [
    fill(w.rowsRead, { rows: number(count.rowsRead) }),
    fill(w.rowsUsed, { rows: number(count.rowsAccepted) }),
    fill(w.rowsAside, { rows: number(count.rowsRejected) }),
    fill(w.rowsTwice, { rows: number(count.rowsDuplicate) }),
    ...(count.moneyAccepted === null ? [] : [fill(w.moneyUsed, { money: number(count.moneyAccepted) })])
  ];
  return `${count.source.file}: ${parts.join(" · ")}`;
}

function indent(line: string): string {
  return `  ${line}`;
}
