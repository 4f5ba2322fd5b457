import { type Document, LineCounter, parseDocument } from "yaml";
import type { CodeOf, Issue } from "./issue.js";

/** A YAML text: its value, where in it a path stands, and the places where it is no YAML at all. */
export interface Yaml {
  document: Document;
  /** Line of the deepest part of a path that the text has; undefined when it has none. */
  row(path: readonly PropertyKey[]): number | undefined;
  issues: Issue[];
}

/** Parses a YAML text that a person wrote; faults are issues of the given code with file and line. */
export function parseYaml(source: string, file: string, code: CodeOf<"expected">): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const row = (path: readonly PropertyKey[]): number | undefined => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const issues = document.errors.map(
    (error): Issue => ({ code, file, row: error.linePos?.[0].line, detail: { expected: `YAML (${error.code})` } })
  );
  if (issues.length === 0) issues.push(...findUnresolved(document, file, code));
  return { document, row, issues };
}

/** Aliases that multiply without end are no value, and neither are names that are no aliases. */
function findUnresolved(document: Document, file: string, code: CodeOf<"expected">): Issue[] {
  try {
    document.toJS();
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    return [{ code, file, detail: { expected: `YAML (${reason})` } }];
  }
}
