import { html } from "htl";

/** A step of the page; not there until it has something to show. */
export interface Step {
  element: HTMLElement;
  title(text: string): void;
  show(content: HTMLElement): void;
  /** What is under way in the step; what it shows is not true any more, and its buttons wait. */
  wait(text: string): void;
  /** A line for those who don't see what changes. */
  say(text: string): void;
  /** Brings the step into view and the reader's cursor to its head. */
  focus(): void;
  empty(): void;
}

/** A numbered part of the page. Drawn anew, it keeps what was unfolded and where the cursor was. */
export function step(name: string, number: number): Step {
  const title = html`<span>${name}</span>`;
  const head = html`<h2 tabindex="-1" id=${`step-${number}`}><span class="ordinal" aria-hidden="true">${number}</span> ${title}</h2>`;
  const status = html`<p class="status" role="status"></p>`;
  const place = html`<div></div>`;
  const element = html`<section class="step" aria-labelledby=${`step-${number}`} hidden>${head}${status}${place}</section>`;
  let kept: ((next: HTMLElement) => void) | undefined;
  return {
    element,
    title: (text) => {
      title.textContent = text;
    },
    show: (content) => {
      element.hidden = false;
      const restore = kept ?? keepPlace(place);
      kept = undefined;
      place.inert = false;
      element.removeAttribute("aria-busy");
      place.replaceChildren(content);
      restore(place);
    },
    wait: (text) => {
      element.hidden = false;
      // What is inert loses the cursor.
      kept = keepPlace(place);
      place.inert = true;
      element.setAttribute("aria-busy", "true");
      status.textContent = text;
    },
    say: (text) => {
      status.textContent = text;
    },
    focus: () => {
      head.scrollIntoView({ block: "start" });
      head.focus({ preventScroll: true });
    },
    empty: () => {
      element.hidden = true;
      place.inert = false;
      element.removeAttribute("aria-busy");
      status.textContent = "";
      kept = undefined;
      place.replaceChildren();
    }
  };
}

/** What is unfolded and where the cursor is, by the names of the parts; to be put back into what comes after. */
function keepPlace(place: HTMLElement): (next: HTMLElement) => void {
  const unfolded = [...place.querySelectorAll<HTMLElement>("[data-sheet]:has(details[open])")].map(
    (d) => d.dataset.sheet
  );
  const cursor = place.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.key
    : undefined;
  return (next) => {
    for (const part of next.querySelectorAll<HTMLElement>("[data-sheet]"))
      if (unfolded.includes(part.dataset.sheet)) part.querySelector("details")?.setAttribute("open", "");
    if (cursor === undefined) return;
    const same = [...next.querySelectorAll<HTMLElement>("[data-key]")].find((d) => d.dataset.key === cursor);
    same?.focus({ preventScroll: true });
  };
}
