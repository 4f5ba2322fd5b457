/** Digits of codes such as the RFM code: what a rule that lists codes says of each of its places, first place 1. */

/** Lowest and highest digit: `1–2`, or `1` where they are one; empty without codes. */
export function digitRange(codes: readonly unknown[], place: number): string {
  return rangeText(digitsAt(codes, place));
}

/** The shortest range of digits that takes three quarters of the codes, of several the highest. */
export function commonRange(codes: readonly unknown[], place: number): string {
  const digits = digitsAt(codes, place);
  for (let width = 1; width <= 10; width++)
    for (let high = 9; high >= width - 1; high--) {
      const within = digits.filter((digit) => digit <= high && digit > high - width);
      if (within.length >= digits.length * MOST) return rangeText(within);
    }
  return "";
}

const MOST = 0.75;

export function lowestDigit(codes: readonly unknown[], place: number): string {
  return digitRange(codes, place).slice(0, 1);
}

export function highestDigit(codes: readonly unknown[], place: number): string {
  return digitRange(codes, place).slice(-1);
}

function digitsAt(codes: readonly unknown[], place: number): number[] {
  return codes.map((code) => Number(String(code)[place - 1])).filter((digit) => !Number.isNaN(digit));
}

function rangeText(digits: readonly number[]): string {
  if (digits.length === 0) return "";
  const [low, high] = [Math.min(...digits), Math.max(...digits)];
  return low === high ? String(low) : `${low}–${high}`;
}
