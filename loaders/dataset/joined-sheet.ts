import type { RowBatch, Sheet, SheetRow } from "../files/sheet.js";
import type { JoinCandidate } from "./find-joins.js";

/** What was joined to a sheet, and how well it fits. */
export interface Joined {
  /** Name of the other sheet. */
  name: string;
  on: string;
  to: string;
  /** Rows of the other sheet. */
  rows: number;
  /** Part of the filled keys of the first rows that are found in it, 0–1. */
  found: number;
}

/** A sheet put together from several; rows, and their numbers, are those of its main one. */
export interface JoinedSheet extends Sheet {
  joined: readonly Joined[];
}

/** What was joined to a sheet; nothing for one that stands alone. */
export function joinsOf(sheet: Sheet): readonly Joined[] {
  return "joined" in sheet ? (sheet as JoinedSheet).joined : [];
}

/** The key as a person writes it: one name where both sheets have it, else both. */
export function writeKeys({ on, to }: Pick<Joined, "on" | "to">): string {
  return on === to ? on : `${on} = ${to}`;
}

/** Fewer keys than this found: the sheets are no parts of one database. */
const MOST = 0.95;

/**
 * A sheet with the cells of another added to each row by a key. Undefined where the key names a row of the other twice,
 * or is missing from it too often. Rows of the other that none names come last with the key alone where `keepAll`, as
 * else their money would be lost.
 */
export async function joinSheet(
  { main, other, on, to, names }: JoinCandidate,
  keepAll: boolean
): Promise<JoinedSheet | undefined> {
  const keyed = await readKeyed(other, to);
  if (!keyed) return undefined;
  const place = main.headings.indexOf(on);
  const keys = main.sample.flatMap((row) => row[place]?.trim() || []);
  const found = keys.filter((key) => keyed.has(key)).length / Math.max(1, keys.length);
  if (keys.length === 0 || found < MOST) return undefined;
  const places = [...names.keys()].map((heading) => other.headings.indexOf(heading));
  const width = main.headings.length;
  const extend = (cells: readonly string[]) => {
    const more = keyed.get(cells[place]?.trim() ?? "")?.cells;
    return [...cells.slice(0, width), ...places.map((at) => more?.[at] ?? "")];
  };
  const alone = ({ row, cells }: SheetRow): SheetRow => {
    const key = cells[other.headings.indexOf(to)] ?? "";
    return { row, cells: extend(main.headings.map((_, i) => (i === place ? key : ""))) };
  };
  async function* rows(): AsyncGenerator<RowBatch> {
    const seen = new Set<string>();
    for await (const batch of main.rows()) {
      for (const { cells } of batch.rows) if (keepAll) seen.add(cells[place]?.trim() ?? "");
      yield { ...batch, rows: batch.rows.map(({ row, cells }) => ({ row, cells: extend(cells) })) };
    }
    const unseen = keepAll && keyed ? [...keyed].filter(([key]) => !seen.has(key)) : [];
    if (unseen.length > 0) yield { rows: unseen.map(([, row]) => alone(row)), left: [], ragged: [] };
  }
  const { direct: _, ...rest } = main;
  return {
    ...rest,
    headings: [
      ...main.headings,
      ...[...names.values()].map((name) => (main.headings.includes(name) ? `${name} (${other.name})` : name))
    ],
    sample: main.sample.map(extend),
    rows,
    joined: [...joinsOf(main), { name: other.name, on, to, rows: keyed.size, found }]
  };
}

/** The rows of a sheet by the cells of a key; undefined where a key stands twice. */
async function readKeyed({ headings, rows }: Sheet, to: string): Promise<Map<string, SheetRow> | undefined> {
  const place = headings.indexOf(to);
  const keyed = new Map<string, SheetRow>();
  for await (const batch of rows())
    for (const row of batch.rows) {
      const key = row.cells[place]?.trim() ?? "";
      if (key === "") continue;
      if (keyed.has(key)) return undefined;
      keyed.set(key, row);
    }
  return keyed;
}
