import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LANGS, type Lang } from "../../src/terms/lang.js";
import { listFiles } from "../store/files.js";
import { inProject } from "../store/project.js";

/** The pages of both languages by their paths, `vi/segments.md`, from the one that each has under `src/pages`. */
export async function composePages(): Promise<Map<string, string>> {
  const folder = inProject("src", "pages");
  const pages = new Map<string, string>();
  for (const file of await listFiles(folder)) {
    const source = await readFile(join(folder, file), "utf8");
    for (const lang of LANGS) pages.set(`${lang}/${file}`, composePage(source, lang));
  }
  return pages;
}

/**
 * A page in one language. Of lines that begin with `vi:` or `en:` those of the language stay, without that mark; all
 * others, the cells above all, are for both. Cells know the language as `lang`.
 */
export function composePage(source: string, lang: Lang): string {
  const lines = source.split("\n").flatMap((line) => {
    const [, of, text] = /^(vi|en): (.*)$/.exec(line) ?? [];
    return of === undefined ? [line] : of === lang ? [text] : [];
  });
  return `${lines.join("\n")}\n\`\`\`js\nconst lang = "${lang}";\n\`\`\`\n`;
}
