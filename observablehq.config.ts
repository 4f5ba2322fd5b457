import { existsSync, readFileSync } from "node:fs";
import type { PublishedStudy } from "./loaders/publish/published.js";
import { escapeHtml } from "./src/terms/escape.js";
import { LANGS, type Lang } from "./src/terms/lang.js";
import { speak } from "./src/terms/words.js";
import { FRAME } from "./src/words/frame.js";
import { LANGUAGES, NAVIGATION, SITE } from "./src/words/navigation.js";

const root = process.env.SEGBOOK_ROOT ?? "src";
const output = process.env.SEGBOOK_OUTPUT ?? "dist";
const study = readStudy();

/** Weights that every page shows; the others are copied into the site and fetched when a page uses them. */
const PRELOADED = ["latin-400", "vietnamese-400", "latin-600", "vietnamese-600"];
const FONTS = ["latin", "latin-ext", "vietnamese"].flatMap((set) =>
  [400, 500, 600, 700].map((weight) => `${set}-${weight}`)
);

export default {
  root,
  output,
  title: study?.name.vi ?? "segbook",
  home: `<span class="firm">${escapeHtml(study?.name.vi ?? "segbook")}</span>`,
  style: "style.css",
  globalStylesheets: [],
  // Links name files, so that the site works on any host, whether or not it guesses extensions.
  preserveExtension: true,
  preserveIndex: true,
  search: true,
  linkify: false,
  typographer: false,
  toc: { label: speak(FRAME, "vi").onThisPage, show: false },
  pages: LANGS.map((lang) => ({
    name: speak(LANGUAGES, lang)[lang],
    pager: lang,
    open: true,
    collapsible: false,
    // A page that isn't there (yet) is left out.
    pages: Object.entries(speak(NAVIGATION, lang))
      .filter(([path]) => existsSync(`${root}/${lang}/${path}.md`))
      .map(([path, name]) => ({ name, path: `/${lang}/${path}`, pager: lang }))
  })),
  head: ({ path }: { path: string }) => head(path),
  header: ({ path }: { path: string }) => header(path),
  footer: ({ path }: { path: string }) => footer(path)
};

function head(path: string): string {
  const lang = langOf(path);
  const fonts = PRELOADED.map(
    (font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/fonts/${font}.woff2">`
  );
  return [
    `<meta name="segbook-language" content="${lang ?? "vi"}">`,
    `<meta name="color-scheme" content="light dark">`,
    `<link rel="icon" type="image/svg+xml" href="/icon.svg">`,
    `<script src="/frame/theme.js"></script>`,
    ...fonts,
    `<link rel="stylesheet" href="/fonts/be-vietnam-pro.css">`,
    `<script type="module" src="/frame/site.js"></script>`,
    ...(path === "/index" ? [`<meta http-equiv="refresh" content="0; url=./vi/index.html">`] : []),
    // Named on one page, so that the build copies them.
    ...(path !== "/index"
      ? []
      : FONTS.filter((font) => !PRELOADED.includes(font)).map(
          (font) => `<link rel="alternate" type="font/woff2" href="/fonts/${font}.woff2">`
        ))
  ].join("\n");
}

function header(path: string): string | null {
  const lang = langOf(path);
  if (!lang) return null;
  const rest = path.slice(3);
  const w = { ...speak(FRAME, lang), ...speak(SITE, lang) };
  const link = (to: Lang) => {
    const name = speak(LANGUAGES, to)[to];
    return `<a href="/${to}${rest}" hreflang="${to}" lang="${to}" title="${name}"${to === lang ? ' aria-current="true"' : ""}>${to.toUpperCase()}<span class="unseen"> ${name}</span></a>`;
  };
  return `${study?.sample ? `<p class="sample-note">${w.sample}</p>` : "<span></span>"}
<nav class="languages" aria-label="${w.language}">${LANGS.map(link).join("")}</nav>
<button class="theme" type="button" hidden>${w.dark}</button>`;
}

function footer(path: string): string | null {
  const lang = langOf(path);
  if (!lang) return null;
  return speak(SITE, lang).aggregates;
}

function langOf(path: string): Lang | null {
  return path.startsWith("/vi/") ? "vi" : path.startsWith("/en/") ? "en" : null;
}

/** The study of this build, for the firm's name and the note on made-up data; null before the first run. */
function readStudy(): Pick<PublishedStudy, "name" | "sample"> | null {
  const file = process.env.SEGBOOK_STUDY ?? `${root}/data/study.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
