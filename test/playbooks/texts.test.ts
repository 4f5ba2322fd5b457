import { resolve } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import type { Scheme } from "../../loaders/definitions/scheme.js";
import { MARKS, type Playbook } from "../../loaders/playbooks/compose.js";
import { renderMarkdown } from "../../loaders/playbooks/markdown.js";
import { LANGS } from "../../src/terms/lang.js";
import { withPlaybooks } from "../support/stages.js";

const RUN = 8;
let playbooks: Playbook[] = [];
let schemes: readonly Scheme[] = [];
let markdown = new Map<Playbook, string>();

beforeAll(async () => {
  await withPlaybooks(resolve(import.meta.dirname, "../../data/sample"), (made) => {
    ({ playbooks } = made);
    ({ schemes } = made.definitions);
    markdown = new Map(playbooks.map((p) => [p, renderMarkdown(p, made.firm)]));
  });
});

test("every group of every scheme has a playbook in each language, with at least three plays of its own", () => {
  for (const lang of LANGS)
    for (const scheme of schemes)
      for (const group of scheme.groups) {
        const found = playbooks.filter((p) => p.lang === lang && p.scheme.id === scheme.id && p.group === group.id);
        expect([lang, scheme.id, group.id, found.length]).toEqual([lang, scheme.id, group.id, 1]);
        const [playbook] = found;
        expect([scheme.id, group.id, (playbook?.plays.length ?? 0) + (playbook?.notNow.length ?? 0) >= 3]).toEqual([
          scheme.id,
          group.id,
          true
        ]);
      }
});

test("the two languages of a group hold the same plays in the same order", () => {
  for (const vi of playbooks.filter((p) => p.lang === "vi")) {
    const en = playbooks.find((p) => p.lang === "en" && p.scheme === vi.scheme && p.group === vi.group);
    expect(en?.plays.map((p) => p.id)).toEqual(vi.plays.map((p) => p.id));
    expect(en?.title).not.toBe(vi.title);
  }
});

test("no playbook shows a hole: undefined, NaN, an unfilled mark or an empty value", () => {
  for (const [playbook, text] of markdown) {
    const found = /undefined|NaN|Infinity|\{\{|\}\}|\{%|%\}|\[object|:\*\* *$/m.exec(text);
    expect([playbook.lang, playbook.scheme.id, playbook.group, found?.[0]]).toEqual([
      playbook.lang,
      playbook.scheme.id,
      playbook.group,
      undefined
    ]);
  }
});

/** The author's own words of a playbook: the text and the plays, without frame and numbers, cut where a name from the data stands. */
function ownTexts({ body, title, summary, goal, sign, plays, facts }: Playbook): string[] {
  const texts = [title, summary, goal, sign, body, ...plays.flatMap((p) => Object.values(p.words))];
  const cuts = [...Object.values(MARKS), ...facts.map((f) => f.value)];
  return cuts.reduce((parts, cut) => parts.flatMap((text) => text.split(cut)), texts);
}

function runs(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, i) => words.slice(i, i + RUN).join(" "));
}

describe.each(LANGS)("in %s", (lang) => {
  it(`no two groups share a run of ${RUN} words in their texts and plays`, () => {
    const first = new Map<string, Playbook>();
    const shared: string[] = [];
    for (const playbook of playbooks.filter((p) => p.lang === lang))
      for (const run of ownTexts(playbook).flatMap(runs)) {
        const other = first.get(run) ?? playbook;
        first.set(run, other);
        if (other !== playbook)
          shared.push(`${other.scheme.id}/${other.group} and ${playbook.scheme.id}/${playbook.group}: ${run}`);
      }
    expect(shared).toEqual([]);
  });

  it("plays stand in order of expected value, each value people × response × worth", () => {
    for (const { scheme, group, plays } of playbooks.filter((p) => p.lang === lang)) {
      const values = plays.map((p) => p.value ?? -1);
      expect([scheme.id, group, values]).toEqual([scheme.id, group, values.toSorted((a, b) => b - a)]);
    }
  });

  it("a playbook's numbers are the group's own", () => {
    const loyal = playbooks.find((p) => p.lang === lang && p.scheme.id === "sales-groups" && p.group === "loyal");
    expect(loyal?.customers).toBeGreaterThan(100);
    const shown = new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB").format(loyal?.customers ?? 0);
    expect(loyal?.numbers[0]?.group).toContain(shown);
    expect(markdown.get(loyal as Playbook)).toContain(shown);
  });
});
