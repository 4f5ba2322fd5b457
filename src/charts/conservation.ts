import { scaleLinear } from "d3-scale";
import { html, svg } from "htl";
import type { PublishedFile } from "../../loaders/publish/published.js";
import type { Formats } from "../terms/format.js";
import { speak } from "../terms/words.js";
import { DATA } from "../words/data.js";

interface Account {
  label: string;
  read: number;
  accepted: number;
  rejected: number;
  duplicate: number;
  text: (value: number) => string;
}

/** A part too thin to see is widened to this; the words below the bar have the number. */
const THIN = 4;
const THICK = 14;

/** What became of a file's rows, and of its money: a bar each, with the sum in words. */
export function conservation(file: PublishedFile, { f, width }: { f: Formats; width: number }): HTMLElement {
  return html`<div class="conservation">${accountsOf(file, f, width < 620).map((account) => bar(account, f, width))}</div>`;
}

function bar(account: Account, f: Formats, width: number): HTMLElement {
  const w = speak(DATA, f.lang);
  const { label, read, accepted, rejected, duplicate, text } = account;
  const x = scaleLinear([0, read || 1], [0, width]);
  const aside = rejected ? Math.max(THIN, x(Math.abs(rejected))) : 0;
  const twice = duplicate ? Math.max(THIN, x(Math.abs(duplicate))) : 0;
  const good = Math.max(0, width - aside - twice);
  const sums = Math.abs(accepted + rejected + duplicate - read) <= 1e-6 * Math.max(1, Math.abs(read));
  const part = (kind: "accepted" | "rejected" | "duplicate") =>
    html`<span class="part">${kind === "accepted" ? "" : "+ "}${account[kind] ? html`<i class=${`key ${kind}`} aria-hidden="true"></i>` : null}<b>${text(account[kind])}</b> ${w[kind]}</span>`;
  return html`<div class="account">
    <svg viewBox=${`0 0 ${width} ${THICK}`} width=${width} height=${THICK} aria-hidden="true">
      ${read ? svg`<rect class="accepted" width=${good} height=${THICK}></rect>` : svg`<rect class="track" width=${width} height=${THICK}></rect>`}
      <rect class="rejected" x=${good} width=${aside} height=${THICK}></rect>
      <rect class="duplicate" x=${good + aside} width=${twice} height=${THICK}></rect>
    </svg>
    <p><span class="part">${label}: <b>${text(read)}</b> ${w.read} ${sums ? "=" : "≠"}</span> ${part("accepted")} ${part("rejected")} ${part("duplicate")}</p>
  </div>`;
}

function accountsOf(file: PublishedFile, f: Formats, narrow: boolean): Account[] {
  const w = speak(DATA, f.lang);
  const rows = {
    label: w.rows,
    read: file.rowsRead,
    accepted: file.rowsAccepted,
    rejected: file.rowsRejected,
    duplicate: file.rowsDuplicate,
    text: (value: number) => f.number(value)
  };
  if (file.moneyRead === null) return [rows];
  const money = {
    label: w.money,
    read: file.moneyRead,
    accepted: file.moneyAccepted ?? 0,
    rejected: file.moneyRejected ?? 0,
    duplicate: file.moneyDuplicate ?? 0,
    text: (value: number) => (narrow ? f.money(value) : f.exactMoney(value))
  };
  return [rows, money];
}
