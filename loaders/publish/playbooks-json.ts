import { foldAccents } from "../../src/terms/fold-heading.js";
import type { Study } from "../study.js";
import type { PublishedPlaybook } from "./published.js";

/** `data/playbooks.json`: what the index lists and searches. */
export function playbooksJson({ playbooks }: Study): PublishedPlaybook[] {
  return playbooks
    .filter((p) => p.lang === "vi")
    .map((vi) => {
      const en = playbooks.find((p) => p.lang === "en" && p.scheme === vi.scheme && p.group === vi.group) ?? vi;
      const words = [vi, en].flatMap((p) => [
        p.title,
        p.label,
        p.summary,
        p.scheme.label[p.lang],
        ...p.plays.map((play) => play.words.name)
      ]);
      return {
        scheme: vi.scheme.id,
        group: vi.group,
        title: { vi: vi.title, en: en.title },
        summary: { vi: vi.summary, en: en.summary },
        customers: vi.customers,
        withheld: vi.withheld,
        keywords: [...new Set(foldAccents(words.join(" ")).match(/[a-z0-9]+/g))].join(" "),
        plays: vi.plays.map((play) => ({
          id: play.id,
          name: {
            vi: play.words.name,
            en: en.plays.find((other) => other.id === play.id)?.words.name ?? play.words.name
          },
          people: play.people,
          value: play.value
        }))
      };
    });
}
