/** From an instant on, in epoch minutes, a zone is so many minutes ahead of UTC. */
export interface Offset {
  from: number;
  minutes: number;
}

const MINUTE = 60_000;
/** No zone keeps a change of its clocks for less than this: the shortest is the month of Ramadan. */
const STEP = 14 * 24 * 60;
const [FROM, TO] = [Date.UTC(1990, 0, 1) / MINUTE, Date.UTC(2051, 0, 1) / MINUTE];

/**
 * How far a zone is ahead of UTC, from 1990 to 2050, one row per change of its clocks, oldest first; what held at
 * either end is taken to have held ever before and after. SQL reckons with these, as not every engine knows zones.
 */
export function zoneOffsets(zone: string): Offset[] {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const at = (minute: number) => parseOffset(format.format(minute * MINUTE));
  const offsets = [{ from: FROM, minutes: at(FROM) }];
  for (let start = FROM; start < TO; start += STEP) {
    const [before, after] = [at(start), at(start + STEP)];
    if (before !== after) offsets.push({ from: findChange(at, start, start + STEP), minutes: after });
  }
  return offsets;
}

/** The first minute in which the clocks show what they show at `end`, no longer what they show at `start`. */
function findChange(at: (minute: number) => number, start: number, end: number): number {
  const before = at(start);
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** `1/31/2026, GMT-05:30` → -330; UTC itself is written `GMT`. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** True for a time zone that this machine knows, such as `Asia/Ho_Chi_Minh`. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
