import { z } from "zod";
import { fold } from "../../src/terms/fold-heading.js";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { readYaml } from "../issues/read-yaml.js";
import { COLUMN_KINDS, type Column, TABLE_NAMES, type Table, type TableName, type Tables } from "./columns.js";
import { text } from "./text.js";

const spellings = z.array(z.string().min(1));

/** A column that is the same in another table; headings given here are looked for after its own. */
const same = z.strictObject({ like: z.enum(TABLE_NAMES), headings: spellings.default([]) });
const described = z.strictObject({
  label: text,
  kind: z.enum(COLUMN_KINDS),
  required: z.boolean().default(false),
  personal: z.boolean().default(false),
  working: z.boolean().default(false),
  headings: spellings.default([]),
  ambiguous: spellings.optional(),
  words: z.record(z.string(), spellings).optional(),
  unpaid: spellings.optional(),
  doubt: z.record(z.string(), spellings).optional()
});

/** A built-in table. */
export const tableSchema = z.strictObject({
  label: text,
  columns: z.record(z.string(), z.union([same, described]))
});

/** What a firm adds to a table: column id → headings and words of its own. */
export const ownColumnsSchema = z.strictObject({
  columns: z.record(
    z.string(),
    z.strictObject({ headings: spellings, words: z.record(z.string(), spellings), unpaid: spellings }).partial()
  )
});
type Own = z.infer<typeof ownColumnsSchema>["columns"][string];

const COLUMNS = "columns";

/** Reads the canonical tables. Throws every issue at once. */
export async function readTables(folder: Folder): Promise<Tables> {
  const issues: Issue[] = [];
  const sources = new Map<TableName, z.infer<typeof tableSchema>>();
  for (const name of TABLE_NAMES) {
    const file = `${COLUMNS}/${name}.yaml`;
    const read = readYaml(tableSchema, (await readText(folder, file)) ?? "", file, "definition");
    if (Array.isArray(read)) issues.push(...read);
    else sources.set(name, read.value);
  }
  if (issues.length > 0) throw new IssuesError(issues);
  return byName((name) => {
    const { label, columns } = sources.get(name) as z.infer<typeof tableSchema>;
    return { name, label, columns: Object.keys(columns).map((id) => resolve(sources, name, id)) };
  });
}

/** A column by itself, however it was written down. */
function resolve(sources: ReadonlyMap<TableName, z.infer<typeof tableSchema>>, table: TableName, id: string): Column {
  const source = sources.get(table)?.columns[id];
  if (!source) throw new Error(`unknown column: ${table}.${id}`);
  if ("like" in source) {
    const model = resolve(sources, source.like, id);
    return { ...model, headings: [...model.headings, ...source.headings] };
  }
  const { words, unpaid, doubt, ambiguous = [], ...rest } = source;
  return {
    id,
    ...rest,
    ambiguous,
    own: [],
    ...(words && { words: withUnpaid(words, unpaid) }),
    ...(unpaid && { unpaid }),
    ...(doubt && { doubt })
  };
}

/** What isn't paid is cancelled, as long as nothing else is known of it. */
function withUnpaid(words: NonNullable<Column["words"]>, unpaid: readonly string[] = []): NonNullable<Column["words"]> {
  return unpaid.length === 0 ? words : { ...words, cancelled: [...(words.cancelled ?? []), ...unpaid] };
}

/**
 * The tables as a firm has them: `columns/orders.yaml` and so on beside its data add headings and words. A heading
 * given to a column is taken from the one that had it. What is wrong is added to `issues`.
 */
export async function customiseTables(builtIn: Tables, folder: Folder, issues: Issue[]): Promise<Tables> {
  const tables = new Map<TableName, Table>();
  for (const file of (await folder.list(COLUMNS)).filter((name) => /\.ya?ml$/.test(name))) {
    const path = `${COLUMNS}/${file}`;
    const name = TABLE_NAMES.find((table) => table === file.replace(/\.ya?ml$/, ""));
    if (!name) {
      const expected = oneOf(
        TABLE_NAMES.map((table) => `${table}.yaml`),
        file
      );
      issues.push({ code: "definition", file: path, got: file, detail: { expected } });
      continue;
    }
    const read = readYaml(ownColumnsSchema, (await readText(folder, path)) ?? "", path, "definition");
    const wrong = Array.isArray(read) ? read : checkOwn(builtIn[name], read.value.columns, path, read.row);
    issues.push(...wrong);
    if (!Array.isArray(read) && wrong.length === 0) tables.set(name, addOwn(builtIn[name], read.value.columns));
  }
  return byName((name) => tables.get(name) ?? builtIn[name]);
}

function checkOwn(
  { columns }: Table,
  own: Readonly<Record<string, Own>>,
  file: string,
  row: (path: readonly PropertyKey[]) => number | undefined
): Issue[] {
  const ids = columns.map(({ id }) => id);
  const wrong = (path: string[], got: string, names: readonly string[]): Issue => ({
    code: "definition",
    file,
    row: row([COLUMNS, ...path]),
    column: [COLUMNS, ...path].join(" → "),
    got,
    detail: { expected: oneOf(names, got) }
  });
  return Object.entries(own).flatMap(([id, { words = {}, unpaid }]) => {
    const column = columns.find((c) => c.id === id);
    if (!column) return [wrong([id], id, ids)];
    const known = Object.keys(column.words ?? {});
    const strange = Object.keys(words).filter((word) => !known.includes(word));
    return [
      ...strange.map((word) => wrong([id, "words", word], word, known)),
      ...(unpaid && !column.unpaid
        ? [wrong([id, "unpaid"], "unpaid", column.words ? ["headings", "words"] : ["headings"])]
        : [])
    ];
  });
}

function addOwn(table: Table, own: Readonly<Record<string, Own>>): Table {
  const given = new Map(Object.entries(own).flatMap(([id, { headings = [] }]) => headings.map((h) => [fold(h), id])));
  const columns = table.columns.map((column): Column => {
    const { headings = [], words = {}, unpaid = [] } = own[column.id] ?? {};
    const added = Object.entries(withUnpaid(words, unpaid));
    return {
      ...column,
      headings: column.headings.filter((heading) => (given.get(fold(heading)) ?? column.id) === column.id),
      own: headings,
      ...(column.words && { words: added.reduce(addWord, column.words) }),
      ...(column.unpaid && { unpaid: [...column.unpaid, ...unpaid] })
    };
  });
  return { ...table, columns };
}

/** A spelling given to a word is taken from the one that had it. */
function addWord(
  words: NonNullable<Column["words"]>,
  [word, more]: readonly [string, readonly string[]]
): NonNullable<Column["words"]> {
  const taken = new Set(more.map(fold));
  const left = Object.entries(words).map(([id, list]) => [id, list.filter((spelling) => !taken.has(fold(spelling)))]);
  const kept: Record<string, readonly string[]> = Object.fromEntries(left);
  return { ...kept, [word]: [...(kept[word] ?? []), ...more] };
}

function byName(make: (name: TableName) => Table): Tables {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, make(name)])) as Record<TableName, Table>;
}
