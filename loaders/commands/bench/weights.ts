import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";

export interface Weight {
  /** Kilobytes as sent, compressed. */
  total: number;
  script: number;
}

/** What a page of a built site brings along: itself, its styles, scripts with all they import, its data and preloaded fonts. */
export async function measurePage(site: string, page: string): Promise<Weight> {
  const seen = new Set<string>();
  const weight: Weight = { total: 0, script: 0 };
  const add = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const bytes = await readFile(join(site, file)).catch(() => undefined);
    if (!bytes) return;
    const size = /\.(woff2|png)$/.test(file) ? bytes.length : gzipSync(bytes).length;
    weight.total += size / 1000;
    if (file.endsWith(".js")) weight.script += size / 1000;
    for (const next of named(bytes.toString("utf8"), file)) await add(posix.join(posix.dirname(file), next));
  };
  await add(page);
  return weight;
}

function named(text: string, file: string): string[] {
  if (file.endsWith(".html"))
    return [
      ...text.matchAll(/<(?:link rel="(?:stylesheet|modulepreload|preload)"[^>]*? href|script[^>]*? src)="([^"]+)"/g),
      ...text.matchAll(/registerFile\([^\n]*?"path":"([^"]+)"/g),
      ...text.matchAll(/\bimport\("([^"]+)"\)/g)
    ].map(([, path]) => path ?? "");
  if (file.endsWith(".js"))
    return [...text.matchAll(/(?:^|[;}\n])\s*(?:import|export)\b[\w*{}\s,$]*?(?:\bfrom)?\s*["'](\.[^"'\n]+)["']/g)].map(
      ([, path]) => path ?? ""
    );
  return [];
}
