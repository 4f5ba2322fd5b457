import { type Formats, formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import type { FileCount } from "../tables/compute.js";
import { DIMENSIONS, type Dimension, LARGE_TIMES, levelOf, USUAL_GAPS } from "./dimensions.js";
import type { FileFacts } from "./file-facts.js";
import type { PublishedScore } from "./published.js";

/** A score with the numbers behind it, in words. */
interface Told {
  score: number | null;
  text: (f: Formats) => string;
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
    const { score, text } = SCORES[dimension.id](scored);
    const tell = (lang: Lang) => text(formats(lang, scored.currency));
    return {
      file: scored.file,
      dimension: dimension.id,
      label: dimension.label,
      score,
      level: score === null ? null : levelOf(dimension, score),
      text: { vi: tell("vi"), en: tell("en") }
    };
  });
}

const SCORES: Record<Dimension["id"], (scored: Scored) => Told> = {
  completeness({ columns, counts }) {
    if (columns.length === 0 || counts.rowsAccepted === 0) return untold(NO_ROWS);
    const score = mean(columns.map((c) => c.filled));
    const thinnest = [...columns].sort((a, b) => a.filled - b.filled)[0];
    return {
      score,
      text: (f) => {
        const [share, count] = [whole(f, score), f.number(columns.length)];
        const name = thinnest && thinnest.filled < 0.9995 ? thinnest.label[f.lang] : undefined;
        const least = f.percent(thinnest?.filled ?? null);
        if (f.lang === "vi")
          return `${share} số ô của ${count} cột có dữ liệu${name ? `; thưa nhất là “${name}”: ${least}` : ""}`;
        return `${share} of the cells of ${count} columns are filled in${name ? `; thinnest is “${name}”: ${least}` : ""}`;
      }
    };
  },
  validity({ columns, counts }) {
    const filled = columns.reduce((sum, c) => sum + c.filled, 0);
    if (counts.rowsRead === 0 || filled === 0) return untold(NO_ROWS);
    const score = columns.reduce((sum, c) => sum + c.filled * c.valid, 0) / filled;
    const worst = [...columns].filter((c) => c.filled > 0).sort((a, b) => a.valid - b.valid)[0];
    return {
      score,
      text: (f) => {
        const vi = f.lang === "vi";
        if (!worst || worst.valid === 1) return vi ? "ô nào có chữ cũng đọc được" : "every filled cell could be read";
        const [share, name, least] = [whole(f, score), worst.label[f.lang], whole(f, worst.valid)];
        return vi
          ? `${share} số ô có chữ đọc được; khó đọc nhất là “${name}”: ${least}`
          : `${share} of filled cells could be read; hardest is “${name}”: ${least}`;
      }
    };
  },
  uniqueness({ counts }) {
    if (counts.rowsRead === 0) return untold(NO_ROWS);
    const { rowsRead, rowsDuplicate } = counts;
    return {
      score: 1 - rowsDuplicate / rowsRead,
      text: (f) => {
        const [twice, read] = [f.number(rowsDuplicate), f.number(rowsRead)];
        if (rowsDuplicate === 0)
          return f.lang === "vi" ? `không dòng nào trùng trong ${read}` : `no duplicate in ${read} rows`;
        return f.lang === "vi" ? `${twice} dòng trùng trong ${read}` : `duplicates: ${twice} of ${read} rows`;
      }
    };
  },
  freshness({ facts: { days }, asOf }) {
    if (!days) return untold(NO_DAYS);
    if (days.count < 2) return untold(ONE_DAY);
    const behind = Math.max(0, between(days.last, asOf));
    const gap = between(days.first, days.last) / (days.count - 1);
    const allowed = Math.max(1, USUAL_GAPS * gap);
    return {
      score: behind <= allowed ? 1 : allowed / behind,
      text: (f) => {
        const [last, late, usual] = [f.date(days.last), f.days(behind), f.number(gap, 1)];
        if (f.lang === "vi")
          return `ngày cuối ${last}, ${behind === 0 ? "đúng ngày chốt" : `trước ngày chốt ${late}`}; thường ${usual} ngày lại có dòng mới`;
        return `last day ${last}, ${behind === 0 ? "the as-of date itself" : `${late} before the as-of date`}; usually ${usual} days between days with rows`;
      }
    };
  },
  plausibility({ counts, facts: { implausibleDates: dates, amounts } }) {
    if (counts.rowsRead === 0) return untold(NO_ROWS);
    const { negative, large } = amounts ?? { negative: 0, large: 0 };
    return {
      score: Math.max(0, 1 - (dates + negative + large) / counts.rowsRead),
      text: (f) => {
        const vi = f.lang === "vi";
        const middle = f.money(amounts?.middle ?? null);
        const parts = [
          dates > 0 && `${f.number(dates)} ${vi ? "dòng có ngày vô lý" : "with an implausible date"}`,
          negative > 0 && `${f.number(negative)} ${vi ? "món bán giá âm" : "sold at a negative price"}`,
          large > 0 &&
            `${f.number(large)} ${vi ? `dòng hơn ${LARGE_TIMES} lần số tiền đứng giữa (khoảng ${middle})` : `over ${LARGE_TIMES} times the middle amount (about ${middle})`}`
        ].filter(Boolean);
        const read = f.number(counts.rowsRead);
        if (parts.length === 0) return vi ? `không thấy gì lạ trong ${read} dòng` : `nothing odd in ${read} rows`;
        return vi ? `${parts.join(", ")}, trong ${read} dòng` : `of ${read} rows ${parts.join(", ")}`;
      }
    };
  }
};

const NO_ROWS: Bilingual = { vi: "chưa có dòng nào để xét", en: "no row to judge by" };
const NO_DAYS: Bilingual = { vi: "tệp không có cột ngày", en: "the file has no column of days" };
const ONE_DAY: Bilingual = {
  vi: "mọi dòng cùng một ngày, chưa thấy nhịp",
  en: "all rows are of one day: no rhythm yet"
};

function untold(text: Bilingual): Told {
  return { score: null, text: (f) => text[f.lang] };
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
