import { formats } from "../../src/terms/format.js";
import { fill, speak } from "../../src/terms/words.js";
import { PLAYBOOK } from "../../src/words/playbook.js";
import { PLAY_FIELDS } from "../definitions/play.js";
import type { Firm, Playbook } from "./compose.js";
import { KPI_DAYS, MARKS } from "./compose.js";

/** A playbook as plain Markdown, to be read or sent on anywhere. */
export function renderMarkdown(playbook: Playbook, firm: Firm): string {
  const w = speak(PLAYBOOK, playbook.lang);
  const f = formats(playbook.lang, firm.currency);
  const state = playbook.withheld
    ? `> ${fill(w.withheld, { k: firm.minimum })}`
    : playbook.customers === 0
      ? `> ${w.empty}`
      : "";
  const head = [
    `# ${playbook.title}`,
    `*${playbook.scheme.label[playbook.lang]} · ${playbook.label}*`,
    playbook.summary,
    state,
    `- **${w.how}:** ${playbook.rule}`,
    `- **${w.goal}:** ${playbook.goal}`,
    `- **${w.asOf}:** ${f.date(firm.asOf)} · **${w.stale}:** ${f.date(playbook.staleDate)}`
  ];
  const body = playbook.body
    .replace(MARKS.numbers, () => numbersTable(playbook))
    .replace(MARKS.kpi, () => kpiLine(playbook))
    .replace(MARKS.plays, () => playList(playbook));
  return `${head.filter(Boolean).join("\n\n").replaceAll("\n\n- ", "\n- ")}\n\n${body.trim()}\n\n**${w.sign}:** ${playbook.sign}\n`;
}

function numbersTable({ numbers, facts, lang }: Playbook): string {
  const w = speak(PLAYBOOK, lang);
  const rows = numbers.map((n) => `| ${n.label} | ${n.group} | ${n.all} |`);
  const table =
    rows.length > 0 ? [`| ${w.number} | ${w.group} | ${w.everybody} |`, "|:--|--:|--:|", ...rows].join("\n") : "";
  return [table, facts.map((fact) => `- **${fact.label}:** ${fact.value}`).join("\n")].filter(Boolean).join("\n\n");
}

function kpiLine({ kpi, lang }: Playbook): string {
  const w = speak(PLAYBOOK, lang);
  return `**KPI: ${kpi.label}** – ${w.now} ${kpi.now}, ${fill(w.target, { days: KPI_DAYS })} **${kpi.target}**; ${w.why} ${kpi.why}.`;
}

function playList({ plays, notNow, lang }: Playbook): string {
  const w = speak(PLAYBOOK, lang);
  const cards = plays.map((play, i) => {
    const lines = PLAY_FIELDS.filter((field) => field !== "name").map(
      (field) => `- **${w[field]}:** ${play.words[field]}`
    );
    return [`### ${i + 1}. ${play.words.name}`, `*${play.worth || w.noValue}*`, lines.join("\n")].join("\n\n");
  });
  const later = notNow.length > 0 ? `*${w.notNow}: ${notNow.join("; ")}.*` : "";
  return [...cards, `*${w.assumption}*`, later].filter(Boolean).join("\n\n");
}
