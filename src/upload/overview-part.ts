import { html } from "htl";
import { findings } from "../charts/findings.js";
import { firstPlays } from "../charts/first-plays.js";
import { uploadWords } from "../words/upload.js";
import type { Desk } from "./notebook.js";

/** The numbers of the whole, what stands out, and the three plays to make first. */
export function overviewPart({ study, f, address }: Desk): HTMLElement {
  const w = uploadWords(f.lang);
  const totals: [text: string, label: string][] = [
    [f.number(study.customers), w.lede.customers],
    [f.number(study.buyers), w.lede.buyers],
    [f.number(study.orders), w.lede.orders],
    [f.money(study.revenue), w.lede.revenue],
    ...(study.profit === null ? [] : [[f.money(study.profit), w.lede.profit] as [string, string]])
  ];
  const page = (to: string) => {
    const [, name = "", query = ""] = /^([^?#]*)(.*)$/.exec(to) ?? [];
    return address(name, new URLSearchParams(query).get("scheme") ?? undefined);
  };
  return html`<div>
    <p class="lede">${w.lede.span(f.date(study.period.from), f.date(study.asOfDate))}</p>
    <ul class="totals">${totals.map(([text, label]) => html`<li><b>${text}</b> ${label}</li>`)}</ul>
    ${study.findings.length === 0 ? html`<p>${w.noFindings}</p>` : findings(study.findings, { f, page })}
    ${
      study.firstPlays.length === 0
        ? null
        : html`<h3>${w.firstPlays}</h3>${firstPlays(study.firstPlays, { f, playbook: (scheme, group) => address("playbook", scheme, group) })}`
    }
  </div>`;
}
