import type { PublishedDefinitions, PublishedScheme } from "../../loaders/publish/published.js";
import type { Lang } from "../terms/lang.js";
import { words } from "../words/charts.js";
import { list } from "./control.js";
import type { Control } from "./state.js";

/** Picker of a scheme; `without` leaves one out, for the second of two. */
export function pickScheme(
  definitions: PublishedDefinitions,
  lang: Lang,
  { without, label }: { without?: string; label?: string } = {}
): Control {
  const schemes = definitions.schemes.filter((scheme) => scheme.id !== without);
  return list(
    schemes.map((scheme) => ({ value: scheme.id, label: scheme.label[lang], family: scheme.familyLabel[lang] })),
    { label: label ?? words(lang).scheme }
  );
}

/** Picker of a group of the scheme, or of none; with `all: false` of a group only. */
export function pickGroup(scheme: PublishedScheme, lang: Lang, { all = true } = {}): Control {
  const groups = scheme.groups
    .filter((group) => !group.rest)
    .map((group) => ({ value: group.id, label: group.label[lang] }));
  const none = { value: "", label: lang === "vi" ? "Tất cả các nhóm" : "All groups" };
  return list(all ? [none, ...groups] : groups, { label: words(lang).group });
}

/** Picker of a dimension that the funnel was counted by. */
export function pickDimension(definitions: PublishedDefinitions, counted: string[], lang: Lang): Control {
  const dimensions = definitions.dimensions.filter((dimension) => counted.includes(dimension.id));
  return list(
    dimensions.map((dimension) => ({ value: dimension.id, label: dimension.label[lang] })),
    { label: words(lang).dimension }
  );
}

/** Picker of a state after the first two, which every cohort has reached by definition. */
export function pickState(definitions: PublishedDefinitions, lang: Lang): Control {
  return list(
    definitions.states.slice(2).map((state) => ({ value: state.id, label: state.label[lang] })),
    { label: words(lang).state }
  );
}
