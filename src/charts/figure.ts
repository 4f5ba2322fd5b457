import { html } from "htl";
import type { Lang } from "../terms/lang.js";
import { speak } from "../terms/words.js";
import { CHARTS } from "../words/charts.js";

export interface FigureOptions {
  lang: Lang;
  /** The finding, a sentence computed from the data. */
  title: string;
  /** What is drawn, its unit and its date. */
  subtitle: string;
  /** What the drawing shows, for those who don't see it. */
  sentence: string;
  /** The data table; built when it is first asked for, so that repainting stays quick. */
  table?: () => Node;
  note?: string | null;
}

/**
 * A chart with what belongs to it: finding, unit, drawing, note, data table. Elements of class `mark` with a
 * `<title>` can be reached by the keyboard (one tab stop, then arrow keys) and show their title beside them.
 */
export function figure(plot: Element, { lang, title, subtitle, sentence, table, note }: FigureOptions): HTMLElement {
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", sentence);
  const tip = html`<div class="tip" hidden aria-hidden="true"></div>` as HTMLElement;
  const frame = html`<div class="plot">${plot}${tip}</div>` as HTMLElement;
  listen(frame, tip);
  return html`<figure class="chart">
    <figcaption><h3>${title}</h3><p>${subtitle}</p></figcaption>
    ${frame}
    ${note ? html`<p class="note">${note}</p>` : null}
    ${table ? unfold(speak(CHARTS, lang).dataTable, table) : null}
  </figure>` as HTMLElement;
}

function unfold(label: string, table: () => Node): HTMLElement {
  const details = html`<details class="data"><summary>${label}</summary></details>`;
  details.addEventListener("toggle", () => details.append(table()), { once: true });
  return details;
}

function listen(frame: HTMLElement, tip: HTMLElement): void {
  const marks = Array.from(frame.querySelectorAll<SVGElement>(".mark"));
  marks.forEach((mark, i) => {
    mark.setAttribute("role", "img");
    mark.setAttribute("tabindex", i === 0 ? "0" : "-1");
  });
  const hide = () => {
    tip.hidden = true;
  };
  const showOf = (target: EventTarget | null, x?: number) => {
    const mark = (target as Element).closest<SVGElement>(".mark");
    if (mark && frame.contains(mark)) show(mark, frame, tip, x);
    else hide();
  };
  // The browser's own tooltip would cover ours: the title becomes the label once a pointer is there.
  frame.addEventListener("pointerenter", () => marks.forEach(name), { once: true });
  frame.addEventListener("pointerover", ({ target, clientX }) => showOf(target, clientX));
  frame.addEventListener("pointerleave", hide);
  frame.addEventListener("focusin", ({ target }) => showOf(target));
  frame.addEventListener("focusout", hide);
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const at = marks.indexOf(document.activeElement as SVGElement);
    if (at < 0) return;
    const next = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: marks.length - 1
    }[event.key];
    const mark = next === undefined ? undefined : marks[(next + marks.length) % marks.length];
    if (!mark) return;
    event.preventDefault();
    marks[at]?.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    mark.focus();
  });
}

function name(mark: Element): string {
  const title = [...mark.children].find((child) => child.localName === "title");
  if (title) {
    mark.setAttribute("aria-label", title.textContent ?? "");
    title.remove();
  }
  return mark.getAttribute("aria-label") ?? "";
}

function show(mark: Element, frame: HTMLElement, tip: HTMLElement, x?: number): void {
  tip.textContent = name(mark);
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  const left =
    x === undefined
      ? box.left - around.left + Math.min(box.width, 240) / 2 - tip.offsetWidth / 2
      : x - around.left + 16;
  const above = box.top - around.top - tip.offsetHeight - 8;
  tip.style.left = `${Math.max(0, Math.min(left, around.width - tip.offsetWidth))}px`;
  tip.style.top = `${above < 0 ? box.bottom - around.top + 8 : above}px`;
}
