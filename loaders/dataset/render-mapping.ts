import { stringify } from "yaml";
import type { Lang } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { COST_WORDS, DISCOUNT_WORDS, MONEY_READINGS } from "../../src/words/reconciliation.js";
import { MAPPING_COMMENTS } from "../../src/words/understanding.js";
import { NO_JOIN, OPEN, type Overrides } from "../definitions/overrides.js";
import { describeSheet } from "./describe-sheets.js";
import type { Inspection } from "./inspect.js";
import { joinsOf, writeKeys } from "./joined-sheet.js";
import { parseMapping } from "./mapping.js";
import { maskCell } from "./mask.js";
import type { SheetReading } from "./sheet-reading.js";
import type { Question, SheetReport } from "./sheet-report.js";

const HEAD = `${MAPPING_COMMENTS.head
  .flatMap((text) => text.split("\n"))
  .map((line) => `# ${line}\n`)
  .join("")}# docs/mapping.md
`;

/**
 * A mapping file of all sheets of a folder, with its reasons, examples and open questions as comments. Give what
 * `describeSheets` found to have the rows that were left out named, too.
 */
export function renderMapping(
  { sheets, ignored, mapping }: MappingSource,
  described: readonly SheetReport[] = sheets.map(describeSheet)
): string {
  const names = new Set([...sheets.map(({ sheet }) => sheet.name), ...ignored]);
  const kept = [...mapping.files].filter(([name]) => !names.has(name));
  const people = mapping.people ? `${stringify({ people: mapping.people })}\n` : "";
  const entries = [
    ...kept.map(([name, overrides]) => entry(name, renderOverrides(overrides))),
    ...ignored.map((name) => entry(name, ["table: ignore"])),
    ...sheets.map((sheet, i) => renderSheet(sheet, described[i]))
  ];
  return `${HEAD}\n${people}files:${entries.length === 0 ? " {}" : ""}\n${entries.join("\n")}`;
}

/**
 * A mapping file that a person has, with the sheets it doesn't name added at its end. What stands in it stays as it
 * is, letter by letter; the same text where nothing is new or where it can't be read.
 */
export function updateMapping(
  text: string,
  { sheets }: Pick<MappingSource, "sheets">,
  described: readonly SheetReport[] = sheets.map(describeSheet)
): string {
  const { mapping, issues } = parseMapping(text);
  if (issues.length > 0) return text;
  const named = new Set([...mapping.files.keys(), ...mapping.open.map(({ name }) => name)]);
  const fresh = sheets.filter(({ sheet }) => !named.has(sheet.name) && !named.has(sheet.file));
  if (fresh.length === 0) return text;
  const added = fresh.map((sheet) => renderSheet(sheet, described[sheets.indexOf(sheet)])).join("\n");
  const blank = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  if (mapping.files.size === 0 && mapping.open.length === 0) {
    const bare = blank.replace(/^files:\s*(\{\s*\})?\s*$/m, "").trimEnd();
    return `${bare === "" ? HEAD : `${bare}\n`}\nfiles:\n${added}`;
  }
  return appendToFiles(blank, added);
}

export type MappingSource = Pick<Inspection, "sheets" | "ignored" | "mapping">;

/** The added entries go below the last line of `files`, before whatever other key follows it. */
function appendToFiles(text: string, added: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^files:/.test(line));
  const next = lines.findIndex((line, i) => i > start && /^[^\s#]/.test(line));
  const end = next === -1 ? lines.length - 1 : next;
  return [...lines.slice(0, end), ...added.trimEnd().split("\n"), "", ...lines.slice(end)].join("\n");
}

function entry(name: string, lines: readonly string[]): string {
  return `  ${quote(name)}:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

function renderOverrides(overrides: Overrides): string[] {
  return stringify(overrides).trimEnd().split("\n");
}

/** One sheet: why it is taken for what it is, then everything a person may want to change. */
function renderSheet(reading: SheetReading, words: SheetReport = describeSheet(reading)): string {
  const comments = [
    [`${words.name} · ${words.form.vi}`, words.form.en],
    both(
      words.tableLabel && {
        vi: `${words.tableLabel.vi}. ${words.why.vi}`,
        en: `${words.tableLabel.en}. ${words.why.en}`
      }
    ),
    both(words.grain),
    both(words.money)
  ].flatMap(([vi, en]) => (vi ? [comment(`${vi} / ${en}`)] : []));
  return `${comments.map((line) => `  ${line}\n`).join("")}${entry(words.name, [
    ...renderChoices(reading, words),
    ...renderColumns(reading, words),
    ...renderRest(reading),
    ...renderUnused(words)
  ])}`;
}

function both(text: Record<Lang, string> | null): [string, string] {
  return text ? [text.vi, text.en] : ["", ""];
}

function renderChoices(
  reading: SheetReading,
  { table, preset, grainId, datesText, numbersText }: SheetReport
): string[] {
  const { questions, dates, numbers, zone, overrides } = reading;
  const asked = (about: string) => questions.find((question) => question.about === about);
  const choice = (
    key: Question["about"] | "discount",
    value: string | undefined,
    means: Record<Lang, string> | null | undefined
  ) => {
    const question = asked(key);
    if (question) {
      const readings = question.readings.map(({ answer, reads }) => `${answer} → ${reads}`).join(" · ");
      return [`${key}: ${quote(OPEN)}  ${comment(`${question.example}: ${readings}`)}`];
    }
    if (value && means) return [`${key}: ${value}  ${comment(`${means.vi} / ${means.en}`)}`];
    return key === "dates" || key === "numbers" ? [comment(`${key}: ${MAPPING_COMMENTS.allRows.join(" / ")}`)] : [];
  };
  const { amount, discount, cost } = { ...reading.reconciled?.reading, ...overrides };
  const kinds = new Set(
    Object.keys(reading.columns).map((id) => reading.definition?.columns.find((c) => c.id === id)?.kind)
  );
  if (!table) return [`table: ${quote(OPEN)}  ${comment("orders, customers, events, costs, ignore")}`];
  return [
    `table: ${table}`,
    ...(preset ? [`preset: ${preset.id}`] : overrides.preset === null ? ["preset: null"] : []),
    ...(table === "orders" && grainId ? [`grain: ${grainId}`] : []),
    ...(kinds.has("day") ? choice("dates", dates, datesText) : []),
    ...(kinds.has("money") || kinds.has("number") ? choice("numbers", numbers, numbersText) : []),
    ...choice("amount", amount, amount && bilingual(MONEY_READINGS[amount])),
    ...choice("discount", discount, discount && bilingual(DISCOUNT_WORDS[discount])),
    ...choice("cost", cost, cost && bilingual(COST_WORDS[cost])),
    ...(zone ? [`zone: ${quote(zone)}`] : []),
    ...renderJoin(reading)
  ];
}

/** What was joined to a sheet, to be changed or switched off; what a person switched off stays so. */
function renderJoin({ sheet, overrides }: SheetReading): string[] {
  const off = Object.entries(overrides.join ?? {}).filter(([, keys]) => keys === NO_JOIN);
  const lines = [...joinsOf(sheet).map((join) => [join.name, writeKeys(join)] as const), ...off].map(
    ([name, keys]) => `  ${quote(name)}: ${quote(keys)}`
  );
  return lines.length > 0 ? [`join:  ${comment(MAPPING_COMMENTS.join.join(" / "))}`, ...lines] : [];
}

function renderColumns(
  { definition, columns, profiles, issues, overrides }: SheetReading,
  words: SheetReport
): string[] {
  const canonical = definition?.columns ?? [];
  const given = canonical.flatMap(({ id, label, personal, kind }) => {
    const heading = columns[id];
    if (heading === undefined) return overrides.columns?.[id] === null ? [`  ${id}: null`] : [];
    const example = profiles.cells(heading)[0];
    const shown = example === undefined ? "" : ` · ${personal ? maskCell(example, kind) : example}`;
    return [
      `  ${id}: ${quote(heading)}  ${comment(`${label.vi === label.en ? label.vi : `${label.vi} / ${label.en}`}${shown}`)}`
    ];
  });
  const missing = issues
    .filter(({ code }) => code === "missing-column")
    .map(
      ({ column = "" }) => `  ${column}: ${quote(OPEN)}  ${comment(words.headings.map((h) => h.heading).join(", "))}`
    );
  return given.length + missing.length > 0 ? ["columns:", ...given, ...missing] : [];
}

function renderRest({ constants, unknownStatuses, overrides }: SheetReading): string[] {
  const meanings = { ...overrides.words };
  for (const [id, unknown] of Object.entries(unknownStatuses))
    meanings[id] = { ...meanings[id], ...Object.fromEntries(unknown.map((word) => [word, OPEN])) };
  const lines = Object.entries(constants).map(([id, value]) => `  ${id}: ${quote(value)}`);
  const words = Object.entries(meanings).flatMap(([id, spellings]) => [
    `  ${id}:`,
    ...Object.entries(spellings).map(([spelling, word]) => `    ${quote(spelling)}: ${quote(word)}`)
  ]);
  const own = {
    duplicates: overrides.duplicates,
    headings: overrides.headings,
    headingRow: overrides.headingRow,
    sheets: overrides.sheets
  };
  const reading = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return [
    ...(lines.length > 0 ? ["constants:", ...lines] : []),
    ...(words.length > 0 ? ["words:", ...words] : []),
    ...(Object.keys(reading).length > 0 ? renderOverrides(reading) : [])
  ];
}

function renderUnused({ headings, notes, left }: SheetReport): string[] {
  const unused = headings.filter(({ column }) => column === null).map(({ heading }) => heading);
  return [
    ...notes.map(({ vi, en }) => comment(`${vi} / ${en}`)),
    ...(unused.length > 0 ? [comment(`${MAPPING_COMMENTS.unused.join(" / ")}: ${unused.join(", ")}`)] : []),
    ...left.map(({ label, rows, examples }) =>
      comment(`${label.vi} / ${label.en}: ${rows} (${examples.map(({ row }) => row).join(", ")}…)`)
    )
  ];
}

/** A text from a data file as a YAML string that can't be anything else. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

const LONGEST = 400;

/** A text as a comment: one line whatever it holds. */
function comment(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\ufeff]+/gu, " ").trim();
  return `# ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}`;
}
