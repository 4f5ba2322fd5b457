import { evaluate, type Values } from "../definitions/evaluate.js";
import type { Numbers } from "../definitions/numbers.js";
import type { Play } from "../definitions/play.js";

/** A play with what it may bring to this group; null where the group's numbers are not known. */
export interface RankedPlay {
  play: Play;
  people: number | null;
  worth: number | null;
  /** people × response × worth. */
  value: number | null;
}

/** Plays of a group: those that fit its numbers, most valuable first; and those that don't fit now. */
export interface Choice {
  chosen: RankedPlay[];
  notNow: RankedPlay[];
}

/**
 * Keeps the plays whose conditions hold and whose audience is not empty, ordered by expected value (ties by
 * the order of the file). A condition on a
 * number that is not known drops no play. What a group doesn't have is taken from everybody; without numbers all
 * plays stay.
 */
export function choosePlays(plays: readonly Play[], group: Numbers, all: Numbers): Choice {
  const values = valuesOf(group, all);
  const ranked = plays.map((play): RankedPlay & { fits: boolean } => {
    const people = group[play.audience] ?? null;
    const worth = group[play.worth] || all[play.worth] || null;
    const value = people === null || worth === null ? null : people * play.response * worth;
    return {
      play,
      people,
      worth,
      value,
      fits: people !== 0 && play.when.every((condition) => evaluate(condition, values) !== false)
    };
  });
  const byValue = (a: RankedPlay, b: RankedPlay) => (b.value ?? -1) - (a.value ?? -1);
  const known = group.customers !== null && group.customers !== undefined && group.customers > 0;
  const chosen = ranked.filter((r) => r.fits || !known).sort(byValue);
  const notNow = ranked.filter((r) => !r.fits && known).sort(byValue);
  return { chosen, notNow };
}

/** What conditions of plays name: `x` and `group.x` are numbers of the group, `all.x` those of everybody. */
function valuesOf(group: Numbers, all: Numbers): Values {
  return {
    name: (name) => {
      const [who, id] = name.includes(".") ? name.split(".") : ["group", name];
      return (who === "all" ? all : group)[id ?? ""];
    }
  };
}
