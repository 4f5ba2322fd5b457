import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { FRAME } from "../words/frame.js";

/** What every page does besides its cells: language links, theme button, and the frame's English words. */
const lang: Lang =
  document.querySelector<HTMLMetaElement>('meta[name="segbook-language"]')?.content === "en" ? "en" : "vi";
const w = speak(FRAME, lang);
document.documentElement.lang ||= lang;
keepQuery();
offerThemes();
mendFrame();
mendSearch();

/** The other language shows the same view: its link takes along the query and the place in the page. */
function keepQuery(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) {
    const { pathname } = new URL(link.href);
    for (const event of ["pointerdown", "focus", "click"]) {
      link.addEventListener(event, () => {
        link.href = pathname + location.search + location.hash;
      });
    }
  }
}

function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>("button.theme");
  if (!button) return;
  const root = document.documentElement;
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const label = () => {
    button.textContent = isDark() ? w.light : w.dark;
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("segbook-theme", root.dataset.theme);
    } catch {
      // Not kept, then.
    }
    label();
  });
  button.hidden = false;
  label();
}

/** Framework's own frame speaks English and links home to the root. */
function mendFrame(): void {
  const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
  toggle?.setAttribute("aria-label", w.toggleContents);
  for (const label of document.querySelectorAll<HTMLElement>(
    "#observablehq-sidebar-toggle, label[for=observablehq-sidebar-toggle]"
  ))
    label.title = w.toggleContents;
  const sidebar = document.querySelector("#observablehq-sidebar");
  sidebar?.setAttribute("aria-label", w.contents);
  document.querySelector("#observablehq-toc nav")?.setAttribute("aria-label", w.onThisPage);
  document.querySelector("#observablehq-footer nav")?.setAttribute("aria-label", w.pager);
  const header = document.querySelector("#observablehq-header");
  if (toggle) header?.append(toggle);
  const close = document.querySelector("#observablehq-sidebar-close");
  if (close) sidebar?.prepend(close);
  const overview = document.querySelector<HTMLAnchorElement>(
    `#observablehq-sidebar section:nth-of-type(${lang === "vi" ? 1 : 2}) a`
  );
  if (location.pathname.includes("/playbooks/")) {
    const shelf = document.querySelector(
      `#observablehq-sidebar section:nth-of-type(${lang === "vi" ? 1 : 2}) a[href$="/playbooks.html"]`
    );
    shelf?.parentElement?.classList.add("observablehq-link-active");
  }
  const home = document.querySelector<HTMLAnchorElement>("#observablehq-sidebar > ol:first-of-type a");
  if (overview && home) home.href = overview.href;
}

/** Search: results of this language only, counted in its words. */
function mendSearch(): void {
  const input = document.querySelector<HTMLInputElement>("#observablehq-search input");
  const results = document.querySelector<HTMLElement>("#observablehq-search-results");
  if (!input || !results) return;
  input.placeholder = w.search;
  input.setAttribute("aria-label", w.searchSite);
  const observer = new MutationObserver(() => {
    for (const item of results.querySelectorAll("li")) {
      const { pathname } = new URL(item.querySelector("a")?.href ?? "", location.href);
      if (!pathname.includes(`/${lang}/`)) item.remove();
    }
    const items = results.querySelectorAll("li");
    if (items.length > 0 && !results.querySelector(".observablehq-link-active"))
      items[0]?.classList.add("observablehq-link-active");
    const head = results.querySelector(":scope > div");
    const text =
      items.length === 0 ? w.nothingFound : items.length === 1 ? w.onePage : fill(w.pages, { count: items.length });
    if (head && head.textContent !== text) head.textContent = text;
  });
  observer.observe(results, { childList: true });
}
