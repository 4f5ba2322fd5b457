import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { TableName } from "../definitions/columns.js";
import type { Counted } from "../definitions/numbers.js";
import type { Finding } from "../findings/finding.js";

/**
 * The shapes of every file the site reads. Pages import these as types only; `publish/` writes them.
 * Shares are 0–1, money is in the currency's unit, days are whole days, `null` means withheld (a group
 * under the privacy minimum) or not computable from the columns at hand. Aggregates only: no field may
 * hold a person's id, name, phone or e-mail.
 */

/** `data/study.json`: what the Overview, Data and header need. One object per site. */
export interface PublishedStudy {
  name: Bilingual;
  /** True when the folder is the made-up sample; the site then says so on every page. */
  sample: boolean;
  dataset: string;
  asOfDate: string;
  period: { from: string; to: string };
  currency: string;
  zone: string;
  /** Smallest group whose numbers are published. */
  minimumGroup: number;
  /** This and the totals below are null when the firm has fewer customers than the smallest group. */
  customers: number | null;
  buyers: number | null;
  orders: number | null;
  revenue: number | null;
  /** Part of `revenue` on lines that name no customer; in totals, in no group. */
  revenueWithoutCustomer: number | null;
  profit: number | null;
  files: PublishedFile[];
  rejects: { file: string; reason: string; label: Bilingual; rows: number; money: number }[];
  /** Sheets and parts of files that hold nothing to read. */
  passed: { file: string; label: Bilingual }[];
  /** Null where no ids, phones or e-mails were compared. */
  people: PublishedPeople | null;
  /** One entry per channel that a customers file has answers for. */
  consent: PublishedConsent[];
  /** Every file by every dimension of quality, in the order of files, then dimensions. */
  scorecard: PublishedScore[];
  analyses: PublishedAnalysis[];
  lacking: { analysis: string; label: Bilingual; column: string; columnLabel: Bilingual }[];
  findings: Finding[];
  firstPlays: FirstPlay[];
}

/** How a file came in, what it was taken for, and what became of its rows and money. */
export interface PublishedFile {
  file: string;
  table: TableName;
  tableLabel: Bilingual;
  /** Kind, encoding, separator, packing. */
  form: Bilingual;
  /** Layout of a platform; null when read by headings and values. */
  preset: { id: string; label: Bilingual } | null;
  /** What one row stands for. */
  grain: { id: string; text: Bilingual };
  /** How money is counted; null for files without money. */
  money: Bilingual | null;
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  rowsDuplicate: number;
  /** Null for files without money. */
  moneyRead: number | null;
  moneyAccepted: number | null;
  moneyRejected: number | null;
  moneyDuplicate: number | null;
  /** Rows found and left out, which are no data; not part of `rowsRead`. `at` holds the first row numbers. */
  left: { kind: string; label: Bilingual; rows: number; at: number[] }[];
  /** Duplicates by the file that has the copy that stays, this one included, and what they have in common. */
  duplicateOf: { file: string; rows: number; label: Bilingual }[];
  /**
   * `filled`: share of accepted rows with a value; `valid`: share of filled cells that could be read. Null for columns
   * that only serve to work out others, such as a list price.
   */
  columns: { column: string; label: Bilingual; heading: string; filled: number | null; valid: number | null }[];
  /** Headings that were read and not used. */
  ignored: string[];
}

/** How many ids and contacts turned out to be how many people. */
export interface PublishedPeople {
  identities: number | null;
  persons: number | null;
  /** Rules by which identities became one person, strongest first; `count` of merged identities. */
  merges: { rule: string; label: Bilingual; count: number | null }[];
  /** Phones and e-mails that several people share, so that they merge nobody. */
  shared: { phone: number | null; email: number | null };
  /** Phones and e-mails that are nobody's key, by reason. */
  unused: { id: string; label: Bilingual; count: number | null }[];
}

/** How customers answered whether they may be written to; silence is `unknown`, never yes. */
export interface PublishedConsent {
  channel: string;
  label: Bilingual;
  yes: number | null;
  no: number | null;
  unknown: number | null;
  /** Answers with a date. */
  dated: number | null;
}

/** One file on one dimension of quality. */
export interface PublishedScore {
  file: string;
  dimension: string;
  label: Bilingual;
  /** 0–1; null where it can't be told, which `text` explains. */
  score: number | null;
  level: "good" | "fair" | "weak" | null;
  /** The numbers behind the score. */
  text: Bilingual;
}

/** Something that is computed when its columns are there. */
export interface PublishedAnalysis {
  id: string;
  kind: "scheme" | "state" | "feature";
  label: Bilingual;
  /** Parts that can be computed, of all: groups of a scheme; anything else is one part. */
  on: number;
  of: number;
  /** Every column that would switch on more, the files it could be added to, and the parts it is needed for. */
  missing: { column: string; label: Bilingual; table: PublishedFile["table"]; files: string[]; parts: Bilingual[] }[];
}

export interface FirstPlay {
  scheme: string;
  group: string;
  play: string;
  name: Bilingual;
  groupLabel: Bilingual;
  people: number;
  value: number;
}

/** `data/definitions.json`: names and colours of schemes, groups, features, states and dimensions. */
export interface PublishedDefinitions {
  schemes: PublishedScheme[];
  features: PublishedFeature[];
  /** Numbers of a group in `segments.arrow`, in order, with label and unit. */
  numbers: {
    id: string;
    label: Bilingual;
    unit: Unit;
    meaning: Bilingual;
    /** True for numbers per head, per order or in the middle: those that can be held against everybody's. */
    comparable: boolean;
    /** From customers' rows or from other numbers: `count(orders_count > 0)`, `revenue / all.revenue`. */
    formula: string;
    /** What it adds up; null where it is made from other numbers. */
    counts: Counted | null;
    /** The number that it is a part of; `everybody`: of all people. */
    of: string | null;
    /** Numbers that add up to it. */
    madeOf: readonly string[];
  }[];
  states: { id: string; label: Bilingual; means: Bilingual; work: Bilingual }[];
  /** By what the funnel is counted; `values` names those that are a group of some scheme, any other is shown as given. */
  dimensions: { id: string; label: Bilingual; values: Record<string, Bilingual> }[];
}

export interface PublishedScheme {
  id: string;
  /** `nature` and `region` hold several criteria, each a scheme of its own with this family. */
  family: string;
  familyLabel: Bilingual;
  label: Bilingual;
  question: Bilingual;
  /** In display order; the rests `others` and `not-enough-data` come last. */
  groups: { id: string; label: Bilingual; description: Bilingual; rule: Bilingual; rest: boolean }[];
  thresholds: {
    id: string;
    label: Bilingual;
    unit: Unit;
    value: number;
    default: number;
    range: [number, number];
    reason: Bilingual;
    /** For a percentile threshold: the value found at the as-of date. */
    found: number | null;
  }[];
  /** Columns that are missing and what they would switch on. Empty when the scheme is complete. */
  lacking: { group: string; column: string; columnLabel: Bilingual }[];
}

export interface PublishedFeature {
  id: string;
  label: Bilingual;
  unit: Unit;
  meaning: Bilingual;
  whenNull: Bilingual;
  needs: string[];
  available: boolean;
}

/**
 * `data/segments.arrow`: one row per scheme and group (rests included) at the as-of date.
 * Columns: scheme, group, withheld (bool), then every number of `definitions.numbers`
 * (customers, customer_share, revenue, revenue_share, …), null where withheld, and the text columns
 * main_channel, main_source, main_category, main_product, main_region, next_category, complaint_subject.
 * The row of scheme `all`, group `all` holds everybody.
 */

/** `data/trend.arrow`: scheme, group, date (YYYY-MM-DD; month ends, then the as-of date), customers, share. */
/** `data/crosstab.arrow`: scheme_a, group_a, scheme_b, group_b, customers; each pair of schemes once, scheme_a before scheme_b in `definitions.schemes`. Null = withheld. */
/** `data/migration.arrow`: scheme, span (`3` or `12` months), from_group, to_group, customers. from_group `not-known` = not known then. */

/**
 * `data/funnel.arrow`: one row per dimension, value and state.
 * Columns: dimension (`all`, `source`, `branch`, `main_channel`, `province` …), value, state, reached, current,
 * conversion_from_previous, conversion_from_top, skipped, p25_days, median_days, p75_days (days from the
 * state before; Kaplan–Meier; null = not reached by that share), moved.
 */
/**
 * `data/cohorts.arrow`: month (YYYY-MM of becoming a lead), state, entered (size of the cohort), reached,
 * share, reached_90d, share_90d (reached within 90 days of entry; null while the month has not had 90 days).
 */

/** `data/targets.json` */
export interface PublishedTargets {
  stage: {
    id: string;
    number: number;
    label: Bilingual;
    how: "set" | "suggested";
    evidence: { label: Bilingual; value: number | null; unit: Unit; points: Bilingual }[];
  };
  stages: {
    number: number;
    id: string;
    label: Bilingual;
    group: string;
    groupLabel: Bilingual;
    have: number | null;
    wanted: number | null;
    gap: number | null;
    nearest: number | null;
    nearestMeaning: Bilingual;
    wantedReason: Bilingual;
    ready: boolean | null;
    readiness: {
      label: Bilingual;
      value: number | null;
      bar: number;
      unit: Unit;
      good: "high" | "low";
      met: boolean | null;
    }[];
  }[];
  funnel: {
    from: string;
    to: string;
    conversion: number | null;
    /** Upper quartile of the firm's own monthly cohorts. */
    best: number | null;
    people: number | null;
    money: number | null;
    cohorts: number;
  }[];
  word: {
    ratingAverage: number | null;
    ratings: number | null;
    lowRatings: number | null;
    complaints: number | null;
    referrals: number | null;
    referredBuyers: number | null;
    reviews: number | null;
    shares: number | null;
  };
}

/** `data/playbooks.json`: the index of playbooks, one entry per group (rests excluded). */
export interface PublishedPlaybook {
  scheme: string;
  group: string;
  title: Bilingual;
  summary: Bilingual;
  customers: number | null;
  withheld: boolean;
  /** Accent-free words in both languages for the search. */
  keywords: string;
  plays: { id: string; name: Bilingual; people: number | null; value: number | null }[];
}
