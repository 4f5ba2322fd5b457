import type { SourceFile } from "../dataset/source.js";
import type { Settings } from "../definitions/settings.js";
import { IssuesError } from "../issues/issue.js";
import { nameCountry } from "./country.js";
import { type Home, zoneOfCountry } from "./home.js";
import { zoneOfOffsets } from "./shop-zone.js";

/** Where nothing says anything of a firm, it is taken for one in Vietnam. */
const ZONE = "Asia/Ho_Chi_Minh";
const IN_UTC = /\d[ T]\d\d?:\d\d.*(Z|UTC|GMT|[+-]00:?00)$/;

/**
 * By whose calendar days are counted: as set, else by the offsets in the shop's own stamps, else by the clocks of its
 * country. A country of several zones has to be asked where stamps are in UTC, as their day depends on it.
 */
export function chooseZone(files: readonly SourceFile[], { zone }: Pick<Settings, "zone">, { country }: Home): string {
  if (zone !== undefined) return zone;
  const ofCountry = zoneOfCountry(country);
  const own = files.filter(({ table }) => table === "orders");
  const found = zoneOfOffsets(own, ofCountry) ?? ofCountry;
  if (found !== undefined) return found;
  const moved = country === undefined ? [] : files.filter(needsZone);
  if (country !== undefined && moved.length > 0)
    throw new IssuesError(
      moved.map(({ file }) => ({ code: "unknown-zone", file, detail: { country: nameCountry(country) } }))
    );
  return ZONE;
}

/** Whether days of a sheet are moved from UTC, or from a zone that its layout knows. */
function needsZone({ sheet, columns, definition, zone }: SourceFile): boolean {
  if (zone !== undefined) return true;
  const headings = definition.columns.flatMap((c) => (c.kind === "day" && columns[c.id]) || []);
  const places = headings.map((heading) => sheet.headings.indexOf(heading));
  return sheet.sample.some((row) => places.some((place) => IN_UTC.test(row[place]?.trim() ?? "")));
}
