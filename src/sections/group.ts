import { html } from "htl";
import { groupLook, groupLooks, schemeOf } from "../charts/group.js";
import { profile } from "../charts/profile.js";
import { trend } from "../charts/trend.js";
import { live } from "../controls/live.js";
import type { Published } from "./published.js";
import type { SectionOptions } from "./section.js";

export interface GroupOptions extends Pick<SectionOptions, "f"> {
  scheme: string;
  group: string;
}

/** One group in charts: how it has grown, and how it differs from everybody. */
export function group(
  { definitions, segments, trend: rows }: Pick<Published, "definitions" | "segments" | "trend">,
  { scheme: id, group, f }: GroupOptions
): HTMLElement {
  const scheme = schemeOf(definitions, id);
  const { label, colour } = groupLook(groupLooks(scheme, f.lang), group, f.lang);
  const everybody = segments.find((d) => d.scheme === "all");
  const mine = segments.find((d) => d.scheme === id && d.group === group);
  return html`<div>
    ${live((width) => trend(rows, { scheme, f, width, show: "customers", only: group }))}
    ${mine && everybody ? live((width) => profile(mine, everybody, { numbers: definitions.numbers, name: label, colour, f, width })) : null}
  </div>`;
}
