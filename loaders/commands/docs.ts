import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bilingual } from "../../src/terms/lang.js";
import { MONEY } from "../dataset/recognise.js";
import type { Catalogue } from "../definitions/catalogue.js";
import { type Column, TABLE_NAMES, type TableName, type Tables } from "../definitions/columns.js";
import type { FeatureSet } from "../definitions/feature.js";
import type { FindingDefinition, FindingSet } from "../definitions/findings.js";
import type { Limit } from "../definitions/limits.js";
import { type MeasureSet, ROW_NAMES, ROWS } from "../definitions/measure.js";
import { describeFormula, type NumberSet, type NumberSources } from "../definitions/numbers.js";
import type { Preset } from "../definitions/preset.js";
import { print } from "../definitions/print.js";
import { conditions, type Rule, type RuleCondition } from "../definitions/rule.js";
import { RESTS, type Scheme, type Threshold } from "../definitions/scheme.js";
import { type Bar, type Business, wantedReason } from "../definitions/stages.js";
import type { State } from "../definitions/states.js";
import { openDefinitions } from "../store/local.js";
import { inProject } from "../store/project.js";
import { renderSchemas } from "./schemas.js";
import { renderTables } from "./tables.js";

/** Parts of documents that are made from the definitions: file → name of the part → its text. */
type Parts = Record<string, Record<string, string>>;

/**
 * Every document with generated parts, brought up to date: path → text. A part stands between
 * `<!-- generated:name -->` and `<!-- /generated:name -->`; what is outside of them is kept.
 */
export async function renderDocs(): Promise<Map<string, string>> {
  const docs = new Map<string, string>();
  for (const [file, parts] of Object.entries(await composeParts())) {
    let text = await readFile(inProject(file), "utf8");
    for (const [name, part] of Object.entries(parts)) text = replacePart(text, name, part, file);
    docs.set(file, text);
  }
  return docs;
}

function replacePart(text: string, name: string, part: string, file: string): string {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${file} lacks ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n${part}\n${text.slice(end)}`;
}

async function composeParts(): Promise<Parts> {
  const definitions = await openDefinitions();
  const {
    tables,
    presets: layouts,
    schemes,
    features: all,
    numbers: ofGroups,
    numberSources,
    states: list,
    business: steps,
    findings: kinds
  } = definitions;
  return {
    "docs/input.md": { columns: columns(tables), words: words(tables), needs: needs(schemes, all) },
    "docs/mapping.md": { presets: presets(layouts) },
    "docs/schemes.md": { index: index(schemes), schemes: schemes.map(describeScheme).join("\n\n") },
    "docs/features.md": {
      features: features(all),
      measures: measures(definitions.measures),
      rows: rowColumns(),
      constants: constants(definitions),
      numbers: numbers(ofGroups),
      bars: thresholds(numberSources)
    },
    "docs/funnel-and-targets.md": { states: states(list), stages: stages(steps), findings: findings(kinds) }
  };
}

function presets(all: readonly Preset[]): string {
  const rows = all.map(({ id, label, table: name, headings, money, source }) => [
    code(id),
    both(label),
    code(name),
    [...headings.all, ...(headings.any ? [`one of: ${headings.any.join(", ")}`] : [])].join(", "),
    money?.en ?? "",
    source.en
  ]);
  return table(["preset", "file", "table", "told by these headings", "which money counts", "where to get it"], rows);
}

function columns(tables: Tables): string {
  return TABLE_NAMES.map((name) => {
    const { label, columns: list } = tables[name];
    const rows = list.map((c) => [
      code(c.id),
      both(c.label),
      kind(c),
      needed(name, c),
      c.headings.map(code).join(", ")
    ]);
    return `### \`${name}\`: ${both(label)}\n\n${table(["column", "what", "kind", "needed", "headings taken for it"], rows)}`;
  }).join("\n\n");
}

function kind({ kind: held, personal, working }: Column): string {
  return [held, ...(personal ? ["personal"] : []), ...(working ? ["working"] : [])].join(", ");
}

function needed(name: TableName, { id, required }: Column): string {
  if (required) return "in every row";
  if (name !== "costs" && ["customer_id", "phone", "email"].includes(id))
    return name === "orders" ? "one of the three; cells may be empty" : "one of the three in every row";
  if (name !== "orders") return "";
  if (MONEY.some(([only, more]) => only === id && more === undefined)) return "one way to tell money";
  return MONEY.some((ids) => ids.includes(id)) ? "one way to tell money: quantity and a price" : "";
}

function words(tables: Tables): string {
  return Object.entries(tables)
    .flatMap(([name, { columns: list }]) =>
      list.flatMap((c) => {
        if (!c.words) return [];
        const rows = Object.entries(c.words).map(([word, more]) => [code(word), more.map(code).join(", ")]);
        return [`**\`${name}.${c.id}\`**\n\n${table(["word", "also taken for it"], rows)}`];
      })
    )
    .join("\n\n");
}

/** For every column that features ask for: those features, and the groups whose rules read them. */
function needs(schemes: readonly Scheme[], features: FeatureSet): string {
  const all = [...features.values()];
  const asked = [...new Set(all.flatMap((f) => f.needs))].sort();
  const rows = asked.map((need) => {
    const off = all.filter((f) => f.needs.includes(need)).map((f) => f.id);
    const reads = (c: RuleCondition) => off.includes(c.left.name) && c.operator !== "unknown";
    const groups = schemes.flatMap((s) => {
      const hit = s.groups.filter((g) => conditions(g.rule).some(reads)).map((g) => g.id);
      return hit.length === 0
        ? []
        : [hit.length === s.groups.length ? `${code(s.id)} (all)` : `${code(s.id)}: ${hit.join(", ")}`];
    });
    return [need.split("|").map(code).join(" or "), off.map(code).join(" "), groups.join("; ")];
  });
  return table(["without", "these features are empty", "and rules of these groups can't be decided by them"], rows);
}

function index(schemes: readonly Scheme[]): string {
  const rows = schemes.map((s) => [
    `[\`${s.id}\`](#${s.id})`,
    both(s.label),
    both(s.question),
    String(s.groups.length)
  ]);
  return table(["scheme", "name", "question", "groups"], rows);
}

function describeScheme(scheme: Scheme): string {
  const groups = scheme.groups.map((g) => [code(g.id), both(g.label), both(g.description), writeRule(g.rule, true)]);
  const rests = RESTS.map((r) => [code(r.id), both(r.label), both(r.description), ""]);
  const thresholds = scheme.thresholds.map((t) => [
    code(t.id),
    both(t.label),
    describeDefault(t),
    t.range.join(" – "),
    both(t.reason)
  ]);
  return [
    `### ${scheme.id}`,
    `**${both(scheme.label)}**${scheme.family === scheme.id ? "" : `, of the family \`${scheme.family}\` (${both(scheme.familyLabel)})`}. ${both(scheme.question)}`,
    table(["group", "name", "who they are", "rule"], [...groups, ...rests]),
    thresholds.length > 0 ? table(["threshold", "what", "default", "range", "reason"], thresholds) : "No thresholds."
  ].join("\n\n");
}

function describeDefault({ default: value, unit, quantile }: Threshold): string {
  if (!quantile) return `${value} (${unit})`;
  return `${value}, the quantile of ${code(quantile.of)} among ${code(print(quantile.among))}`;
}

/** A rule as it is written: its conditions as formulas, joined by words. */
function writeRule(rule: Rule, top = false): string {
  if (rule.kind === "condition") return code(print(rule));
  if (rule.kind === "not")
    return `**not** ${rule.part.kind === "any" ? `(${writeRule(rule.part, true)})` : writeRule(rule.part)}`;
  const text = rule.parts.map((part) => writeRule(part)).join(rule.kind === "all" ? " **and** " : " **or** ");
  return top || rule.parts.length === 1 ? text : `(${text})`;
}

function features(all: FeatureSet): string {
  const rows = [...all.values()].map((f) => [
    code(f.id),
    both(f.label),
    f.unit,
    both(f.meaning),
    code(print(f.formula)),
    both(f.whenNull),
    f.needs.map((n) => n.split("|").map(code).join(" or ")).join(" and ")
  ]);
  return table(["feature", "name", "unit", "what it is", "formula", "when empty", "needs"], rows);
}

function measures(all: MeasureSet): string {
  const rows = [...all.values()].map((m) => [code(m.id), both(m.label), m.unit, code(m.of), code(print(m.formula))]);
  return table(["measure", "name", "unit", "of", "formula"], rows);
}

function rowColumns(): string {
  const rows = ROW_NAMES.map((name) => [code(name), Object.keys(ROWS[name].columns).map(code).join(" ")]);
  return table(["rows", "columns"], rows);
}

function constants({ constants, lists }: Pick<Catalogue, "constants" | "lists">): string {
  const rows = [
    ...[...constants.values()].map((c) => [
      code(c.id),
      both(c.label),
      `${c.value} (${c.unit})`,
      c.range.join(" – "),
      both(c.reason)
    ]),
    ...[...lists.values()].map((l) => [code(l.id), both(l.label), l.values.map(code).join(" "), "", both(l.reason)])
  ];
  return table(["constant", "what", "value", "range", "reason"], rows);
}

function thresholds({ thresholds }: NumberSources): string {
  const rows = [...thresholds.values()].map((t) => [
    code(t.id),
    both(t.label),
    `${t.value} (${t.unit})`,
    t.range.join(" – "),
    both(t.reason)
  ]);
  return table(["threshold", "what", "value", "range", "reason"], rows);
}

function numbers(all: NumberSet): string {
  return table(
    ["number", "name", "unit", "what it is", "formula", "counts", "of"],
    [...all.values()].map((n) => [
      code(n.id),
      both(n.label),
      n.unit,
      `${both(n.meaning)}${n.internal ? " (not published: serves to make others)" : ""}`,
      code(describeFormula(n, all)),
      n.counts ?? "",
      n.of ?? ""
    ])
  );
}

function states(all: readonly State[]): string {
  const rows = all.map((s, i) => [
    String(i + 1),
    code(s.id),
    both(s.label),
    both(s.means),
    code(`${s.id}_date`),
    s.windowDays ? `${s.windowDays} days` : ""
  ]);
  return table(["", "state", "name", "means", "entry date", "window"], rows);
}

function stages({ stages: all, numbers }: Business): string {
  const bars = (list: readonly Bar[]) =>
    list.map((b) => `${numbers.get(b.number)?.label.en} ${b.good === "high" ? "≥" : "≤"} ${b.bar}`).join("; ");
  const rows = all.map((s) => [
    String(s.number),
    both(s.label),
    code(s.group),
    bars(s.reached) || "always",
    bars(s.ready) || "always",
    wantedReason(s).en
  ]);
  return table(["", "stage", "target group", "reached when", "ready when", "wanted"], rows);
}

function findings(all: FindingSet): string {
  const rows = Object.entries<Pick<FindingDefinition, "looks"> & { limits: Readonly<Record<string, Limit>> }>(all).map(
    ([kind, { looks, limits }]) => [
      code(kind),
      both(looks),
      Object.entries(limits)
        .map(([id, { label, value }]) => `${code(id)} ${value}: ${label.en}`)
        .join("; ")
    ]
  );
  return table(["kind", "says", "limits"], rows);
}

function both({ vi, en }: Bilingual): string {
  return vi === en ? vi : `${vi} / ${en}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** Everything that `npm run docs` writes: path → text. */
async function renderAll(): Promise<Map<string, string>> {
  const tables = await renderTables(await openDefinitions());
  return new Map([...(await renderDocs()), ...renderSchemas(), ["docs/tables.md", tables]]);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of await renderAll()) {
    await mkdir(dirname(inProject(file)), { recursive: true });
    await writeFile(inProject(file), text);
    process.stdout.write(`${file}\n`);
  }
