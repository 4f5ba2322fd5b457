import type { BrowserStudy } from "../../loaders/browser/protocol.js";
import { rowsOf } from "../charts/arrow.js";
import type { Choices } from "../controls/choices.js";
import { type Published, readPublished } from "../sections/published.js";
import type { Formats } from "../terms/format.js";
import type { StudyWorker } from "./study-worker.js";

/** A study of the visitor's own files, and what the parts of its notebook that only this page has need besides. */
export interface Computed extends Published {
  f: Formats;
  /** The worker that made the study, for what it holds and the page doesn't: people, playbooks, files to save. */
  worker: StudyWorker;
  choices: Choices;
}

/** Reads the files that a study publishes, by the names that the site has them under. */
export function readComputed(files: BrowserStudy["files"]): Promise<Published> {
  const named = Object.entries(files).map(([path, content]) => [
    path.replace(/^data\/|\.\w+$/g, ""),
    Promise.resolve(typeof content === "string" ? JSON.parse(content) : rowsOf(content))
  ]);
  return readPublished(Object.fromEntries(named) as Record<keyof Published, Promise<unknown>>);
}
