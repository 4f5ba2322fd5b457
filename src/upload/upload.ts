import { html } from "htl";
import type { BrowserStudy, InspectedSheet, Inspection, PickedFiles, Problem } from "../../loaders/browser/protocol.js";
import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";
import { choose } from "./choose.js";
import { type Corrections, renderCorrections } from "./corrections.js";
import { findObstacle } from "./obstacle.js";
import { progressBar } from "./progress-bar.js";
import { gatherQuestions, type SheetQuestion } from "./questions.js";
import { step } from "./step.js";
import { type Early, openStudyWorker, StudyFailure, StudyProblems } from "./study-worker.js";
import { understood } from "./understood.js";

export interface UploadOptions {
  lang: Lang;
  /** Addresses of the worker's script and of the databases it uses; fetched when the first file has been chosen. */
  worker: string;
  duckdb: string;
  sqlite: string;
}

/** What the page knows of the files at hand. A new choice of files begins it anew. */
interface Session {
  files: readonly File[];
  corrections: Corrections;
  questions: readonly SheetQuestion[];
  late: readonly Problem[];
  /** Sheets as they were last seen: one that is left out is no longer told of, and may yet be taken in again. */
  seen: Readonly<Record<string, InspectedSheet>>;
}

const EMPTY: Session = { files: [], corrections: {}, questions: [], late: [], seen: {} };

/** The whole Upload page: files are chosen, understood and corrected, computed, and shown as a notebook. */
export function upload({ lang, worker: script, ...databases }: UploadOptions): HTMLElement {
  const w = speak(UPLOAD, lang);
  if (findObstacle()) return notice(w.obstacle);
  const worker = openStudyWorker(() => new Worker(`${script}#${new URLSearchParams(databases)}`));
  let session = EMPTY;
  /** Counts up with each inspection or computing, so that a late answer to an earlier one is dropped. */
  let turn = 0;
  let computing = false;

  const begin = () => {
    computing = true;
    window.addEventListener("beforeunload", ask);
    return ++turn;
  };
  /** Ends what is being computed: the worker does one thing after another, and nobody wants the old result. */
  const quit = () => {
    if (computing) worker.end();
    rest();
  };
  const rest = () => {
    computing = false;
    window.removeEventListener("beforeunload", ask);
  };

  const second = step(w.understood, 2);
  const third = step(w.results, 3);

  async function inspect(): Promise<void> {
    quit();
    const mine = ++turn;
    third.empty();
    if (session.files.length === 0) {
      worker.end();
      return second.empty();
    }
    second.wait(w.inspecting);
    try {
      // With step 2 everything is there: who cuts the connection then can still compute.
      const [inspection] = await Promise.all([
        bring(session).then((picked) => worker.ask("inspect", picked)),
        loadNotebook().catch(() => null)
      ]);
      if (mine !== turn) return;
      const { sheets, problems } = inspection;
      const seen = { ...session.seen, ...Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet])) };
      session = { ...session, seen, questions: gatherQuestions(session.questions, sheets, problems) };
      show({ ...inspection, sheets: [...sheets, ...leftOut(session, sheets)] });
      second.say(fill(w.inspected, { sheets: String(sheets.length) }));
    } catch (error) {
      if (mine !== turn) return;
      second.show(noticeOf(error));
      second.say("");
    }
  }

  function show(inspection: Inspection): void {
    const change = (corrections: Corrections) => {
      session = { ...session, corrections, late: [] };
      inspect();
    };
    const { corrections, questions, late } = session;
    const compute = () => study(inspection);
    second.show(understood(inspection, { lang, corrections, questions, late, change, compute }));
  }

  async function study(inspection: Inspection): Promise<void> {
    quit();
    const mine = begin();
    const bar = progressBar(lang, () => worker.end());
    third.title(w.computing);
    third.show(bar);
    third.focus();
    try {
      const result = await worker.ask("study", await bring(session), bar.tell, (soFar) => {
        if (mine === turn) showEarly(soFar, bar);
      });
      if (mine === turn) await showNotebook(result);
    } catch (error) {
      if (mine !== turn) return;
      if (!(error instanceof StudyProblems)) return third.show(noticeOf(error));
      const questions = gatherQuestions(session.questions, inspection.sheets, error.problems);
      session = { ...session, late: error.problems, questions };
      third.empty();
      show(inspection);
      second.focus();
    } finally {
      if (mine === turn) rest();
    }
  }

  /** What is known before the months behind are looked at, below the bar that goes on. */
  async function showEarly(soFar: Early, bar: HTMLElement): Promise<void> {
    const loaded = await loadNotebook().catch(() => null);
    // Without it the wait for the whole is as it was; by now the whole may be there.
    if (!loaded || !bar.isConnected) return;
    const soon = await loaded.renderNotebook(soFar, { lang, worker, early: true });
    if (bar.isConnected) third.show(html`<div>${bar}${soon}</div>`);
  }

  async function showNotebook(result: BrowserStudy): Promise<void> {
    const { renderNotebook } = await loadNotebook().catch(() => {
      throw new StudyFailure("engine");
    });
    const shown = await renderNotebook(result, { lang, worker });
    const reading = third.element.querySelector(".notebook") !== null;
    const { scrollY } = window;
    third.title(w.results);
    third.show(shown);
    // Who reads on already isn't taken away from the place.
    if (reading) window.scrollTo({ top: scrollY });
    else third.focus();
  }

  function noticeOf(error: unknown): HTMLElement {
    const reason = error instanceof StudyFailure ? error.reason : "unexpected";
    if (reason === "cancelled") return html`<p role="status">${w.cancelled}</p>`;
    return notice(w.failures[reason]);
  }

  const first = step(w.choose, 1);
  first.show(
    choose({
      lang,
      chosen: (files) => {
        const first = session.files.length === 0;
        session = { ...EMPTY, files };
        inspect();
        // Step 2 begins below the fold; who adds further files is left where they are.
        if (first && files.length > 0) second.focus();
      }
    })
  );
  return html`<div class="upload">${first.element}${second.element}${third.element}</div>`;
}

/** The charts and what they stand on: fetched with the first file, not with the page. */
function loadNotebook(): Promise<typeof import("./notebook.js")> {
  return import("./notebook.js");
}

function leftOut({ seen, corrections }: Session, sheets: readonly InspectedSheet[]): InspectedSheet[] {
  return Object.values(seen).filter(
    ({ name }) => corrections[name]?.table === "ignore" && !sheets.some((sheet) => sheet.name === name)
  );
}

function notice({ title, text }: { title: string; text: string }): HTMLElement {
  return html`<div class="problems" role="alert"><h3>${title}</h3><p>${text}</p></div>`;
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/**
 * What the worker is given. Corrections are a mapping, unless a `mapping.yml` was brought: then they go where the
 * firm's own settings would, which win over it.
 */
async function bring({ files, corrections }: Session): Promise<PickedFiles> {
  const own = async (name: string) => files.find((file) => file.name === name)?.text();
  const [mapping, settings] = await Promise.all([own("mapping.yml"), own("segbook.yml")]);
  const said = renderCorrections(corrections);
  const data = files.filter((file) => file.name !== "mapping.yml" && file.name !== "segbook.yml");
  const given: PickedFiles = { files: data };
  if (mapping !== undefined && settings === undefined && said !== undefined)
    return { ...given, mapping, settings: said };
  if (settings !== undefined) given.settings = settings;
  const text = said ?? mapping;
  if (text !== undefined) given.mapping = text;
  return given;
}
