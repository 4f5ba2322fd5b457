import { existsSync, readFileSync } from "node:fs";
import type { PublishedStudy } from "./loaders/publish/published.js";
import type { Lang } from "./src/terms/lang.js";

const root = process.env.SEGBOOK_ROOT ?? "src";
const output = process.env.SEGBOOK_OUTPUT ?? "dist";
const study = readStudy();

/** Pages of the sidebar in order; one that isn't there (yet) is left out. */
const PAGES: [path: string, vi: string, en: string][] = [
  ["index", "Tổng quan", "Overview"],
  ["segments", "Phân nhóm khách", "Segments"],
  ["funnel", "Phễu bảy trạng thái", "Seven-state funnel"],
  ["targets", "Nên nhắm ai", "Targets"],
  ["playbooks", "Sổ tay", "Playbooks"],
  ["present", "Trình chiếu", "Present"],
  ["data", "Dữ liệu", "Data"],
  ["upload", "Thử với tệp của bạn", "Try your own file"],
  ["method", "Cách tính", "Method"]
];

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
  toc: { label: "Trên trang này", show: false },
  pages: (["vi", "en"] as const).map((lang) => ({
    name: lang === "vi" ? "Tiếng Việt" : "English",
    pager: lang,
    open: true,
    collapsible: false,
    pages: PAGES.filter(([path]) => existsSync(`${root}/${lang}/${path}.md`)).map(([path, vi, en]) => ({
      name: lang === "vi" ? vi : en,
      path: `/${lang}/${path}`,
      pager: lang
    }))
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
  const note =
    lang === "vi"
      ? "<b>Dữ liệu mẫu.</b> Mọi tên và con số ở đây đều là bịa."
      : "<b>Sample data.</b> Every name and number here is made up.";
  const link = (to: Lang, name: string) =>
    `<a href="/${to}${rest}" hreflang="${to}" lang="${to}" title="${name}"${to === lang ? ' aria-current="true"' : ""}>${to.toUpperCase()}<span class="unseen"> ${name}</span></a>`;
  return `${study?.sample ? `<p class="sample-note">${note}</p>` : "<span></span>"}
<nav class="languages" aria-label="${lang === "vi" ? "Ngôn ngữ" : "Language"}">${link("vi", "Tiếng Việt")}${link("en", "English")}</nav>
<button class="theme" type="button" hidden>${lang === "vi" ? "Nền tối" : "Dark"}</button>`;
}

function footer(path: string): string | null {
  const lang = langOf(path);
  if (!lang) return null;
  return lang === "vi"
    ? "Chỉ có số gộp theo nhóm, không có dữ liệu của riêng ai. Làm bằng segbook, phần mềm mã nguồn mở."
    : "Aggregates only: no data of any one person. Made with segbook, open-source software.";
}

function langOf(path: string): Lang | null {
  return path.startsWith("/vi/") ? "vi" : path.startsWith("/en/") ? "en" : null;
}

/** The study of this build, for the firm's name and the note on made-up data; null before the first run. */
function readStudy(): Pick<PublishedStudy, "name" | "sample"> | null {
  const file = process.env.SEGBOOK_STUDY ?? `${root}/data/study.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
