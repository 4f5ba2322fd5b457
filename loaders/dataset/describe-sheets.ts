import type { Bilingual } from "../../src/terms/lang.js";
import type { LeftKind, Sheet } from "../files/sheet.js";
import { FileFault } from "../files/sheet.js";
import type { Inspection } from "./inspect.js";
import { DAYS, describeForm, describeMoney, GRAINS, LEFT, NUMBERS, ROWS } from "./sentences.js";
import type { SheetReading } from "./sheet-reading.js";
import type { SheetReport } from "./sheet-report.js";

const EXAMPLES = 3;
const SHOWN_LEFT = 3;

/**
 * How the sheets of a folder are read, in words. Rows that are left out are counted by reading each sheet to
 * its end, unless it is proven plain.
 */
export async function describeSheets({ sheets }: Pick<Inspection, "sheets">): Promise<SheetReport[]> {
  return Promise.all(sheets.map(async (one) => ({ ...describeSheet(one), left: await countLeft(one.sheet) })));
}

/** The same without a look at all rows; nothing is known of those left out. */
export function describeSheet(reading: SheetReading): SheetReport {
  const { sheet, preset, table, definition, columns, sources, profiles, grain, dates, numbers, constants } = reading;
  const canonical = definition?.columns ?? [];
  const labelOf = (id: string): Bilingual => canonical.find((column) => column.id === id)?.label ?? { vi: id, en: id };
  const columnOf = new Map(Object.entries(columns).map(([id, heading]) => [heading, id]));
  return {
    name: sheet.name,
    file: sheet.file,
    kind: sheet.form.kind,
    form: describeForm(sheet.form),
    preset: preset ? { id: preset.id, label: preset.label, source: preset.source } : null,
    table: table ?? null,
    tableLabel: definition?.label ?? null,
    why: describeWhy(reading),
    grain: !table ? null : table === "orders" ? GRAINS[grain ?? "line"] : ROWS[table],
    grainId: table ? (grain ?? "row") : null,
    money: table === "orders" ? (preset?.money ?? describeMoney(columns, grain ?? "line")) : null,
    headings: sheet.headings.map((heading) => {
      const column = columnOf.get(heading);
      return {
        heading,
        examples: [...new Set(profiles.cells(heading))].slice(0, EXAMPLES),
        column: column ?? null,
        label: column ? labelOf(column) : null,
        source: column ? (sources[column] ?? null) : null
      };
    }),
    constants: Object.entries(constants).map(([column, value]) => ({ column, label: labelOf(column), value })),
    left: [],
    dates: dates ?? null,
    datesText: dates ? DAYS[dates] : null,
    numbers: numbers ?? null,
    numbersText: numbers ? NUMBERS[numbers] : null,
    zone: reading.zone ?? null,
    notes: reading.contradicted.map(({ id, heading }) => ({
      vi: `Cột “${heading}” có tên như ${labelOf(id).vi} nhưng giá trị không phải, hoặc bị che: không dùng.`,
      en: `“${heading}” is named like ${labelOf(id).en}, but its values aren't, or are masked: not used.`
    })),
    questions: [...reading.questions],
    problems: [...reading.issues]
  };
}

function describeWhy({ preset, table, sources, columns }: SheetReading): Bilingual {
  if (!table) return { vi: "Chưa nhận ra tệp này.", en: "Not recognised." };
  if (preset)
    return {
      vi: `Dòng tiêu đề khớp với tệp xuất “${preset.label.vi}”.`,
      en: `The headings are those of the export “${preset.label.en}”.`
    };
  const byValues = Object.entries(sources).filter(([id, by]) => by === "values" && columns[id]).length;
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
export async function countLeft(sheet: Sheet): Promise<SheetReport["left"]> {
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
