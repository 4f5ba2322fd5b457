import type { NumberStyle } from "../engine/dialect.js";

/** How cells write their numbers. */
export interface NumberCells {
  /** Undefined where plain figures leave it open. */
  style?: NumberStyle;
  /** A cell that is a thousand by one reading and a fraction by the other, where no cell decides. */
  either?: string;
}

/** `1.250.000`, `12,5`, `1.250,5`: only sense with a decimal comma. */
const COMMA = /^[-+]?\d{1,3}(\.\d{3}){2,}(,\d+)?$|^[-+]?\d+,(\d{1,2}|\d{4,})$|^[-+]?\d{1,3}(\.\d{3})+,\d+$/;
/** `12.5`, `1,250.5`, `1,250,000`: only sense with a decimal dot. */
const DOT =
  /^[-+]?\d+\.(\d{1,2}|\d{4,})$|^[-+]?\d{4,}\.\d+$|^[-+]?0\.\d+$|^[-+]?\d{1,3}(,\d{3})+\.\d+$|^[-+]?\d{1,3}(,\d{3}){2,}$/;
/** `1.250`: a thousand and more in Vietnam, one and a quarter elsewhere. */
const EITHER = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;
/** Đồng have no smaller coin: `165.000 ₫` can only be a hundred and sixty-five thousand. */
const DONG = /[₫đ]|vnđ|vnd/i;
const SIGNS = /đồng|dong|[\s₫đ$€£¥()%'’]|vnđ|vnd|usd|eur/gi;

/** Which sign parts decimals in the cells of one column, as far as they leave no doubt. */
export function findNumbers(cells: readonly string[]): NumberCells {
  const seen = { comma: 0, dot: 0 };
  let either: string | undefined;
  for (const cell of cells) {
    const bare = cell.replace(SIGNS, "");
    if (COMMA.test(bare)) seen.comma++;
    else if (DOT.test(bare)) seen.dot++;
    else if (EITHER.test(bare)) {
      if (DONG.test(cell)) seen.comma++;
      else either ??= cell;
    }
  }
  if (seen.comma > seen.dot) return { style: "comma" };
  if (seen.dot > 0) return { style: "dot" };
  return either === undefined ? {} : { either };
}

/**
 * The style of a file from its columns, money first. An amount wrong by a thousand is worse than none, so where a
 * column can be read in both ways and no other decides, its example is given back to be asked about.
 */
export function joinNumbers(columns: readonly NumberCells[]): NumberCells {
  const decided = columns.find(({ style }) => style !== undefined);
  return decided ?? columns.find(({ either }) => either !== undefined) ?? {};
}

/** Both values that a cell can mean: `1.200` → 1.2 with a decimal dot, 1200 with a decimal comma. */
export function bothNumbers(cell: string): Record<NumberStyle, string> {
  const bare = cell.replace(SIGNS, "");
  return { dot: String(Number(bare)), comma: bare.replaceAll(".", "") };
}
