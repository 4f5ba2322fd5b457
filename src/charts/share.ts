import type { Formats } from "../terms/format.js";
import { fill, speak } from "../terms/words.js";
import { DATA } from "../words/data.js";

/** A share that reads 100% only where nothing is missing, and 0% only where nothing is there. */
export function shareText(f: Formats, share: number): string {
  if (share < 1 && share > 0.995) return f.percent(Math.min(share, 0.9999), 2);
  return share > 0 && share < 0.0005 ? `< ${f.percent(0.001)}` : f.percent(share);
}

/** Shares of rows and, where there is any, of money as the subject of a sentence. */
export function partText(rows: string, money: string | null, { lang }: Formats): string {
  const w = speak(DATA, lang);
  return money === null ? fill(w.ofRows, { rows }) : fill(w.ofRowsAndMoney, { rows, money });
}
