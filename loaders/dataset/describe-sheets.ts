import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { DAYS, LEFT, NUMBERS, WHY } from "../../src/words/understanding.js";
import type { LeftKind, Sheet } from "../files/sheet.js";
import { FileFault } from "../files/sheet.js";
import type { Inspection } from "./inspect.js";
import { type Joined, joinsOf, writeKeys } from "./joined-sheet.js";
import { describeReconciled } from "./reconcile/describe.js";
import { describeForm, describeGrain, describeMoney } from "./sentences.js";
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
    grain: table ? describeGrain(table, grain ?? "line") : null,
    grainId: table ? (grain ?? "row") : null,
    money:
      table === "orders"
        ? (preset?.money ?? describeMoney(columns, grain ?? "line", reading.reconciled?.reading))
        : null,
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
    datesText: dates ? bilingual(DAYS[dates]) : null,
    numbers: numbers ?? null,
    numbersText: numbers ? bilingual(NUMBERS[numbers]) : null,
    zone: reading.zone ?? null,
    notes: [
      ...describeReconciled(reading),
      ...joinsOf(sheet).map(describeJoin),
      ...reading.contradicted.map(({ id, heading }) => bilingual(WHY.contradicted, { heading, label: labelOf(id) })),
      ...describeForms(reading)
    ],
    questions: [...reading.questions],
    problems: [...reading.issues]
  };
}

/** Columns that write their numbers otherwise than the file's money. */
function describeForms({ columns, forms, numbers }: SheetReading): Bilingual[] {
  return Object.entries(forms).flatMap(([id, form]) => {
    const style = form === "dot-cents" ? "dot" : form === "comma-cents" ? "comma" : form;
    return style === numbers
      ? []
      : [bilingual(WHY.otherNumbers, { heading: columns[id] ?? id, style: bilingual(NUMBERS[style]) })];
  });
}

function describeJoin(join: Joined): Bilingual {
  const { name, rows, found } = join;
  return bilingual(WHY.joined, { name, keys: writeKeys(join), rows, found: `${Math.floor(found * 100)} %` });
}

function describeWhy({ preset, table, sources, columns }: SheetReading): Bilingual {
  if (!table) return bilingual(WHY.unknown);
  if (preset) return bilingual(WHY.layout, { layout: preset.label });
  const byValues = Object.entries(sources).filter(([id, by]) => by === "values" && columns[id]).length;
  const count = Object.keys(columns).length;
  const seen = bilingual(count === 1 ? WHY.column : WHY.columns, { count });
  return byValues > 0
    ? bilingual(WHY.values, { columns: seen, count: byValues })
    : bilingual(WHY.names, { columns: seen });
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
  return [...found].map(([kind, { rows, examples }]) => ({ kind, label: bilingual(LEFT[kind]), rows, examples }));
}
