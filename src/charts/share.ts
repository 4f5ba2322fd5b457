import type { Formats } from "../terms/format.js";

/** A share that reads 100% only where nothing is missing, and 0% only where nothing is there. */
export function shareText(f: Formats, share: number): string {
  if (share < 1 && share > 0.995) return f.percent(Math.min(share, 0.9999), 2);
  return share > 0 && share < 0.0005 ? `< ${f.percent(0.001)}` : f.percent(share);
}
