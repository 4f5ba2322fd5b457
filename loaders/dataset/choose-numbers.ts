import type { Column } from "../definitions/columns.js";
import type { Overrides } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { NumberForm, NumberStyle } from "../engine/dialect.js";
import { SAMPLE_ROWS, type Sheet } from "../files/sheet.js";
import type { ColumnProfiles } from "./column-profiles.js";
import { fitNumbers } from "./fit-numbers.js";
import { joinEvidence, judgeNumbers, type NumberEvidence, parseNumber, weighNumbers } from "./numbers.js";
import type { Question } from "./sheet-report.js";
import type { ColumnMap } from "./source.js";

/** In this order readings are offered. */
const ASKED: readonly NumberStyle[] = ["comma", "dot", "mixed"];

/** How a file writes its numbers. */
export interface ChosenNumbers {
  /** That of its money; of its other numbers where money leaves it open. */
  numbers: NumberStyle;
  /** Canonical column id → how it is read, where that is not simply `numbers`. */
  forms: Record<string, NumberForm>;
  questions: Question[];
}

/** One column, what its cells say, and the style that follows. */
interface Weighed {
  id: string;
  heading: string;
  kind: Column["kind"];
  evidence: NumberEvidence;
  style: NumberStyle | undefined;
  /** Cells that leave the style open, against each other or by themselves. */
  open: readonly string[];
}

/** What is known of a file beside its cells. */
export interface NumberHints {
  /** Whether its currency has no small coin. */
  whole: boolean;
  preset: Preset | undefined;
  overrides: Overrides;
}

/**
 * One style for a file's money, found from its money alone, and one for its other numbers: a weight of `1,5` says
 * nothing of `52,000`. A question where cells can be read in two ways and neither the currency nor the file's own
 * products decide.
 */
export function chooseNumbers(
  columns: ColumnMap,
  canonical: readonly Column[],
  sheet: Pick<Sheet, "headings" | "sample">,
  profiles: ColumnProfiles,
  { whole, preset, overrides }: NumberHints
): ChosenNumbers {
  const weigh = (kind: Column["kind"], thousands: boolean) =>
    judgeTogether(
      canonical.flatMap((c) => {
        const heading = c.kind === kind ? columns[c.id] : undefined;
        return heading === undefined
          ? []
          : [{ id: c.id, heading, kind, evidence: weighNumbers(profiles.cells(heading), thousands) }];
      }),
      thousands
    );
  const all = settleByProducts([...weigh("money", whole), ...weigh("number", false)], columns, sheet);
  const money = all.filter(({ kind }) => kind === "money");
  const counts = all.filter(({ kind }) => kind === "number");
  const layout = preset?.numbers;
  const ofMoney = money.find(({ style }) => style)?.style;
  const ofCounts = counts.find(({ style }) => style)?.style;
  // A column of plain figures only has no open cells, and nothing to ask.
  const doubtful = money.find(
    ({ style, open, evidence }) => !style && open.length > 0 && (open.length > 1 || !layout || !parts(layout, evidence))
  );
  const numbers = ofMoney ?? layout ?? ofCounts ?? "dot";
  // Money that only the layout decides and a count contradicts is no more certain than without the layout.
  const shaken = money.find(({ style, open }) => !style && open.length > 0 && ofCounts && layout !== ofCounts);
  const asked =
    doubtful ?? shaken ?? counts.find(({ style, open }) => !style && open.length > 0 && !ofMoney && !layout);
  const said = overrides.numbers;
  const main = said ?? numbers;
  const bySaid = said !== undefined && !asked && said !== numbers;
  const long = sheet.sample.length >= SAMPLE_ROWS;
  const forms = all.flatMap((one): [string, NumberForm][] => {
    const own = bySaid && one.kind === "money" ? said : (one.style ?? main);
    const form = long && one.kind === "money" ? strict(own, one.evidence) : own;
    return form === main ? [] : [[one.id, form]];
  });
  const questions = said === undefined && asked ? [ask(asked)] : [];
  return { numbers: main, forms: Object.fromEntries(forms), questions };
}

/** A layout's word is taken where it makes thousands of a group of three digits; no tool fills money up to three. */
function parts(layout: NumberStyle, { dotGroup, commaGroup }: NumberEvidence): boolean {
  return layout === "dot" ? dotGroup === undefined : commaGroup === undefined;
}

/** Each column by itself; one that is open by all columns of its kind together, as one hand wrote them. */
function judgeTogether(columns: readonly Omit<Weighed, "style" | "open">[], whole: boolean): Weighed[] {
  const together = joinEvidence(columns.map(({ evidence }) => evidence));
  return columns.map((one) => {
    const alone = judgeNumbers(one.evidence, whole);
    if (alone === undefined) return { ...one, style: undefined, open: [] };
    if ("style" in alone) return { ...one, style: alone.style, open: [] };
    const joint = alone.open.length > 1 ? alone : judgeNumbers(together, whole);
    if (joint && "style" in joint) return { ...one, style: joint.style, open: [] };
    return { ...one, style: undefined, open: joint?.open ?? alone.open };
  });
}

/** The open ones of quantity, price and amount, where only one reading makes quantity × price the amount. */
function settleByProducts(
  all: readonly Weighed[],
  columns: ColumnMap,
  { headings, sample }: Pick<Sheet, "headings" | "sample">
): Weighed[] {
  const factors = ["quantity", columns.unit_price ? "unit_price" : "list_price", "amount"];
  const three = factors.map((id) => all.find((one) => one.id === id));
  if (three.some((one) => one === undefined) || !three.some((one) => one?.open.length === 1)) return [...all];
  const styles = three.map((one): readonly NumberStyle[] =>
    one?.style ? [one.style] : one?.open.length ? ["dot", "comma"] : ["dot"]
  );
  const places = three.map((one) => headings.indexOf(one?.heading ?? ""));
  const cells = sample.map((row) => places.map((place) => row[place]?.trim() ?? ""));
  const found = fitNumbers({ cells: cells as [string, string, string][], styles: styles as never });
  if (!found) return [...all];
  return all.map((one) => {
    const style = found[factors.indexOf(one.id)];
    return style && one.open.length === 1 ? { ...one, style, open: [] } : one;
  });
}

/** In a column of which only the first rows were looked at, a fraction as long as none of them has is thousands. */
function strict(style: NumberStyle, { longDot, dotGroup, longComma, commaGroup }: NumberEvidence): NumberForm {
  if (style === "dot") return longDot || dotGroup ? "dot" : "dot-cents";
  if (style === "comma") return longComma || commaGroup ? "comma" : "comma-cents";
  return style;
}

/** Every style in which all the cells are numbers, and what they come to. */
function ask({ heading, open }: Weighed): Question {
  const [first = ""] = open;
  const examples = open.length > 2 ? [first, open.at(-1) ?? ""] : open;
  const readings = ASKED.flatMap((answer) => {
    const values = examples.map((cell) => parseNumber(cell, answer));
    return values.every((value) => value !== undefined) ? [{ answer, reads: values.join(" · ") }] : [];
  });
  const apart = readings.filter(({ reads }, i) => readings.findIndex((one) => one.reads === reads) === i);
  return { about: "numbers", column: heading, example: examples.join(" · "), readings: apart };
}
