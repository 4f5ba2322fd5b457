import { formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import { maskCell } from "../dataset/mask.js";
import type { ReportedHeading, SheetReport } from "../dataset/sheet-report.js";
import { findColumn } from "../definitions/columns.js";
import type { Definitions } from "../definitions/read.js";
import type { People } from "../people/compute.js";
import type { Tables } from "../tables/compute.js";
import type { FileCount } from "../tables/count.js";

const SHOWN = 40;

/** How a sheet is understood, as lines for a terminal; personal values masked. */
export function describeCheck(sheet: SheetReport, definitions: Definitions): Bilingual[] {
  const { table, tableLabel, why, grain, money, datesText, numbersText, constants, left, notes, questions } = sheet;
  const used = sheet.headings.filter(({ column }) => column !== null);
  const unused = sheet.headings.filter(({ column }) => column === null).map(({ heading }) => heading);
  const lines: (Bilingual | null)[] = [
    { vi: `\n${sheet.name} · ${sheet.form.vi}`, en: `\n${sheet.name} · ${sheet.form.en}` },
    tableLabel && { vi: `  Đọc là ${tableLabel.vi}. ${why.vi}`, en: `  Read as ${tableLabel.en}. ${why.en}` },
    indent(grain),
    indent(money),
    named({ vi: "ngày", en: "days" }, datesText),
    named({ vi: "số", en: "numbers" }, numbersText),
    ...used.map((heading) => describeHeading(table, heading, definitions)),
    ...constants.map(({ label, value }) => ({ vi: `    ${label.vi} = ${value}`, en: `    ${label.en} = ${value}` })),
    unused.length > 0 ? { vi: `  không dùng: ${unused.join(", ")}`, en: `  not used: ${unused.join(", ")}` } : null,
    ...left.map(({ label, rows, examples }) => {
      const at = examples.map(({ row }) => row).join(", ");
      return {
        vi: `  để ra ngoài: ${rows} ${label.vi} (dòng ${at})`,
        en: `  left out: ${rows} ${label.en} (row ${at})`
      };
    }),
    ...notes.map(indent),
    ...questions.map(({ column, example, readings }) => {
      const answers = readings.map(({ answer, reads }) => `${answer} → ${reads}`).join(" · ");
      return {
        vi: `  HỎI: ${column}: “${example}” là ${answers}?`,
        en: `  QUESTION: ${column}: is “${example}” ${answers}?`
      };
    })
  ];
  return lines.filter((line) => line !== null);
}

function indent(text: Bilingual | null): Bilingual | null {
  return text && { vi: `  ${text.vi}`, en: `  ${text.en}` };
}

function named(name: Bilingual, text: Bilingual | null): Bilingual | null {
  return text && { vi: `  ${name.vi}: ${text.vi}`, en: `  ${name.en}: ${text.en}` };
}

function describeHeading(
  table: SheetReport["table"],
  { heading, column, label, examples }: ReportedHeading,
  { tables }: Definitions
): Bilingual {
  const canonical = findColumn(tables, `${table}.${column}`);
  const example = examples[0];
  const shown = example === undefined ? "" : canonical.personal ? maskCell(example, canonical.kind) : example;
  const tail =
    shown === "" ? "" : ` · ${shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown.replace(/\s+/g, " ")}`;
  return { vi: `    ${label?.vi ?? column} ← ${heading}${tail}`, en: `    ${label?.en ?? column} ← ${heading}${tail}` };
}

/** What could be used of every file, and how many people there are in them; `nameless`: used order lines of nobody. */
export function describeCounts({ files, from, asOf }: Tables, people: People, nameless: number): Bilingual[] {
  const head = { vi: `\nDùng được (${from} – ${asOf}):`, en: `\nCan be used (${from} – ${asOf}):` };
  const told: Bilingual[] =
    people.identities === 0
      ? []
      : [
          {
            vi: `  ${people.identities} mã và số liên hệ của khách thuộc về ${people.persons} người`,
            en: `  ${people.identities} customer ids and contacts belong to ${people.persons} people`
          }
        ];
  if (nameless > 0)
    told.push({
      vi: `  ${nameless} dòng bán hàng không cho biết khách là ai: có trong doanh thu, không thuộc nhóm khách nào`,
      en: `  ${nameless} order lines name no customer: they count as revenue and belong to no group`
    });
  const lost = people.unused.phone["lost-digits"] ?? 0;
  if (lost > 0)
    told.push({
      vi: `  ${lost} số điện thoại đã mất chữ số (như 9.12E+08): xuất lại tệp với cột điện thoại ở dạng văn bản (Text)`,
      en: `  ${lost} phone numbers lost their digits (such as 9.12E+08): export the file again with phones as text`
    });
  const unknown = people.unknown.join(", ");
  if (unknown !== "")
    told.push({
      vi: `  people nêu mã không có trong tệp nào: ${unknown}`,
      en: `  people names ids that no file has: ${unknown}`
    });
  return [head, ...files.map(describeFile), ...told];
}

function describeFile(count: FileCount): Bilingual {
  const line = (lang: Lang): string => {
    const { number } = formats(lang, "XXX");
    const { rowsRead, rowsAccepted, rowsRejected, rowsDuplicate } = count;
    const words =
      lang === "vi"
        ? ["dòng đọc", "dùng", "để riêng", "trùng", "tiền dùng"]
        : ["rows read", "used", "set aside", "duplicate", "money used"];
    const parts = [rowsRead, rowsAccepted, rowsRejected, rowsDuplicate].map((n, i) => `${number(n)} ${words[i]}`);
    const money = count.moneyAccepted === null ? "" : ` · ${words[4]}: ${number(count.moneyAccepted)}`;
    return `  ${count.source.file}: ${parts.join(" · ")}${money}`;
  };
  return { vi: line("vi"), en: line("en") };
}
