import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** Code of the project below a folder, as paths from the root, in order. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(resolve(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[jt]s$/.test(file))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();
}

/** Lines of a file, comments emptied. */
export function codeLines(file: string): string[] {
  return readFileSync(resolve(ROOT, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/(^|\s)\/\/.*$/gm, "$1")
    .split("\n");
}

/** Where a pattern stands in the code of files, as `file:line text`. */
export function occurrences(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    codeLines(file).flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim().slice(0, 120)}`] : []))
  );
}
