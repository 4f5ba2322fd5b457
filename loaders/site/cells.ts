/** A page of prose and code: what stands in it, and what runs in it. */
export interface Cells {
  title: string;
  /** Markdown in which each cell that shows something is an element with `data-cell`, its number. */
  prose: string;
  /** The cells as one module: it imports what they import, and calls `renderCell(number, value)` for each that shows. */
  module: string;
  /** Published files that the cells ask for. */
  files: string[];
}

const FENCE = /^```js\n([\s\S]*?)^```$/gm;

/**
 * Takes a page apart as Framework would: front matter, prose, cells. A cell of imports or of `const` declares; any
 * other, and `${…}` in prose, shows the value of its expression. Declarations run in the order in which they need
 * each other, each awaited; then what shows, in the order of the page.
 */
export function parseCells(markdown: string): Cells {
  const [, front = "", body = markdown] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  const imports: string[] = [];
  const declared: string[] = [];
  const shown: string[] = [];
  const show = (tag: string, expression: string) => `<${tag} data-cell="${shown.push(expression) - 1}"></${tag}>`;
  const fenced = body.replace(FENCE, (_, code: string) => {
    if (!/^(import|const)\b/.test(code)) return show("div", code.trim().replace(/;$/, ""));
    for (const statement of code.trim().split(/;\n?/).filter(Boolean))
      (statement.startsWith("import") ? imports : declared).push(statement);
    return "";
  });
  return {
    title: /^title: (.*)$/m.exec(front)?.[1] ?? "",
    prose: replaceInline(fenced, (expression) => show("span", expression)),
    module: [
      ...imports.map((statement) => `${statement};`),
      ...inOrder(declared).map((statement) => `${statement.replace(/^(const [^=]*=\s*)([\s\S]*)$/, "$1await ($2)")};`),
      ...shown.map((expression, cell) => `renderCell(${cell}, await (${expression}));`)
    ].join("\n"),
    files: [...new Set([...body.matchAll(/FileAttachment\("\.\.\/data\/([\w.-]+)"\)/g)].map(([, file = ""]) => file))]
  };
}

/** `${…}` with all the braces that belong to it. */
function replaceInline(text: string, by: (expression: string) => string): string {
  const start = text.indexOf("${");
  if (start < 0) return text;
  let end = start + 2;
  for (let depth = 1; depth > 0 && end < text.length; end++)
    if (text[end] === "{") depth++;
    else if (text[end] === "}") depth--;
  return text.slice(0, start) + by(text.slice(start + 2, end - 1)) + replaceInline(text.slice(end), by);
}

/** Statements so that each comes after those whose names it uses. */
function inOrder(statements: readonly string[]): string[] {
  const left = statements.map((statement) => {
    const [, names = "", value = ""] = /^const ([^=]*)=([\s\S]*)$/.exec(statement) ?? [];
    return { statement, names: names.match(/\w+/g) ?? [], value };
  });
  const ordered: string[] = [];
  while (left.length > 0) {
    const ready = left.findIndex((one) =>
      left.every((other) => other === one || !other.names.some((name) => uses(one.value, name)))
    );
    if (ready < 0) throw new Error(`cells that need each other: ${left.map(({ names }) => names).join(", ")}`);
    ordered.push(...left.splice(ready, 1).map(({ statement }) => statement));
  }
  return ordered;
}

/** Whether code uses a name: as itself, not as a property, a key or a part of a path. */
function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![.\\w/"'])${name}\\b(?!:)`).test(code);
}
