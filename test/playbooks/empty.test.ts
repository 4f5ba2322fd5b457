import { expect, it } from "vitest";
import { renderHtml } from "../../loaders/playbooks/html.js";
import { renderMarkdown } from "../../loaders/playbooks/markdown.js";
import { day } from "../support/shop.js";
import { share, withPlaybooks } from "../support/stages.js";

/** Nine current customers, three former ones (under five: withheld), no prospect or lead. */
const last = 900;
const rows = Array.from({ length: 12 }, (_, n) => `D${n},C${n},${n < 9 ? day(last - n) : day(n)},${1000 + n}`);
/** Orders in between, so that the early rows are not far from all others. */
const bridge = [300, 600].map((offset, n) => `B${n},C0,${day(offset)},1`);
const study = share(
  withPlaybooks,
  { "orders.csv": `order_id,customer_id,ordered_at,amount\n${[...rows, ...bridge].join("\n")}\n` },
  { schemes: ["sales-process"] }
);

const of = (lang: string, group: string) => {
  const { playbooks, firm } = study();
  const playbook = playbooks.find((p) => p.lang === lang && p.scheme.id === "sales-process" && p.group === group);
  if (!playbook) throw new Error(`no playbook: ${lang} ${group}`);
  return { playbook, markdown: renderMarkdown(playbook, firm), html: renderHtml(playbook, firm) };
};

it.each([
  ["vi", "Hiện chưa có khách nào trong nhóm này."],
  ["en", "Nobody is in this group at present."]
])("an empty group's playbook in %s says so and stands ready with all its plays", (lang, words) => {
  const { playbook, markdown, html } = of(lang, "prospect");
  expect(playbook).toMatchObject({ customers: 0, withheld: false, notNow: [] });
  expect(playbook.plays.length).toBeGreaterThanOrEqual(3);
  expect(markdown).toContain(words);
  expect(html).toContain(words);
});

it.each([
  ["vi", "former", "Các con số được giấu để bảo vệ riêng tư"],
  ["en", "former", "The numbers are withheld for privacy"]
])("a withheld group's playbook in %s says so and holds none of its numbers", (lang, group, words) => {
  const { playbook, markdown, html } = of(lang, group);
  expect(playbook).toMatchObject({ customers: null, withheld: true, numbers: [], facts: [] });
  for (const text of [markdown, html]) {
    expect(text).toContain(words);
    // Three people with 1,009 + 1,010 + 1,011 = 3,030.
    expect(text).not.toMatch(/3[.,]?030|1[.,]?010\b/);
  }
  for (const play of playbook.plays) expect([play.people, play.value]).toEqual([null, null]);
});

it("a large group hidden with a small one does not claim to be small", () => {
  // Nine current customers are hidden only because the three former ones could be found by subtraction.
  const { playbook, markdown } = of("en", "current");
  expect(playbook.withheld).toBe(true);
  expect(markdown).toContain("this group, or one that could be worked out from it, has fewer than 5 customers");
  expect(markdown).not.toContain("This group has fewer than 5 customers");
});
