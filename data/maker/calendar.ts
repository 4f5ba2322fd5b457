/** Days are whole numbers: 0 is the first day of the sample, negative days lie before it. */
export const FIRST_DATE = "2024-07-01";
export const LAST_DATE = "2026-06-30";

const MS_PER_DAY = 86_400_000;
const ORIGIN = Date.parse(FIRST_DATE) / MS_PER_DAY;

/** The day number of an ISO date. */
export function dayOf(date: string): number {
  return Date.parse(date) / MS_PER_DAY - ORIGIN;
}

export const LAST_DAY = dayOf(LAST_DATE);

/** The ISO date of a day number. */
export function dateOf(day: number): string {
  return new Date((ORIGIN + day) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `YYYY-MM` of a day number. */
function monthOf(day: number): string {
  return dateOf(day).slice(0, 7);
}

/** `YYYY-MM-DD HH:MM:SS` for a day and a second of that day. */
export function timeOf(day: number, second: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${dateOf(day)} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** All months of the sample in order. */
export const MONTHS: readonly string[] = [...new Set(Array.from({ length: LAST_DAY + 1 }, (_, day) => monthOf(day)))];

/** Sunday first. */
const WEEKDAY_WEIGHTS = [1.5, 0.82, 0.82, 0.88, 0.95, 1.12, 1.55] as const;

/** Season by calendar: from, to (ISO dates) and how much more is bought than on a plain day. */
const SEASONS: readonly (readonly [string, string, number])[] = [
  ["2024-10-12", "2024-10-20", 1.4],
  ["2024-11-09", "2024-11-11", 1.9],
  ["2024-11-25", "2024-12-01", 1.5],
  ["2024-12-20", "2024-12-31", 1.2],
  ["2025-01-01", "2025-01-25", 1.9],
  ["2025-01-28", "2025-02-03", 0.12],
  ["2025-03-01", "2025-03-08", 1.45],
  ["2025-10-12", "2025-10-20", 1.4],
  ["2025-11-05", "2025-11-08", 1.2],
  ["2025-11-09", "2025-11-11", 2.2],
  ["2025-11-24", "2025-11-30", 1.5],
  ["2025-12-20", "2025-12-31", 1.2],
  ["2026-01-19", "2026-02-13", 1.9],
  ["2026-02-16", "2026-02-22", 0.12],
  ["2026-03-01", "2026-03-08", 1.45]
];

/** How likely a purchase is on each day of the sample, 1 being an ordinary day. */
const DAY_WEIGHTS: readonly number[] = Array.from({ length: LAST_DAY + 1 }, (_, day) => {
  const weekday = new Date((ORIGIN + day) * MS_PER_DAY).getUTCDay();
  const date = dateOf(day);
  const season = SEASONS.find(([from, to]) => date >= from && date <= to);
  return (WEEKDAY_WEIGHTS[weekday] ?? 1) * (season?.[2] ?? 1);
});

/** Weight of a day; 0 outside the sample. */
export function dayWeight(day: number): number {
  return DAY_WEIGHTS[day] ?? 0;
}
