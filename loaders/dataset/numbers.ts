import { CURRENCY_PATTERN, signOf } from "../engine/currencies.js";
import type { NumberStyle } from "../engine/dialect.js";

/** What the cells of one column, or of several, say of how their numbers are written; each an example, or nothing. */
export interface NumberEvidence {
  /** Only sense with a decimal dot: `12.5`, `1,250.50`, `1,250,000`. */
  dot?: string;
  /** Only sense with a decimal comma. */
  comma?: string;
  /** Of these, one that has a fraction of three digits or more: such fractions occur. */
  longDot?: string;
  longComma?: string;
  /** `35.000`: thirty-five thousand, or thirty-five. */
  dotGroup?: string;
  /** `35,000`: the same with a comma. */
  commaGroup?: string;
  /** Of these, one that ends in a nought, as fractions do only where every cell is filled up to three digits. */
  dotRound?: string;
  commaRound?: string;
  /** `950`: a small whole number without a fraction, so cells aren't filled up. */
  small?: string;
}

/** How a column writes its numbers, or the cells that leave it open. */
export type NumberVerdict = { style: NumberStyle } | { open: string[] } | undefined;

const SIGNS = new RegExp(`${CURRENCY_PATTERN}|[\\s()%'’]`, "giu");
const LONGEST = 64;

const GROUPS = { dot: String.raw`\d{1,3}(?:,\d{3})+`, comma: String.raw`\d{1,3}(?:\.\d{3})+` };
const PROOFS = {
  dot: /^(?:\d*\.(?:\d{1,2}|\d{4,})|(?:\d{4,}|0)\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/,
  comma: /^(?:\d*,(?:\d{1,2}|\d{4,})|(?:\d{4,}|0),\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/
};
const LONG = { dot: /\.\d{3,}$/, comma: /,\d{3,}$/ };
const GROUP = { dot: /^[1-9]\d{0,2}\.\d{3}$/, comma: /^[1-9]\d{0,2},\d{3}$/ };

/**
 * What cells say. `whole`: their currency has no small coin, so that a group of three digits can only be thousands;
 * a sign in a cell says it of that cell.
 */
export function weighNumbers(cells: readonly string[], whole = false): NumberEvidence {
  const seen: NumberEvidence = {};
  for (const cell of cells) {
    const bare = bareNumber(cell);
    const thousands = (signOf(cell)?.decimals ?? (whole ? 0 : 2)) === 0;
    for (const [sign, other] of [
      ["dot", "comma"],
      ["comma", "dot"]
    ] as const) {
      if (PROOFS[sign].test(bare)) {
        seen[sign] ??= cell;
        if (LONG[sign].test(bare) && !new RegExp(`^${GROUPS[other]}$`).test(bare))
          seen[sign === "dot" ? "longDot" : "longComma"] ??= cell;
      } else if (GROUP[sign].test(bare)) {
        if (thousands && signOf(cell)) seen[other] ??= cell;
        else seen[sign === "dot" ? "dotGroup" : "commaGroup"] ??= cell;
        if (bare.endsWith("0")) seen[sign === "dot" ? "dotRound" : "commaRound"] ??= cell;
      }
    }
    if (/^[1-9]\d{0,2}$/.test(bare)) seen.small ??= cell;
  }
  return seen;
}

/** The evidence of several columns as that of one; the first examples stay. */
export function joinEvidence(parts: readonly NumberEvidence[]): NumberEvidence {
  return Object.assign({}, ...[...parts].reverse());
}

/**
 * What evidence comes to. One witness against another is never outvoted: the cells are read one by one where each
 * can be read in one way only, else it stays open.
 */
export function judgeNumbers(evidence: NumberEvidence, whole = false): NumberVerdict {
  const e = settleGroups(evidence, whole);
  const { dot, comma, dotGroup, commaGroup } = e;
  if (dot !== undefined && comma !== undefined) {
    const open = [dotGroup, commaGroup].filter((cell) => cell !== undefined);
    return open.length === 0 ? { style: "mixed" } : { open: [dot, comma, ...open] };
  }
  if (dot !== undefined) return dotGroup === undefined ? { style: "dot" } : { open: [dot, dotGroup] };
  if (comma !== undefined) return commaGroup === undefined ? { style: "comma" } : { open: [comma, commaGroup] };
  const open = [dotGroup, commaGroup].filter((cell) => cell !== undefined);
  return open.length === 0 ? undefined : { open };
}

/**
 * Groups of three digits that can only be thousands, or only fractions, become proofs: thousands where prices are
 * whole, or where a nought at the end beside small whole numbers shows that nothing is filled up; fractions where
 * others as long occur and none ends in a nought.
 */
function settleGroups(e: NumberEvidence, whole: boolean): NumberEvidence {
  const { dotGroup, commaGroup, dotRound, commaRound, longDot, longComma, ...rest } = e;
  const settled: NumberEvidence = { ...rest };
  const fill = (proof: "dot" | "comma", cell: string) => {
    settled[proof] ??= cell;
  };
  const alone = e.dot === undefined && e.comma === undefined && (dotGroup === undefined || commaGroup === undefined);
  for (const [group, round, long, fraction, thousands, name] of [
    [dotGroup, dotRound, longDot, "dot", "comma", "dotGroup"],
    [commaGroup, commaRound, longComma, "comma", "dot", "commaGroup"]
  ] as const) {
    if (group === undefined) continue;
    const unfilled = round === undefined && e[fraction] !== undefined && /[.,]\d$/.test(bareNumber(e[fraction]));
    if ((long !== undefined && round === undefined) || (unfilled && !whole)) fill(fraction, group);
    else if (whole && long === undefined) fill(thousands, group);
    else if (alone && round !== undefined && e.small !== undefined) fill(thousands, group);
    // In the style that the rest proves, a comma group beside `12.50` is thousands; only the other way round is open.
    else if (e[thousands] !== undefined && e[fraction] === undefined) continue;
    else settled[name] = group;
  }
  return settled;
}

/** A number without signs of money, percent, brackets and its own sign; nothing where a cell is too long for one. */
function bareNumber(cell: string): string {
  return cell.length > LONGEST ? "" : cell.replace(SIGNS, "").replace(/^[-+−]|[-−]$/, "");
}

const CENTS = String.raw`(?:\d{1,2}|\d{4,})`;
const BODIES: Record<NumberStyle, RegExp> = {
  dot: new RegExp(`^(?:${GROUPS.dot}|\\d*)(?:\\.\\d*)?$`),
  comma: new RegExp(`^(?:${GROUPS.comma}|\\d*)(?:,\\d*)?$`),
  mixed: new RegExp(
    `^(?:(?!0)${GROUPS.dot}(?:\\.${CENTS})?|(?!0)${GROUPS.comma}(?:,${CENTS})?|\\d+(?:[.,]${CENTS})?|(?:\\d{4,}|0?)[.,]\\d+)$`
  )
};
const FRACTION = new RegExp(`[.,]${CENTS}$|^(?:0?|\\d{4,})[.,]\\d+$`);

/** The value of a cell by a style, without its sign; undefined where it is no number by it. */
export function parseNumber(cell: string, style: NumberStyle): number | undefined {
  const bare = bareNumber(cell);
  if (!/\d/.test(bare) || !BODIES[style].test(bare)) return undefined;
  if (style === "dot") return Number(bare.replaceAll(",", ""));
  if (style === "comma") return Number(bare.replaceAll(".", "").replace(",", "."));
  const at = FRACTION.test(bare) ? Math.max(bare.lastIndexOf("."), bare.lastIndexOf(",")) : bare.length;
  return Number(`${bare.slice(0, at).replace(/[.,]/g, "")}.${bare.slice(at + 1)}`);
}
