import type { SourceFile } from "../dataset/source.js";
import { zoneOffsets } from "../engine/zone.js";
import { COUNTRIES } from "./countries.js";

const OFFSET = /^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d).*?([+-])(\d\d):?(\d\d)?$/;
const MINUTE = 60_000;

/** Zones of countries that have several, the busiest first. */
const SEVERAL = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Phoenix",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Halifax",
  "America/Toronto",
  "America/Vancouver",
  "America/Mexico_City",
  "America/Sao_Paulo",
  "America/Bogota",
  "America/Lima",
  "America/Argentina/Buenos_Aires",
  "Europe/Madrid",
  "Europe/Lisbon",
  "Europe/Moscow",
  "Asia/Jakarta",
  "Australia/Sydney",
  "Australia/Brisbane",
  "Australia/Adelaide",
  "Australia/Perth"
];
const ZONES = [...COUNTRIES.flatMap(({ zone }) => zone ?? []), ...SEVERAL];

/** Stamps of day columns that carry an offset other than that of UTC: when, in epoch minutes, and how far ahead. */
interface Stamp {
  minute: number;
  ahead: number;
}

/**
 * The zone whose clocks show what the offsets in a shop's stamps say (−0500 in winter and −0400 in summer: New York),
 * so that each order stays on the shop's own day; the home's zone first. Undefined where no stamp has an offset of
 * its own, or no zone fits them all.
 */
export function zoneOfOffsets(
  files: readonly Pick<SourceFile, "sheet" | "columns" | "definition">[],
  home: string | undefined
): string | undefined {
  const stamps = files.flatMap(stampsOf);
  if (stamps.length === 0) return undefined;
  const fixed = new Set(stamps.map(({ ahead }) => ahead));
  const zones = home === undefined ? ZONES : [home, ...ZONES];
  const found = zones.find((zone) => {
    const offsets = zoneOffsets(zone);
    return stamps.every(({ minute, ahead }) => aheadAt(offsets, minute) === ahead);
  });
  const [ahead = 0] = fixed;
  if (found !== undefined || fixed.size > 1 || ahead % 60 !== 0) return found;
  // The signs of these names are turned round: five hours behind UTC is +5.
  return `Etc/GMT${ahead < 0 ? "+" : "-"}${Math.abs(ahead) / 60}`;
}

function stampsOf({ sheet, columns, definition }: Pick<SourceFile, "sheet" | "columns" | "definition">): Stamp[] {
  const days = definition.columns.flatMap((c) => (c.kind === "day" && columns[c.id]) || []);
  const places = days.map((heading) => sheet.headings.indexOf(heading));
  return sheet.sample.flatMap((row) =>
    places.flatMap((place): Stamp[] => {
      const [, local, sign, hours = "", minutes = "0"] = OFFSET.exec(row[place]?.trim() ?? "") ?? [];
      if (local === undefined) return [];
      const ahead = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
      const minute = Date.parse(`${local.replace(" ", "T")}:00Z`) / MINUTE - ahead;
      return ahead === 0 || Number.isNaN(minute) ? [] : [{ minute, ahead }];
    })
  );
}

function aheadAt(offsets: readonly { from: number; minutes: number }[], minute: number): number {
  return (offsets.findLast(({ from }) => from <= minute) ?? offsets[0])?.minutes ?? 0;
}
