import type { Issue } from "../issues/issue.js";
import { type Bytes, readWhole } from "./bytes.js";
import { markedEncoding } from "./encoding.js";
import { readGrid } from "./grid.js";
import { MAX_ROW, sizeText } from "./limits.js";
import { FileFault, type Sheet, type SheetForm } from "./sheet.js";
import { describeTyped, type TypedRow } from "./typed.js";

export interface JsonOptions {
  name: string;
  file: string;
  form: SheetForm;
}

/** Key and text of every value in an object; keys of nested objects joined by dots. */
type Cells = Map<string, string>;

/** The tables in a JSON text: an array of objects, or each array of objects that an object holds. */
export async function readJson(bytes: Bytes, { name, file, form }: JsonOptions): Promise<(Sheet | Issue)[]> {
  const { isLosslessNumber, parse } = await import("lossless-json");
  const whole = await readWhole(bytes);
  let value: unknown;
  try {
    value = parse(new TextDecoder(markedEncoding(whole)?.encoding ?? "utf-8").decode(whole));
  } catch {
    throw new FileFault("cut-off");
  }
  const isNumber = (part: unknown): boolean => isLosslessNumber(part);
  const tables = findArrays(value);
  return Promise.all(
    tables.map(([key, items]) => {
      const named = tables.length > 1 ? `${name} › ${key}` : name;
      if (items.length > 0 && items.every(Array.isArray))
        return readGrid(
          items.map((item, i) => ({
            row: i + 1,
            cells: (item as unknown[]).map((part) => scalarText(part, isNumber))
          })),
          { name: named, file, form }
        );
      return describeObjects(
        items.map((item) => flatten(item, isNumber)),
        { name: named, file, form }
      );
    })
  );
}

/** Arrays by their keys; an object that holds none is a table of one row. */
function findArrays(value: unknown): [string, unknown[]][] {
  if (Array.isArray(value)) return [["", value]];
  if (value === null || typeof value !== "object") return [["", [value]]];
  const held = Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const objects = held.filter(
    ([, items]) => items.length > 0 && items.every((item) => item !== null && typeof item === "object")
  );
  if (objects.length > 0) return objects;
  // APIs wrap their answers: {"data": {"orders": […]}}.
  const inner = Object.values(value).filter(
    (part) => part !== null && typeof part === "object" && !Array.isArray(part)
  );
  if (inner.length === 1 && Object.keys(value).length <= 5 && held.length === 0) return findArrays(inner[0]);
  return [["", [value]]];
}

async function describeObjects(items: readonly (Cells | string)[], options: JsonOptions): Promise<Sheet | Issue> {
  if (items.length === 0) return { code: "empty-file", file: options.name };
  const columns = [...new Set(items.flatMap((item) => (typeof item === "string" ? [] : [...item.keys()])))];
  if (columns.length === 0)
    return { code: "one-column", file: options.name, got: String(items.find((item) => item !== "") ?? "") };
  const source = async function* () {
    for (let at = 0; at < items.length; at += 2000)
      yield items.slice(at, at + 2000).map((item): TypedRow => rowOf(item, columns));
  };
  return describeTyped(columns, source, options);
}

function rowOf(item: Cells | string, columns: readonly string[]): TypedRow {
  return typeof item === "string" ? { text: item } : columns.map((column) => item.get(column) ?? "");
}

/** An object's values as texts; the text itself for what is no object. Deep nesting ends as JSON. */
function flatten(value: unknown, isNumber: (part: unknown) => boolean): Cells | string {
  if (value === null || typeof value !== "object" || Array.isArray(value) || isNumber(value))
    return scalarText(value, isNumber);
  const cells: Cells = new Map();
  const add = (part: object, prefix: string, depth: number) => {
    for (const [key, inner] of Object.entries(part)) {
      const path = prefix + key;
      if (inner !== null && typeof inner === "object" && !Array.isArray(inner) && !isNumber(inner) && depth < 8)
        add(inner, `${path}.`, depth + 1);
      else cells.set(path, scalarText(inner, isNumber));
    }
  };
  add(value, "", 0);
  return cells;
}

/** A value as written; a list of plain values joined by commas, any other list as JSON. */
function scalarText(value: unknown, isNumber: (part: unknown) => boolean): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object" || isNumber(value)) return String(value);
  if (Array.isArray(value) && value.every((part) => part === null || typeof part !== "object" || isNumber(part)))
    return value.map((part) => (part === null ? "" : String(part))).join(", ");
  // Numbers kept as written are objects; as JSON they are the numbers they stand for.
  return JSON.stringify(value, (_, part: unknown) => (isNumber(part) ? Number(String(part)) : part));
}

/** The table in a text of one JSON object a line; a line that is none is set aside. Read twice, never held whole. */
export async function readNdjson(bytes: Bytes, options: JsonOptions): Promise<Sheet | Issue> {
  const { isLosslessNumber, parse } = await import("lossless-json");
  const isNumber = (part: unknown): boolean => isLosslessNumber(part);
  const parseLine = (line: string): Cells | string => {
    try {
      return flatten(parse(line), isNumber);
    } catch {
      return line;
    }
  };
  const columns = new Set<string>();
  for await (const lines of readLines(bytes))
    for (const line of lines) {
      const item = line.trim() === "" ? "" : parseLine(line);
      if (typeof item !== "string") for (const key of item.keys()) columns.add(key);
    }
  if (columns.size === 0) return { code: "unknown-format", file: options.name };
  const names = [...columns];
  const source = async function* () {
    for await (const lines of readLines(bytes))
      yield lines.map((line): TypedRow => (line.trim() === "" ? "blank" : rowOf(parseLine(line), names)));
  };
  return describeTyped(names, source, options);
}

async function* readLines(bytes: Bytes): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let held = "";
  let row = 0;
  for await (const piece of bytes.pieces()) {
    const lines = (held + decoder.decode(piece, { stream: true })).split("\n");
    held = lines.pop() ?? "";
    row += lines.length;
    yield lines;
    if (held.length > MAX_ROW) throw new FileFault("too-large", row + 1, sizeText(MAX_ROW));
  }
  held += decoder.decode();
  if (held !== "") yield [held];
}
