import type { PublishedDefinitions, PublishedScheme } from "../../loaders/publish/published.js";
import { schemeOf } from "../charts/group.js";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";
import type { Choice } from "./choice.js";
import { type List, list } from "./list.js";

/** Picker of a scheme. */
export function pickScheme(definitions: PublishedDefinitions, lang: Lang): List {
  return list(schemesOf(definitions, lang), { label: speak(CHARTS, lang).scheme });
}

/** Picker of a scheme to set against the one that is picked: any but that. */
export function pickOther(scheme: List, definitions: PublishedDefinitions, lang: Lang): List {
  const others = () => schemesOf(definitions, lang).filter((choice) => choice.value !== scheme.value);
  return following(scheme, list(others(), { label: speak(CHARTS, lang).otherScheme }), others);
}

/** Picker of a group of the scheme that is picked, or of none; with `all: false` of a group only. */
export function pickGroup(scheme: List, definitions: PublishedDefinitions, lang: Lang, { all = true } = {}): List {
  const groups = () => groupsOf(schemeOf(definitions, scheme.value), lang, all);
  return following(scheme, list(groups(), { label: speak(CHARTS, lang).group }), groups);
}

/** Picker of a dimension that the funnel was counted by. */
export function pickDimension(definitions: PublishedDefinitions, counted: readonly string[], lang: Lang): List {
  const dimensions = definitions.dimensions.filter((dimension) => counted.includes(dimension.id));
  return list(
    dimensions.map((dimension) => ({ value: dimension.id, label: dimension.label[lang] })),
    { label: speak(CHARTS, lang).dimension }
  );
}

/** Picker of a state after the first two, which every cohort has reached by definition. */
export function pickState(definitions: PublishedDefinitions, lang: Lang): List {
  return list(
    definitions.states.slice(2).map((state) => ({ value: state.id, label: state.label[lang] })),
    { label: speak(CHARTS, lang).state }
  );
}

function following(leader: List, follower: List, choices: () => Choice[]): List {
  leader.addEventListener("input", () => follower.offer(choices()));
  return follower;
}

function schemesOf({ schemes }: PublishedDefinitions, lang: Lang): Choice[] {
  return schemes.map((scheme) => ({
    value: scheme.id,
    label: scheme.label[lang],
    family: scheme.familyLabel[lang]
  }));
}

function groupsOf(scheme: PublishedScheme, lang: Lang, all: boolean): Choice[] {
  const groups = scheme.groups
    .filter((group) => !group.rest)
    .map((group) => ({ value: group.id, label: group.label[lang] }));
  return all ? [{ value: "", label: speak(CHARTS, lang).allGroups }, ...groups] : groups;
}
