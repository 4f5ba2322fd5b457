import { csvFormat } from "d3";
import { Marked } from "marked";
import { describe, expect, it, test } from "vitest";
import { renderHtml } from "../../loaders/playbooks/html.js";
import { renderMarkdown } from "../../loaders/playbooks/markdown.js";
import { pages } from "../../loaders/publish/pages.js";
import { escapeText } from "../../src/terms/escape.js";
import { day } from "../support/shop.js";
import { share } from "../support/stages.js";
import { withStudy } from "../support/study.js";

/** What an uploaded cell may hold, each with a word to find it again by. */
const NASTY = {
  product: "<script>alert('kim')</script> ${alert(1)}",
  category: "`x` ${globalThis.hack = 1} | b | {{ 7*7 }} {% include 'a' %}",
  channel: "![kim](http://evil.example/a.png) [kim](javascript:alert(1)) <img src=x onerror=alert(2)>",
  subject: "# Big\n\n---\n\n* list </article><iframe src=//evil.example>",
  name: '"><svg onload=alert(3)> \\`hack` &lt;script&gt; **bold** ~~no~~ _it_ $$x$$'
};

const orders = Array.from({ length: 24 }, (_, n) => ({
  order_id: `D${n}`,
  customer_id: `C${n % 8}`,
  ordered_at: day(n * 9),
  amount: 100,
  product: NASTY.product,
  category: n % 8 < 3 ? "safe" : NASTY.category,
  channel: NASTY.channel
}));
const events = Array.from({ length: 24 }, (_, n) => ({
  customer_id: `C${n % 8}`,
  occurred_at: day(n * 9),
  kind: "complaint",
  product: NASTY.product,
  subject: NASTY.subject
}));
const customers = Array.from({ length: 8 }, (_, n) => ({
  customer_id: `C${n}`,
  source: NASTY.channel,
  province: NASTY.category
}));
const FILES = {
  "orders.csv": csvFormat(orders),
  "events.csv": csvFormat(events),
  "customers.csv": csvFormat(customers),
  "segbook.yml": `name: ${JSON.stringify(NASTY.name)}\n`
};

/** Signs that would do something in HTML, if they stood there bare. Template signs are plain text by then. */
const LIVE = [/<script/i, /<img/i, /<svg/i, /<iframe/i, /<[^>]*onerror=/i, /href="(?!#|\.)/i, /src="/i];
/** Framework runs these wherever they stand on a page. */
const RUN = /\$\{/;

describe("uploaded text", () => {
  const study = share(withStudy, FILES);

  it("really reaches the playbooks", () => {
    const { playbooks, firm } = study();
    const all = playbooks.map((p) => renderMarkdown(p, firm)).join("\n");
    for (const word of ["alert", "globalThis", "evil.example", "Big"]) expect(all).toContain(word);
  });

  it("does nothing in the HTML of a playbook", () => {
    const { playbooks, firm } = study();
    for (const playbook of playbooks) {
      const html = renderHtml(playbook, firm);
      for (const live of LIVE)
        expect([playbook.scheme.id, playbook.group, live.exec(html)?.[0]]).toEqual([
          playbook.scheme.id,
          playbook.group,
          undefined
        ]);
      expect(html).not.toMatch(RUN);
      expect(html.match(/<article/g)).toHaveLength(1);
      // A blank line ends an HTML block in Markdown: after one, another block must begin at once.
      for (const part of html.split(/\n\s*\n/))
        expect(part).toMatch(/^<(article|h2|h3|p|div|ul|ol|table|blockquote)\b/);
    }
  });

  it("does nothing in the Markdown of a playbook, seen through a plain Markdown renderer", async () => {
    const { playbooks, firm } = study();
    const renderer = new Marked();
    for (const playbook of playbooks) {
      const markdown = renderMarkdown(playbook, firm);
      expect(markdown).not.toMatch(/\$\{|\{\{|\{%/);
      const html = await renderer.parse(markdown);
      for (const live of LIVE)
        expect([playbook.scheme.id, playbook.group, live.exec(html)?.[0]]).toEqual([
          playbook.scheme.id,
          playbook.group,
          undefined
        ]);
      expect(html).not.toMatch(/<h1[^>]*>Big/);
    }
  });

  it("breaks no table of a playbook: every row keeps the cells of its head", () => {
    const { playbooks, firm } = study();
    for (const playbook of playbooks)
      for (const line of renderMarkdown(playbook, firm)
        .split("\n")
        .filter((l) => l.startsWith("|")))
        expect(line.split("|")).toHaveLength(5);
  });

  it("does nothing on the pages made from the study, front matter included", () => {
    for (const [path, text] of pages(study())) {
      const [, front = "", body = ""] = text.split(/^---$/m);
      for (const live of [...LIVE.slice(0, 5), RUN]) expect([path, live.exec(body)?.[0]]).toEqual([path, undefined]);
      expect(front).not.toMatch(/\$\{|<script/);
    }
  });
});

test.each([
  ["*bold* _it_ `code`", "&#42;bold&#42; &#95;it&#95; &#96;code&#96;"],
  ["a | b", "a &#124; b"],
  [
    "see http://a.example or www.a.example or me@a.example",
    "see http&#58;//a.example or www&#46;a.example or me&#64;a.example"
  ],
  ["10:30, size 2.5", "10:30, size 2.5"],
  ["[x](y) ![z](w)", "&#91;x&#93;&#40;y&#41; &#33;&#91;z&#93;&#40;w&#41;"],
  ["two\n\nlines\tand  blanks", "two lines and blanks"],
  ["Bàn gỗ 5 lít, 20%", "Bàn gỗ 5 lít, 20%"]
])("%j is escaped to %j", (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});
