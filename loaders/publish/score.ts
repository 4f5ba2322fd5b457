import { type Formats, formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import { bilingual, fill, type Spoken, speak } from "../../src/terms/words.js";
import { QUALITY, SCORES } from "../../src/words/quality.js";
import type { FileCount } from "../tables/compute.js";
import { DIMENSIONS, type Dimension, LARGE_TIMES, levelOf, USUAL_GAPS } from "./dimensions.js";
import type { FileFacts } from "./file-facts.js";
import type { PublishedScore } from "./published.js";

/** A score with the numbers behind it, in words. */
interface Told {
  score: number | null;
  text: (f: Formats, words: Spoken<typeof SCORES>) => string;
}

type Counts = Pick<FileCount, "rowsRead" | "rowsAccepted" | "rowsDuplicate">;

/** What a file is scored by. */
export interface Scored {
  file: string;
  counts: Counts;
  /** Columns that the tables have, with the shares of their cells that are filled and could be read. */
  columns: readonly { label: Bilingual; filled: number; valid: number }[];
  facts: FileFacts;
  asOf: string;
  currency: string;
}

/** A file on the five dimensions of quality; the definitions are in `dimensions.ts`. */
export function scoreFile(scored: Scored): PublishedScore[] {
  return DIMENSIONS.map((dimension) => {
    const { score, text } = JUDGES[dimension.id](scored);
    const tell = (lang: Lang) => text(formats(lang, scored.currency), speak(SCORES, lang));
    return {
      file: scored.file,
      dimension: dimension.id,
      label: bilingual(QUALITY[dimension.id].label),
      score,
      level: score === null ? null : levelOf(dimension, score),
      text: { vi: tell("vi"), en: tell("en") }
    };
  });
}

const JUDGES: Record<Dimension["id"], (scored: Scored) => Told> = {
  completeness({ columns, counts }) {
    if (columns.length === 0 || counts.rowsAccepted === 0) return untold("noRows");
    const score = mean(columns.map((c) => c.filled));
    const thinnest = [...columns].sort((a, b) => a.filled - b.filled)[0];
    return {
      score,
      text: (f, w) => {
        const [share, count] = [whole(f, score), f.number(columns.length)];
        if (!thinnest || thinnest.filled >= 0.9995) return fill(w.filled, { share, count });
        const [name, least] = [thinnest.label[f.lang], f.percent(thinnest.filled)];
        return fill(w.thinnest, { share, count, name, least });
      }
    };
  },
  validity({ columns, counts }) {
    const filled = columns.reduce((sum, c) => sum + c.filled, 0);
    if (counts.rowsRead === 0 || filled === 0) return untold("noRows");
    const score = columns.reduce((sum, c) => sum + c.filled * c.valid, 0) / filled;
    const worst = [...columns].filter((c) => c.filled > 0).sort((a, b) => a.valid - b.valid)[0];
    return {
      score,
      text: (f, w) =>
        !worst || worst.valid === 1
          ? w.allRead
          : fill(w.hardest, { share: whole(f, score), name: worst.label[f.lang], least: whole(f, worst.valid) })
    };
  },
  uniqueness({ counts }) {
    if (counts.rowsRead === 0) return untold("noRows");
    const { rowsRead, rowsDuplicate } = counts;
    return {
      score: 1 - rowsDuplicate / rowsRead,
      text: (f, w) => {
        const rows = f.number(rowsRead);
        if (rowsDuplicate === 0) return fill(w.noDuplicate, { rows });
        return fill(w.duplicates, { twice: f.number(rowsDuplicate), rows });
      }
    };
  },
  freshness({ facts: { days }, asOf }) {
    if (!days) return untold("noDays");
    if (days.count < 2) return untold("oneDay");
    const behind = Math.max(0, between(days.last, asOf));
    const gap = between(days.first, days.last) / (days.count - 1);
    const allowed = Math.max(1, USUAL_GAPS * gap);
    return {
      score: behind <= allowed ? 1 : allowed / behind,
      text: (f, w) => {
        const told = { last: f.date(days.last), gap: f.number(gap, 1) };
        return behind === 0 ? fill(w.upToDate, told) : fill(w.behind, { ...told, late: f.days(behind) });
      }
    };
  },
  plausibility({ counts, facts: { implausibleDates: dates, amounts } }) {
    if (counts.rowsRead === 0) return untold("noRows");
    const { negative, large } = amounts ?? { negative: 0, large: 0 };
    return {
      score: Math.max(0, 1 - (dates + negative + large) / counts.rowsRead),
      text: (f, w) => {
        const rows = f.number(counts.rowsRead);
        const middle = f.money(amounts?.middle ?? null);
        const parts = [
          dates > 0 && fill(w.dates, { count: f.number(dates) }),
          negative > 0 && fill(w.negative, { count: f.number(negative) }),
          large > 0 && fill(w.large, { count: f.number(large), times: LARGE_TIMES, middle })
        ].filter(Boolean);
        return parts.length === 0 ? fill(w.nothingOdd, { rows }) : fill(w.odd, { rows, list: parts.join(", ") });
      }
    };
  }
};

function untold(why: "noRows" | "noDays" | "oneDay"): Told {
  return { score: null, text: (_, w) => w[why] };
}

/** A share that reads 100% only where nothing is missing. */
function whole(f: Formats, share: number): string {
  return share < 1 && share > 0.995 ? f.percent(Math.min(share, 0.9999), 2) : f.percent(share);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Whole days from one day to another. */
function between(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
