/** Days and months as text, in UTC; no clock. */

/** Last day of the month `offset` months from the month of `day`. */
export function monthEnd(day: string, offset = 0): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return iso(Date.UTC(year, month + offset, 0));
}

/** The same day `count` months earlier; a month's last day stays a last day, so windows of whole months fit. */
export function monthsBefore(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const end = monthEnd(day, -count);
  if (day === monthEnd(day)) return end;
  const same = iso(Date.UTC(year, month - 1 - count, date));
  return same > end ? end : same;
}

export function daysBefore(day: string, count: number): string {
  return iso(Date.parse(day) - count * 86_400_000);
}

/** Months since year 0; consecutive months differ by one. */
export function monthIndex(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

/** Month ends before `asOf`, oldest first, at most `count`, none before data begin. */
export function monthEnds(from: string, asOf: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => monthEnd(asOf, i - count)).filter((end) => end >= from && end < asOf);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
