import { dayOf } from "./calendar.js";

/** A promotion: its code as it stands in `orders.campaign`, its days, and its usual discount (0–1). */
interface Promotion {
  code: string;
  from: number;
  to: number;
  rate: number;
}

/** The deep discount that trains customers to wait. */
export const WAITING_CODE = "SALE1111";

const TABLE: readonly (readonly [string, string, string, number])[] = [
  ["HE24", "2024-07-12", "2024-07-18", 0.15],
  ["QUOCKHANH24", "2024-08-30", "2024-09-03", 0.15],
  ["PHUNU24", "2024-10-14", "2024-10-20", 0.15],
  ["NGAYDOI24", "2024-11-09", "2024-11-12", 0.2],
  ["BF24", "2024-11-25", "2024-12-01", 0.25],
  ["TET25", "2025-01-06", "2025-01-22", 0.12],
  ["MONG83-25", "2025-03-01", "2025-03-08", 0.15],
  ["LE304-25", "2025-04-25", "2025-05-01", 0.15],
  ["SINHNHAT25", "2025-05-20", "2025-05-26", 0.2],
  ["HE25", "2025-07-12", "2025-07-18", 0.15],
  ["QUOCKHANH25", "2025-08-29", "2025-09-02", 0.15],
  ["PHUNU25", "2025-10-14", "2025-10-20", 0.15],
  [WAITING_CODE, "2025-11-05", "2025-11-15", 0.45],
  ["BF25", "2025-11-24", "2025-11-30", 0.25],
  ["NOEL25", "2025-12-18", "2025-12-25", 0.15],
  ["TET26", "2026-01-24", "2026-02-10", 0.12],
  ["MONG83-26", "2026-03-01", "2026-03-08", 0.15],
  ["LE304-26", "2026-04-24", "2026-05-01", 0.15],
  ["SINHNHAT26", "2026-05-20", "2026-05-26", 0.2],
  ["HE26", "2026-06-12", "2026-06-18", 0.15]
];

const PROMOTIONS: readonly Promotion[] = TABLE.map(([code, from, to, rate]) => ({
  code,
  from: dayOf(from),
  to: dayOf(to),
  rate
}));

/** The promotion that runs on a day; at most one does. */
export function maybePromotion(day: number): Promotion | undefined {
  return PROMOTIONS.find(({ from, to }) => day >= from && day <= to);
}
