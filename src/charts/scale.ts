/** Size of type in a drawing of this width: legible on a phone, and from the back of a room. */
export function typeSize(width: number): number {
  return width < 420 ? 12 : width < 1000 ? 13 : width < 1300 ? 14.5 : 17;
}

/** Estimated width of a text in Be Vietnam Pro; labels are placed without measuring the document. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}

/** Text that fits into `width`, cut with an ellipsis where it must be. */
export function cut(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Math.max(1, Math.floor(width / (size * 0.56)) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}

/** Text broken at spaces into at most `count` lines that fit; the last is cut where it must be. */
export function lines(text: string, width: number, size: number, count = 2): string[] {
  const out: string[] = [];
  let rest = text.split(" ");
  while (rest.length > 0 && out.length < count) {
    let taken = rest.length;
    if (out.length < count - 1) {
      while (taken > 1 && textWidth(rest.slice(0, taken).join(" "), size) > width) taken--;
    }
    out.push(cut(rest.slice(0, taken).join(" "), width, size));
    rest = rest.slice(taken);
  }
  return out;
}

/** Positions moved apart to at least `gap`, in order, within `[top, bottom]` as far as there is room. */
export function spread(wanted: number[], gap: number, [top, bottom]: [number, number]): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  let last = -Infinity;
  for (const d of order) last = d.y = Math.max(d.y, last + gap, top);
  let next = bottom + gap;
  for (const d of order.reverse()) next = d.y = Math.min(d.y, next - gap);
  const out = new Array<number>(wanted.length).fill(0);
  for (const d of order) out[d.i] = d.y;
  return out;
}
