import { foldAccents } from "../../src/terms/fold-heading.js";
import type { Table } from "../definitions/columns.js";
import type { Preset } from "../definitions/preset.js";
import type { Sheet } from "../files/sheet.js";
import type { ColumnProfiles } from "./column-profiles.js";
import type { ColumnMap } from "./source.js";

/** Letters that only Vietnamese has. */
const LETTERS = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/u;
const PHONE = /^(?:\+?84|0)[235789]\d{8,9}$/;
const MOST = 0.5;

/**
 * Whether a sheet says that it is of a shop in Vietnam: a layout of a Vietnamese tool, headings in Vietnamese (with
 * accents or without), Vietnamese words in cells that are no names, or Vietnamese phones. A name says nothing: people
 * of Vietnamese family live and buy everywhere.
 */
export function isVietnamese(
  { columns: canonical }: Pick<Table, "columns">,
  { headings }: Pick<Sheet, "headings">,
  columns: ColumnMap,
  profiles: ColumnProfiles,
  preset: Preset | undefined
): boolean {
  if (preset && Object.values(preset.columns).flat().some(isAccented)) return true;
  const known = new Set(canonical.flatMap((c) => c.headings.filter(isAccented).map(foldAccents)));
  const own = new Set(canonical.flatMap((c) => [c.id, ...c.headings.filter((h) => !isAccented(h))].map(foldAccents)));
  const spoken = headings.filter((h) => isAccented(h) || (known.has(foldAccents(h)) && !own.has(foldAccents(h))));
  if (spoken.some(isAccented) || spoken.length > 1) return true;
  const phones = columns.phone === undefined ? [] : profiles.cells(columns.phone);
  const vietnamese = phones.filter((cell) => PHONE.test(cell.replace(/^'|[\s().-]/g, "")));
  if (vietnamese.length > phones.length * MOST) return true;
  const words = canonical.filter((c) => !c.personal && c.kind !== "day" && columns[c.id] !== undefined);
  return words.some(({ id }) => profiles.cells(columns[id] ?? "").some(isAccented));
}

function isAccented(text: string): boolean {
  return LETTERS.test(text.normalize("NFC"));
}
