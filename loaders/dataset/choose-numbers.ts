import type { Column } from "../definitions/columns.js";
import type { Overrides } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { NumberStyle } from "../engine/dialect.js";
import type { ColumnProfiles } from "./column-profiles.js";
import { bothNumbers, findNumbers, joinNumbers, type NumberCells } from "./numbers.js";
import type { Question } from "./sheet-report.js";
import type { ColumnMap } from "./source.js";

/** One style for a file's numbers, money first; a question where nothing decides and it matters. */
export function chooseNumbers(
  columns: ColumnMap,
  canonical: readonly Column[],
  profiles: ColumnProfiles,
  preset: Preset | undefined,
  overrides: Overrides
): { numbers: NumberStyle; questions: Question[] } {
  if (overrides.numbers) return { numbers: overrides.numbers, questions: [] };
  const numeric = (["money", "number"] as const).flatMap((kind) =>
    canonical.filter((c) => c.kind === kind && columns[c.id])
  );
  const each = numeric.map((c) => ({
    kind: c.kind,
    column: columns[c.id] ?? "",
    ...findNumbers(profiles.cells(columns[c.id] ?? ""))
  }));
  const { style, either: open } = joinNumbers(each);
  const either = style ? contradiction(each, style, preset) : open;
  if (style && either === undefined) return { numbers: style, questions: [] };
  if (either === undefined || (!style && preset?.numbers)) return { numbers: preset?.numbers ?? "dot", questions: [] };
  const { dot, comma } = bothNumbers(either);
  const column = each.find((one) => one.either === either)?.column ?? "";
  const readings = [
    { answer: "comma", reads: comma },
    { answer: "dot", reads: dot }
  ];
  return { numbers: "dot", questions: [{ about: "numbers", column, example: either, readings }] };
}

/**
 * An amount such as `150.000` of which a column of counts (`1.5`) says one thing and the platform's layout another:
 * neither can be trusted.
 */
function contradiction(
  each: readonly (Pick<Column, "kind"> & NumberCells)[],
  style: NumberStyle,
  preset: Preset | undefined
): string | undefined {
  if (!preset?.numbers || preset.numbers === style) return undefined;
  const money = each.filter(({ kind }) => kind === "money");
  return money.some((one) => one.style) ? undefined : money.find(({ either }) => either !== undefined)?.either;
}
