import { formats } from "../../src/terms/format.js";
import { type Bilingual, LANGS, type Lang } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { FORMULA_EXPECTED } from "../../src/words/formula.js";
import { RESERVED } from "../engine/reserved.js";
import type { Issue } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import type { Catalogue } from "./catalogue.js";
import { checkFormula, typeOfUnit, type ValueType, type Vocabulary } from "./check-formula.js";
import type { Tables } from "./columns.js";
import type { Constant, ConstantSet } from "./constant.js";
import type { Feature } from "./feature.js";
import type { Entry, FeatureFiles } from "./feature-files.js";
import { type Formula, parseFormula } from "./formula.js";
import { type Measure, type MeasureSet, ROWS } from "./measure.js";
import { needsOf } from "./needs.js";
import { print } from "./print.js";
import { readFormula } from "./read-formula.js";

/** Names that mean something else where features and measures are computed. */
const TAKEN = ["as_of", "person", "snapshot", "day", "month", "customer_id"];

/**
 * Features and measures ready to be computed: formulas parsed and checked, texts filled from the constants, needed
 * columns found by what the formulas read. What is wrong is added to `issues`; a definition that can't be read is left
 * out.
 */
export function compileFeatures(files: FeatureFiles, tables: Tables, issues: Issue[]): Catalogue {
  const constants = new Map([...files.constants].map(([id, { source }]) => [id, { id, ...source }]));
  checkConstants(files.constants, issues);
  const attributes = new Map([...files.attributes].map(([id, { source }]) => [id, source]));
  const measures = compileMeasures(files, constants, issues);
  const formulas = compileFormulas(files, constants, issues);
  const needs = findNeeds(files, formulas, { measures, attributes }, issues);
  const features = new Map(
    [...formulas].map(([id, formula]): [string, Feature] => {
      const entry = files.features.get(id) as Entry<FeatureSource>;
      const fillIn = (key: "label" | "meaning" | "whenNull") => fillText(id, entry, key, constants, issues);
      const texts = { label: fillIn("label"), meaning: fillIn("meaning"), whenNull: fillIn("whenNull") };
      const { unit, unless } = entry.source;
      const given = compileGiven(id, entry, files, constants, issues);
      const own = needs.own.get(id) ?? [];
      return [
        id,
        {
          id,
          ...texts,
          unit,
          needs: needs.all.get(id) ?? [],
          formula,
          ...(given && { given: { formula: given, insteadOf: own } }),
          ...(unless && { unless })
        }
      ];
    })
  );
  checkColumns(files, tables, issues);
  const lists = new Map([...files.lists].map(([id, { source }]) => [id, { id, ...source }]));
  return { features, measures, attributes, constants, lists, origins: files.origins };
}

type FeatureSource = FeatureFiles["features"] extends ReadonlyMap<string, Entry<infer Source>> ? Source : never;

function checkConstants(constants: FeatureFiles["constants"], issues: Issue[]): void {
  for (const [id, { source, ...entry }] of constants) {
    const [least, most] = source.range;
    if (source.value < least || source.value > most)
      report(issues, entry, [id, "value"], String(source.value), `${least} – ${most}`);
  }
}

function compileMeasures(files: FeatureFiles, constants: ConstantSet, issues: Issue[]): MeasureSet {
  const measures = new Map<string, Measure>();
  for (const [id, entry] of files.measures) {
    const { of, needs = ROWS[of].needs, ...rest } = entry.source;
    const ofDay = [...files.measures].filter(([, other]) => other.source.of !== "days").map(([name]) => name);
    const names: [string, ValueType][] =
      of === "days" ? ofDay.map((name) => [name, "number"]) : Object.entries<ValueType>(ROWS[of].columns);
    const vocabulary: Vocabulary = {
      names: new Map(names),
      places: new Set(constants.keys()),
      functions: ["count", "total", "if", "coalesce", "min", "max"]
    };
    const formula = compileFormula(id, entry, vocabulary, "number", issues);
    if (!formula) continue;
    if (formula.kind !== "call" || (formula.name !== "count" && formula.name !== "total"))
      report(issues, entry, [id, "formula"], print(formula), bilingual(FORMULA_EXPECTED.measure));
    measures.set(id, { id, ...rest, of, needs, formula });
  }
  return measures;
}

/** What the formula of a feature may be made of. */
function featureVocabulary(files: FeatureFiles, constants: ConstantSet): Vocabulary {
  const units = [...files.features].map(([id, { source }]): [string, ValueType] => [id, typeOfUnit(source.unit)]);
  return {
    names: new Map([...units, ["as_of", "date"]]),
    measures: new Set(files.measures.keys()),
    attributes: new Map([...files.attributes].map(([id, { source }]) => [id, source.type])),
    places: new Set(constants.keys()),
    functions: ["sum", "first", "last", "attribute", "days", "quantile", "score", "coalesce", "if", "min", "max"]
  };
}

/** The formulas of all features that can be read, sound or not. */
function compileFormulas(files: FeatureFiles, constants: ConstantSet, issues: Issue[]): Map<string, Formula> {
  const vocabulary = featureVocabulary(files, constants);
  const formulas = new Map<string, Formula>();
  for (const [id, entry] of files.features) {
    const formula = compileFormula(id, entry, vocabulary, typeOfUnit(entry.source.unit), issues);
    if (formula) formulas.set(id, formula);
  }
  return formulas;
}

/** What stands in for the formula of a feature, where anything does. */
function compileGiven(
  id: string,
  { source, file, row }: Entry<FeatureSource>,
  files: FeatureFiles,
  constants: ConstantSet,
  issues: Issue[]
): Formula | undefined {
  if (!source.given) return undefined;
  const entry = { source: source.given, file, row: (...path: readonly string[]) => row("given", ...path) };
  return compileFormula(id, entry, featureVocabulary(files, constants), typeOfUnit(source.unit), issues);
}

function compileFormula(
  id: string,
  { source, ...entry }: Entry<{ formula: string }>,
  vocabulary: Vocabulary,
  type: ValueType,
  issues: Issue[]
): Formula | undefined {
  if (RESERVED.has(id) || TAKEN.includes(id)) report(issues, entry, [id], id, bilingual(FORMULA_EXPECTED.freeName));
  const place = { file: entry.file, row: entry.row("formula"), column: `${id} → formula` };
  const formula = readFormula(parseFormula, source.formula, { code: "definition", ...place }, issues);
  if (!formula) return undefined;
  for (const { got, expected } of checkFormula(formula, vocabulary, type))
    report(issues, entry, [id, "formula"], got, expected);
  return formula;
}

/**
 * The columns of every feature: those written down, else those its formula leads to; `own` without, `all` with what
 * stands in for them.
 */
function findNeeds(
  files: FeatureFiles,
  formulas: ReadonlyMap<string, Formula>,
  sources: Pick<Catalogue, "measures" | "attributes">,
  issues: Issue[]
): Record<"own" | "all", Map<string, readonly string[]>> {
  const own = new Map<string, readonly string[]>();
  const found = new Map<string, readonly string[]>();
  const open: string[] = [];
  const find = (id: string): readonly string[] => {
    const [entry, formula] = [files.features.get(id), formulas.get(id)];
    if (!entry || !formula) return [];
    if (open.includes(id)) {
      const circle = [...open.slice(open.indexOf(id)), id].join(" → ");
      report(issues, entry, [id, "formula"], circle, bilingual(FORMULA_EXPECTED.noCircle, { name: id }));
      return [];
    }
    const known = found.get(id);
    if (known) return known;
    open.push(id);
    const derived = needsOf(formula, { ...sources, needsOf: find });
    open.pop();
    const { needs = derived, given } = entry.source;
    own.set(id, needs);
    found.set(id, given ? needs.flatMap((need) => given.needs.map((other) => `${need}|${other}`)) : needs);
    return found.get(id) ?? [];
  };
  for (const id of formulas.keys()) find(id);
  return { own, all: found };
}

/** Every column that is named has to be one that files can carry. */
function checkColumns(files: FeatureFiles, tables: Tables, issues: Issue[]): void {
  const columns = Object.values(tables).flatMap((table) => table.columns.map((c) => `${table.name}.${c.id}`));
  const standIns = [...files.features].flatMap(([id, { source, ...entry }]) =>
    source.given ? [[id, { source: source.given, ...entry }] as const] : []
  );
  for (const [id, { source, ...entry }] of [...files.features, ...files.measures, ...files.attributes, ...standIns])
    for (const column of (source.needs ?? []).flatMap((need) => need.split("|")))
      if (!columns.includes(column)) report(issues, entry, [id, "needs"], column, oneOf(columns, column));
}

/** A text with its `{constants}` filled in: shares as per cent, all else as a bare number. */
function fillText(
  id: string,
  { source, ...entry }: Entry<FeatureSource>,
  key: "label" | "meaning" | "whenNull",
  constants: ConstantSet,
  issues: Issue[]
): Bilingual {
  const filled = LANGS.map((lang) => [
    lang,
    source[key][lang].replace(/\{(\w+)\}/g, (place, name: string) => {
      const constant = constants.get(name);
      if (constant) return writeConstant(constant, lang);
      report(
        issues,
        entry,
        [id, key, lang],
        place,
        oneOf(
          [...constants.keys()].map((one) => `{${one}}`),
          place
        )
      );
      return place;
    })
  ]);
  return Object.fromEntries(filled) as Bilingual;
}

/** A constant as texts name it. */
export function writeConstant({ value, unit }: Constant, lang: Lang): string {
  const f = formats(lang);
  return unit === "share" ? f.percent(value) : f.number(value, 2);
}

function report(
  issues: Issue[],
  { file, row }: Pick<Entry<unknown>, "file" | "row">,
  [id = "", ...path]: readonly string[],
  got: string,
  expected: string | Bilingual
): void {
  issues.push({
    code: "definition",
    file,
    row: row(...path),
    column: [id, ...path].join(" → "),
    got,
    detail: { expected }
  });
}
