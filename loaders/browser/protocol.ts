import type { Bilingual, Lang } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { Question, SheetReport } from "../dataset/sheet-report.js";
import type { Issue } from "../issues/issue.js";
import type { Reason } from "../segments/reason.js";

/**
 * What a page and its worker say to each other. The page posts one `Request` at a time and gets, under the same
 * number, any count of `progress`, for a study one `early`, and then exactly one of the other replies. To cancel, end the worker: nothing
 * outlives it. Where the databases lie stands behind the `#` of the worker's own address:
 * `worker.js#duckdb=<address>&sqlite=<address>`, addresses as of the page. Pages import these as types only.
 */
export type Request = { [T in Task]: { id: number; task: T; asked: Tasks[T]["asked"] } }[Task];
export type Task = keyof Tasks;

export type Reply =
  | {
      id: number;
      kind: "progress";
      message: Bilingual /** Part of the whole work that lies behind, 0–1. */;
      share: number;
    }
  /** A study as far as it is known before the past is looked at: the same files, trend and migration still empty. */
  | { id: number; kind: "early"; given: Pick<BrowserStudy, "files" | "seconds"> }
  | { [T in Task]: { id: number; kind: "done"; task: T; given: Tasks[T]["given"] } }[Task]
  /** The data, mapping or settings can't be used; every problem found. */
  | { id: number; kind: "issues"; problems: Problem[] }
  | { id: number; kind: "failed"; reason: Failure; text: Bilingual };

/**
 * `memory`: the browser has no more to give; end the worker and start another. `order`: asked for before there was a
 * study. `engine`: the database couldn't be loaded. `unexpected`: our own fault; `text` says so, without particulars.
 */
export type Failure = "memory" | "order" | "engine" | "unexpected";

/** What can be asked of the worker, and what it gives back. `inspect` and `study` bring files; the rest is of the last study. */
export interface Tasks {
  /** How the files would be understood; quick, no database. Problems of the data come within. */
  inspect: { asked: PickedFiles; given: Inspection };
  study: { asked: PickedFiles; given: BrowserStudy };
  /** A playbook as HTML, escaped; `null` where there is no such group. */
  playbook: { asked: { lang: Lang; scheme: string; group: string }; given: string | null };
  /** People whose id, phone, e-mail or name is the words, at most 20. */
  person: { asked: { words: string }; given: Person[] };
  /** All headless outputs with `mapping.yml`, `rejects.csv` and `people.csv`, in one archive. */
  outputs: { asked: Record<string, never>; given: Download };
  /** People of a group who agreed to be written to, as a CSV. */
  list: { asked: { scheme: string; group: string; lang: Lang }; given: Download };
  /** Rows that were set aside, with the reason, as a CSV. */
  rejects: { asked: Record<string, never>; given: Download };
}

/** Files as they were picked or dropped, and what the person wrote about them. */
export interface PickedFiles {
  files: readonly File[];
  /** Contents of `mapping.yml`: how the files are to be understood. */
  mapping?: string;
  /** Contents of `segbook.yml`: what the firm says about itself. */
  settings?: string;
  /** Name of the data, as a folder's name would be. */
  label?: string;
}

export interface Download {
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

export interface Problem {
  issue: Issue;
  /** The whole line: file · row · column · got · expected · do this. */
  text: Bilingual;
}

export interface Inspection {
  sheets: InspectedSheet[];
  /** `mapping.yml` as it would be written for these files, with what the person said already in it. */
  mapping: string;
  problems: Problem[];
  /** Tables that there are, with every column a heading can be given to. */
  tables: {
    id: string;
    label: Bilingual;
    columns: { id: string; label: Bilingual; required: boolean; personal: boolean }[];
  }[];
}

/** A sheet and how it was understood. */
export type InspectedSheet = SheetReport;
export type { Question };

export interface BrowserStudy {
  /** As the site has them: `data/study.json` → text, `data/segments.arrow` → bytes. No pages. */
  files: Record<string, string | ArrayBuffer>;
  /** Wall-clock seconds of the whole work, and the memory that the database took, in bytes. */
  seconds: number;
  memory: number;
}

export interface Person {
  id: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  /** Other ids under which the same person was found. */
  otherIds: string[];
  memberships: {
    scheme: string;
    schemeLabel: Bilingual;
    group: string;
    groupLabel: Bilingual;
    reason: Reason;
    /** The reason in words. */
    words: Bilingual;
  }[];
  /** States entered, with their first day; null where never. */
  states: { id: string; label: Bilingual; date: string | null }[];
  features: {
    id: string;
    label: Bilingual;
    unit: Unit;
    value: string | number | boolean | null;
    /** The value in words. */
    text: Bilingual;
  }[];
}
