/** One state of the funnel for one value of a dimension (`all` / `all` is everybody). Exact counts. */
export interface FunnelRow {
  dimension: string;
  value: string;
  state: string;
  /** People who are in this state or have passed it. */
  reached: number;
  /** People whose furthest state this is. */
  current: number;
  conversionFromPrevious: number | null;
  conversionFromTop: number | null;
  /** People counted as passed though no evidence of this very state exists. */
  skipped: number;
  /** People who moved here from the state before, the base of the days. */
  moved: number;
  p25Days: number | null;
  medianDays: number | null;
  p75Days: number | null;
}

/** People who became leads in one month and how far they have come; `reached90` only where 90 days have passed. */
export interface CohortRow {
  month: string;
  state: string;
  entered: number;
  reached: number;
  reached90: number | null;
}

/** Conversion into a state, by month of entering the state before it, within the state's window. */
export interface StepCohort {
  state: string;
  month: string;
  entered: number;
  moved: number;
}
