/** Categorical colours are CSS variables, so that both themes and print set their own. */
const COUNT = 8;

/** Colour of a group by its place in the scheme; the rests are grey wherever they stand. */
export function groupColour(index: number, rest = false): string {
  return rest ? "var(--rest)" : `var(--c${(index % COUNT) + 1})`;
}

/** Dash pattern that tells apart groups beyond the eighth, which share a colour with an earlier one. */
export function groupDash(index: number): string | null {
  return index < COUNT ? null : "5 3";
}

/** Ground of a heat-map cell; `share` of 0–1 mixes ink violet into paper. */
export function heat(share: number): string {
  return `color-mix(in oklab, var(--heat) ${Math.round(Math.min(1, Math.max(0, share)) * 100)}%, var(--heat-zero))`;
}

/** Text on a heat-map cell: turns over where the ground gets dark (or light, in the dark theme). */
export function heatInk(share: number): string {
  return share > 0.5 ? "var(--on-heat)" : "var(--ink)";
}
