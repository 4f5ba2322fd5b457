import { sum } from "d3-array";
import { svg } from "htl";
import type { PublishedFile } from "../../loaders/publish/published.js";
import { figure } from "./figure.js";
import type { Formats } from "./format.js";
import { headlines } from "./headlines.js";
import { cut, typeSize } from "./scale.js";
import { table } from "./table.js";
import { words } from "./words.js";

interface Account {
  label: string;
  read: number;
  accepted: number;
  rejected: number;
  duplicate: number;
  text: (value: number) => string;
}

/** For every file one bar of rows and one of money: read = accepted + set aside + duplicates. */
export function conservation(files: PublishedFile[], { f, width }: { f: Formats; width: number }): HTMLElement {
  const w = words(f.lang);
  const accounts = files.flatMap((file) => accountsOf(file, f, width < 620));
  const size = typeSize(width);
  const stacked = width < 620;
  const left = stacked ? 0 : Math.min(width * 0.3, size * 16);
  const thick = size * 1.35;
  const step = thick + size * (stacked ? 3.9 : 2.2);
  const top = stacked ? size * 1.6 : size * 0.4;
  const height = top + accounts.length * step;
  const full = Math.max(10, width - left - 2);
  const plot = svg`<svg class="conservation" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} font-size=${size}>
    ${accounts.map((d, i) => {
      const y = top + i * step;
      const part = (value: number) => (d.read > 0 ? (value / d.read) * full : 0);
      // A part too thin to see is widened, and said in words below the bar.
      const aside = d.rejected ? Math.max(3, part(d.rejected)) : 0;
      const twice = d.duplicate ? Math.max(3, part(d.duplicate)) : 0;
      const sums = Math.abs(d.accepted + d.rejected + d.duplicate - d.read) <= 1e-6 * Math.max(1, d.read);
      const formula = `${d.text(d.read)} ${sums ? "=" : "≠"} ${d.text(d.accepted)} + ${d.text(d.rejected)} + ${d.text(d.duplicate)}`;
      return svg`<g class="mark">
        <title>${`${d.label}\n${w.read}: ${d.text(d.read)}\n${w.accepted}: ${d.text(d.accepted)}\n${w.rejected}: ${d.text(d.rejected)}\n${w.duplicate}: ${d.text(d.duplicate)}`}</title>
        <rect class="hit" x="0" y=${y - 4} width=${width} height=${step}></rect>
        <text class="name" x=${stacked ? 0 : left - size} y=${stacked ? y - size * 0.5 : y + thick * 0.72} text-anchor=${stacked ? "start" : "end"}>${cut(d.label, stacked ? width : left - size, size)}</text>
        <rect class="accepted" x=${left} y=${y} width=${Math.max(0, full - aside - twice)} height=${thick}></rect>
        <rect class="rejected" x=${left + full - aside - twice} y=${y} width=${aside} height=${thick}></rect>
        <rect class="duplicate" x=${left + full - twice} y=${y} width=${twice} height=${thick}></rect>
        <text class="tick" x=${left} y=${y + thick + size * 1.15}>${cut(formula, full, size * 0.9)}</text>
      </g>`;
    })}
  </svg>`;
  const broken = files.filter((file) => file.rowsRead !== file.rowsAccepted + file.rowsRejected + file.rowsDuplicate);
  const read = sum(files, (file) => file.rowsRead);
  const accepted = sum(files, (file) => file.rowsAccepted);
  const h = headlines(f.lang);
  const title = broken.length
    ? h.conservationBroken({ files: broken.map((file) => file.file).join(", ") })
    : accepted === read
      ? h.conservationAll()
      : h.conservation({
          share: f.percent(Math.min(0.9999, accepted / read), 2),
          aside: f.number(sum(files, (file) => file.rowsRejected)),
          twice: f.number(sum(files, (file) => file.rowsDuplicate))
        });
  return figure(plot, {
    lang: f.lang,
    title,
    subtitle:
      f.lang === "vi"
        ? "Đã đọc = dùng được + để riêng + trùng lặp, theo dòng và theo tiền"
        : "Read = accepted + set aside + duplicates, by rows and by money",
    sentence: title,
    table: () =>
      table(
        accounts,
        [
          { label: w.file, cell: (d) => d.label },
          { label: w.read, number: true, cell: (d) => d.text(d.read) },
          { label: w.accepted, number: true, cell: (d) => d.text(d.accepted) },
          { label: w.rejected, number: true, cell: (d) => d.text(d.rejected) },
          { label: w.duplicate, number: true, cell: (d) => d.text(d.duplicate) }
        ],
        { caption: title }
      )
  });
}

function accountsOf(file: PublishedFile, f: Formats, narrow: boolean): Account[] {
  const w = words(f.lang);
  const rows = {
    label: `${file.file} · ${w.rows.toLowerCase()}`,
    read: file.rowsRead,
    accepted: file.rowsAccepted,
    rejected: file.rowsRejected,
    duplicate: file.rowsDuplicate,
    text: (value: number) => f.number(value)
  };
  if (file.moneyRead === null) return [rows];
  const money = {
    label: `${file.file} · ${w.money.toLowerCase()}`,
    read: file.moneyRead,
    accepted: file.moneyAccepted ?? 0,
    rejected: file.moneyRejected ?? 0,
    duplicate: file.moneyDuplicate ?? 0,
    text: (value: number) => (narrow ? f.money(value) : f.exactMoney(value))
  };
  return [rows, money];
}
