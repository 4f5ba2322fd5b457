import { Marked } from "marked";
import { escapeHtml } from "../../src/terms/escape.js";
import { fold } from "../../src/terms/fold-heading.js";
import { formats } from "../../src/terms/format.js";
import { Markup, markup } from "../../src/terms/markup.js";
import { fill, speak } from "../../src/terms/words.js";
import { PLAYBOOK } from "../../src/words/playbook.js";
import { PLAY_FIELDS } from "../definitions/play.js";
import { type Firm, KPI_DAYS, MARKS, type Playbook } from "./compose.js";

/** A link within the site. Two slashes at the start would lead to another. */
const OWN = /^(#|\.{0,2}\/(?![/\\]))[^\s\\]*$/;

/** Markdown to HTML without any way for raw HTML, pictures or foreign links to get through. */
const marked = new Marked({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${fold(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens);
      return OWN.test(href) ? `<a href="${escapeHtml(href)}">${inner}</a>` : inner;
    }
  }
});

const block = (markdown: string) => Markup.rendered(inert(marked.parse(markdown, { async: false })));
const inline = (markdown: string) => Markup.rendered(inert(marked.parseInline(markdown, { async: false })));

/** Framework reads `\${…}` as code and a blank line as the end of HTML: both are taken away. */
function inert(html: string): string {
  return html
    .replaceAll("$", "&#36;")
    .replaceAll("`", "&#96;")
    .replace(/\n\s*\n/g, "\n")
    .trim();
}

/**
 * A playbook as HTML inside `<article class="playbook">`, for the site. `charts` stands after the head, as a
 * block of its own: Markdown that the page brings, so it is the only part that may run.
 */
export function renderHtml(playbook: Playbook, firm: Firm, charts = ""): string {
  const w = speak(PLAYBOOK, playbook.lang);
  const f = formats(playbook.lang, firm.currency);
  const notice = playbook.withheld ? fill(w.withheld, { k: firm.minimum }) : playbook.customers === 0 ? w.empty : "";
  const head = markup`<header>
<p class="eyebrow">${inline(playbook.scheme.label[playbook.lang])} · ${inline(playbook.label)}</p>
<h1>${inline(playbook.title)}</h1>
<p class="summary">${inline(playbook.summary)}</p>
${notice ? markup`<p class="notice">${inline(notice)}</p>` : ""}
<dl class="facts"><div><dt>${w.how}</dt><dd>${playbook.rule}</dd></div><div><dt>${w.goal}</dt><dd>${inline(playbook.goal)}</dd></div><div><dt>${w.asOf}</dt><dd>${f.date(firm.asOf)}</dd></div><div><dt>${w.stale}</dt><dd>${f.date(playbook.staleDate)}</dd></div></dl>
</header>`;
  const parts: Record<string, Markup> = {
    [MARKS.numbers]: numbersTable(playbook),
    [MARKS.kpi]: kpi(playbook),
    [MARKS.plays]: plays(playbook)
  };
  const pieces = playbook.body.split(new RegExp(`(${Object.values(MARKS).join("|")})`));
  const body = pieces
    .map((piece) => parts[piece] ?? block(piece))
    .map(String)
    .filter(Boolean);
  const sign = markup`<p class="sign"><strong>${w.sign}:</strong> ${inline(playbook.sign)}</p>`;
  return [inert(`<article class="playbook">\n${head}`), charts, inert(`${body.join("\n")}\n${sign}\n</article>`)]
    .filter(Boolean)
    .join("\n\n");
}

function numbersTable({ numbers, facts, lang }: Playbook): Markup {
  const w = speak(PLAYBOOK, lang);
  const rows = numbers.map(
    (n) =>
      markup`<tr><th scope="row">${n.label}</th><td class="number">${n.group}</td><td class="number">${n.all}</td></tr>`
  );
  const table = markup`<div class="table-scroll" tabindex="0" role="region" aria-label="${w.number}"><table class="numbers"><thead><tr><th scope="col">${w.number}</th><th scope="col" class="number">${w.group}</th><th scope="col" class="number">${w.everybody}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  const list = facts.map((fact) => markup`<div><dt>${fact.label}</dt><dd>${inline(fact.value)}</dd></div>`);
  return markup`${rows.length > 0 ? table : ""}${list.length > 0 ? markup`\n<dl class="facts">${list}</dl>` : ""}`;
}

function kpi({ kpi: k, lang }: Playbook): Markup {
  const w = speak(PLAYBOOK, lang);
  return markup`<p class="kpi"><strong>KPI: ${k.label}</strong> <span class="now">${w.now} ${k.now}</span> <span class="target">${fill(w.target, { days: KPI_DAYS })} <strong>${k.target}</strong></span> <span class="why">${w.why} ${inline(k.why)}</span></p>`;
}

function plays({ plays: list, notNow, lang }: Playbook): Markup {
  const w = speak(PLAYBOOK, lang);
  const cards = list.map((play, i) => {
    const fields = PLAY_FIELDS.filter((field) => field !== "name").map(
      (field) => markup`<div class="${field}"><dt>${w[field]}</dt><dd>${inline(play.words[field])}</dd></div>`
    );
    return markup`<section class="play" id="${play.id}"><h3><span class="rank">${i + 1}</span> ${inline(play.words.name)}</h3><p class="worth">${play.worth || w.noValue}</p><dl>${fields}</dl></section>`;
  });
  const named = notNow.map((name, i) => markup`${i > 0 ? "; " : ""}${inline(name)}`);
  const later = notNow.length > 0 ? markup`<p class="later">${w.notNow}: ${named}.</p>` : "";
  return markup`<div class="plays">${cards}</div>\n<p class="assumption">${w.assumption}</p>${later}`;
}
