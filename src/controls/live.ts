import type { Control } from "./control.js";

/**
 * What a drawing shows of now: drawn anew whenever one of the controls changes and, where it takes a width, when that
 * of its place does. A drawing for a width comes with the page's first layout, any other at once.
 */
export function live(draw: (width: number) => Node, controls: readonly Control[] = []): HTMLElement {
  const place = document.createElement("div");
  let width: number | undefined;
  const redraw = () => {
    if (draw.length === 0 || width) place.replaceChildren(draw(width ?? 0));
  };
  for (const control of controls) control.addEventListener("input", redraw);
  if (draw.length === 0) redraw();
  else
    new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width;
      if (now === width) return;
      width = now;
      redraw();
    }).observe(place);
  return place;
}
