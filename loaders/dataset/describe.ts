import type { Bilingual } from "../../src/terms/lang.js";
import { TABLES } from "../definitions/columns.js";
import type { LeftKind, Sheet } from "../files/sheet.js";
import { FileFault } from "../files/sheet.js";
import type { Inspection } from "./inspect.js";
import { DAYS, describeForm, describeMoney, GRAINS, LEFT, NUMBERS, ROWS } from "./sentences.js";
import type { Understanding } from "./understanding.js";
import type { Understood } from "./understood.js";

const EXAMPLES = 3;
const SHOWN_LEFT = 3;

/**
 * How the files of a folder are understood, in words. Rows that are left out are counted by reading each sheet to
 * its end, unless it is proven plain.
 */
export async function describeUnderstanding({ sheets }: Pick<Inspection, "sheets">): Promise<Understanding[]> {
  return Promise.all(sheets.map(async (one) => ({ ...describeSheet(one), left: await countLeft(one.sheet) })));
}

/** The same without a look at all rows; nothing is known of those left out. */
export function describeSheet(understood: Understood): Understanding {
  const { sheet, preset, table, columns, how, looks, grain, dates, numbers, constants } = understood;
  const canonical = table ? TABLES[table].columns : [];
  const labelOf = (id: string): Bilingual => canonical.find((column) => column.id === id)?.label ?? { vi: id, en: id };
  const columnOf = new Map(Object.entries(columns).map(([id, heading]) => [heading, id]));
  return {
    name: sheet.name,
    file: sheet.file,
    kind: sheet.form.kind,
    form: describeForm(sheet.form),
    preset: preset ? { id: preset.id, label: preset.label, source: preset.source } : null,
    table: table ?? null,
    tableLabel: table ? TABLES[table].label : null,
    why: describeWhy(understood),
    grain: !table ? null : table === "orders" ? GRAINS[grain ?? "line"] : ROWS[table],
    grainId: table ? (grain ?? "row") : null,
    money: table === "orders" ? (preset?.money ?? describeMoney(columns, grain ?? "line")) : null,
    headings: sheet.headings.map((heading) => {
      const column = columnOf.get(heading);
      return {
        heading,
        examples: [...new Set(looks.cells(heading))].slice(0, EXAMPLES),
        column: column ?? null,
        label: column ? labelOf(column) : null,
        how: column ? (how[column] ?? null) : null
      };
    }),
    constants: Object.entries(constants).map(([column, value]) => ({ column, label: labelOf(column), value })),
    left: [],
    dates: dates ?? null,
    datesText: dates ? DAYS[dates] : null,
    numbers: numbers ?? null,
    numbersText: numbers ? NUMBERS[numbers] : null,
    zone: understood.zone ?? null,
    notes: understood.contradicted.map(({ id, heading }) => ({
      vi: `Cột “${heading}” có tên như ${labelOf(id).vi} nhưng giá trị không phải, hoặc bị che: không dùng.`,
      en: `“${heading}” is named like ${labelOf(id).en}, but its values aren't, or are masked: not used.`
    })),
    questions: understood.questions,
    problems: understood.issues
  };
}

function describeWhy({ preset, table, how, columns }: Understood): Bilingual {
  if (!table) return { vi: "Chưa nhận ra tệp này.", en: "Not recognised." };
  if (preset)
    return {
      vi: `Dòng tiêu đề khớp với tệp xuất “${preset.label.vi}”.`,
      en: `The headings are those of the export “${preset.label.en}”.`
    };
  const byValues = Object.entries(how).filter(([id, by]) => by === "values" && columns[id]).length;
  const count = Object.keys(columns).length;
  const seen = { vi: `${count} cột`, en: count === 1 ? "1 column" : `${count} columns` };
  return byValues > 0
    ? {
        vi: `Nhận ra ${seen.vi}, trong đó ${byValues} cột chỉ nhờ giá trị: nên kiểm tra lại.`,
        en: `${seen.en} recognised, ${byValues} of them by their values alone: please check.`
      }
    : { vi: `Nhận ra ${seen.vi} theo tên cột.`, en: `${seen.en} recognised by their names.` };
}

/** Rows that are no data, by kind, from all rows of a sheet; none where a database may read the file itself. */
export async function countLeft(sheet: Sheet): Promise<Understanding["left"]> {
  if (sheet.direct) return [];
  const found = new Map<LeftKind, { rows: number; examples: { row: number; text: string }[] }>();
  try {
    for await (const { left } of sheet.rows())
      for (const { row, kind, text } of left) {
        const count = found.get(kind) ?? { rows: 0, examples: [] };
        count.rows++;
        if (count.examples.length < SHOWN_LEFT) count.examples.push({ row, text });
        found.set(kind, count);
      }
  } catch (error) {
    // What can't be read to its end is an issue of the study; here only what was seen until then is told.
    if (!(error instanceof FileFault)) throw error;
  }
  return [...found].map(([kind, { rows, examples }]) => ({ kind, label: LEFT[kind], rows, examples }));
}
