import type { PublishedDefinitions, PublishedScheme } from "../../loaders/publish/published.js";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import { groupColour } from "./colour.js";
import { numberOf, type SegmentRow } from "./rows.js";

export interface GroupLook {
  id: string;
  label: string;
  colour: string;
  index: number;
  rest: boolean;
}

/** The groups of a scheme as charts show them, in display order: name, colour, whether it is a rest. */
export function groupLooks(scheme: PublishedScheme, lang: Lang): GroupLook[] {
  return scheme.groups.map((group, index) => ({
    id: group.id,
    label: group.label[lang],
    colour: groupColour(index, group.rest),
    index,
    rest: group.rest
  }));
}

/** Look of one group; an id that is none of the scheme's stands for the people not known at the earlier date. */
export function groupLook(looks: GroupLook[], id: string, lang: Lang): GroupLook {
  return (
    looks.find((look) => look.id === id) ?? {
      id,
      label: speak(CHARTS, lang).newcomers,
      colour: "var(--rest)",
      index: -1,
      rest: true
    }
  );
}

/**
 * The row to portray: the chosen group, or the one that brings most money while none is chosen; undefined where the
 * scheme has nobody in a group.
 */
export function portrait(rows: SegmentRow[], scheme: PublishedScheme, chosen: string): SegmentRow | undefined {
  const own = rows.filter((row) => row.scheme === scheme.id);
  const rests = new Set(scheme.groups.filter((group) => group.rest).map((group) => group.id));
  const worth = (row: SegmentRow) => numberOf(row, "revenue") ?? numberOf(row, "customers") ?? 0;
  const richest = own.filter((row) => !rests.has(row.group)).sort((a, b) => worth(b) - worth(a))[0];
  return own.find((row) => row.group === chosen) ?? richest;
}

/** The scheme of that id, or the first one. */
export function schemeOf(definitions: PublishedDefinitions, id: string): PublishedScheme {
  const scheme = definitions.schemes.find((d) => d.id === id) ?? definitions.schemes[0];
  if (!scheme) throw new Error("no schemes are published");
  return scheme;
}
