import type { Control } from "./state.js";

/** Draws at once, and anew whenever one of the controls changes. */
export function live(controls: readonly Control[], draw: () => Node): HTMLElement {
  const place = document.createElement("div");
  const redraw = () => place.replaceChildren(draw());
  for (const control of controls) control.addEventListener("input", redraw);
  redraw();
  return place;
}
