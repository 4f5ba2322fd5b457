import { html } from "htl";
import type { PublishedStudy } from "../../loaders/publish/published.js";
import type { FunnelRow } from "../charts/rows.js";
import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { OVERVIEW } from "../words/overview.js";

/** What the data hold in a sentence: of sales where any file tells of them, else of the people and which of them are leads. */
export function lede(study: PublishedStudy, everybody: readonly FunnelRow[], f: Formats): HTMLElement {
  const w = speak(OVERVIEW, f.lang);
  const lead = everybody.find(({ state }) => state === "lead")?.reached ?? null;
  const known = {
    from: f.date(study.period.from),
    to: f.date(study.asOfDate),
    name: study.name[f.lang],
    customers: strong(f.number(study.customers))
  };
  const text = () => {
    if (tellsSales(study)) {
      const sold = {
        buyers: strong(f.number(study.buyers)),
        orders: strong(f.number(study.orders)),
        revenue: strong(f.money(study.revenue))
      };
      const profit = study.profit === null ? "" : fill(w.profit, { profit: f.money(study.profit) });
      return `${fill(w.sales, { ...known, ...sold, profit })}${hasOrders(study) ? "" : ` ${w.totals}`}`;
    }
    const leads = lead === null ? "" : ` ${fill(w.leads, { leads: strong(f.number(lead)) })}`;
    return `${fill(w.people, known)}${leads} ${w.noOrders}`;
  };
  return html`<p class="lede">${text()
    .split(MARK)
    .map((part, i) => (i % 2 === 0 ? part : html`<strong>${part}</strong>`))}</p>`;
}

/** Whether any file tells who has bought, by orders or by totals. */
export function tellsSales(study: PublishedStudy): boolean {
  return hasOrders(study) || study.buyers !== null || study.revenue !== null;
}

function hasOrders({ files }: PublishedStudy): boolean {
  return files.some(({ table }) => table === "orders");
}

/** Stands around what is to be strong; no text holds it. */
const MARK = "\u0001";

function strong(text: string): string {
  return `${MARK}${text}${MARK}`;
}
