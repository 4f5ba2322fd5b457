import type { Failure, Problem, Reply, Task, Tasks } from "../../loaders/browser/protocol.js";
import type { Bilingual } from "../terms/lang.js";

export interface Progress {
  message: Bilingual;
  /** Part of the whole work that lies behind, 0–1. */
  share: number;
}

/** A study as far as it is known before the past is looked at: the same files, trend and migration empty. */
export type Early = Extract<Reply, { kind: "early" }>["given"];

/** The worker that reads files and computes, as promises. It is fetched when it is first asked for something. */
export interface StudyWorker {
  /** Rejects with `StudyProblems` or `StudyFailure`; with neither ever again once the worker has been ended. */
  ask<T extends Task>(
    task: T,
    asked: Tasks[T]["asked"],
    tell?: (progress: Progress) => void,
    early?: (given: Early) => void
  ): Promise<Tasks[T]["given"]>;
  /** Stops whatever is under way, and lets go of all data; what was asked is rejected as `cancelled`. */
  end(): void;
}

/** What is wrong in the files, the mapping or the settings. */
export class StudyProblems extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super("problems in the data");
    this.name = "StudyProblems";
  }
}

export class StudyFailure extends Error {
  constructor(readonly reason: Failure | "cancelled") {
    super(reason);
    this.name = "StudyFailure";
  }
}

interface Waiting {
  done(given: unknown): void;
  fail(error: Error): void;
  tell?: ((progress: Progress) => void) | undefined;
  early?: ((given: Early) => void) | undefined;
}

/** `open` starts the worker; it is called again after the last one has been ended. */
export function openStudyWorker(open: () => Worker): StudyWorker {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let count = 0;

  const failAll = (reason: Failure | "cancelled") => {
    worker?.terminate();
    worker = undefined;
    for (const { fail } of waiting.values()) fail(new StudyFailure(reason));
    waiting.clear();
  };
  const start = () => {
    const started = open();
    let answered = false;
    started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      answered = true;
      hear(data, waiting);
      if (data.kind === "failed" && data.reason === "memory") failAll("memory");
    });
    started.addEventListener("error", (event) => {
      event.preventDefault();
      if (started === worker) failAll(answered ? failureOf(event.message) : "engine");
    });
    return started;
  };
  return {
    ask: (task, asked, tell, early) =>
      new Promise((done, fail) => {
        worker ??= start();
        const id = ++count;
        waiting.set(id, { done: done as (given: unknown) => void, fail, tell, early });
        worker.postMessage({ id, task, asked });
      }),
    end: () => failAll("cancelled")
  };
}

function hear(reply: Reply, waiting: Map<number, Waiting>): void {
  const asker = waiting.get(reply.id);
  if (!asker) return;
  if (reply.kind === "progress") {
    asker.tell?.(reply);
    return;
  }
  if (reply.kind === "early") {
    asker.early?.(reply.given);
    return;
  }
  waiting.delete(reply.id);
  if (reply.kind === "done") asker.done(reply.given);
  else asker.fail(reply.kind === "issues" ? new StudyProblems(reply.problems) : new StudyFailure(reply.reason));
}

/** An error that got past the worker's own care: most often there was no memory left even to say so. */
function failureOf(message: string | undefined): Failure {
  return /memory|allocation|out of bounds/i.test(message ?? "") ? "memory" : "unexpected";
}
