import "./parser.js";
import type { DuckDBBindings } from "@duckdb/duckdb-wasm/blocking";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { FAILURES } from "../../src/words/failures.js";
import { STEPS } from "../../src/words/steps.js";
import { openDuckdbWasm } from "../engine/duckdb-wasm.js";
import type { Folder } from "../files/folder.js";
import { IssuesError } from "../issues/issue.js";
import { renderHtml } from "../playbooks/html.js";
import { composeSiteData } from "../publish/contents.js";
import { computeStudy, type Study } from "../study.js";
import { loadDatabase, memoryOf } from "./database.js";
import { readBundledDefinitions } from "./definitions.js";
import { type Inspected, inspectFolder } from "./inspect.js";
import { renderList } from "./list.js";
import { renderOutputs } from "./outputs.js";
import { findPeople } from "./person.js";
import { openPickedFiles } from "./picked-files.js";
import { describeProblem, findFailure, NoEngine, OutOfOrder } from "./problem.js";
import type { BrowserStudy, Download, PickedFiles, Reply, Request, Task, Tasks } from "./protocol.js";
import { renderRejects } from "./rejects.js";

/** Messages of progress in a whole study, the first and the last of this worker's own included. */
const STAGES = 10;

let database: Promise<DuckDBBindings> | undefined;
let last: { study: Study; mapping: string } | undefined;
let inspected: ({ picked: string } & Inspected) | undefined;
let queue: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  // One thing after another: the database is one, and a new study replaces the last.
  queue = queue.then(() => answer(data));
});

async function answer(request: Request): Promise<void> {
  const { id } = request;
  try {
    const given = await perform(request);
    say({ id, kind: "done", task: request.task, given } as Reply);
  } catch (error) {
    if (error instanceof IssuesError) say({ id, kind: "issues", problems: error.issues.map(describeProblem) });
    else {
      const reason = findFailure(error);
      console.error(error);
      say({ id, kind: "failed", reason, text: bilingual(FAILURES[reason]) });
    }
  }
}

function perform(request: Request): Promise<Tasks[Task]["given"]> {
  switch (request.task) {
    case "inspect":
      // Fetched while a person reads how the files were understood.
      openDatabase().catch(() => undefined);
      return inspect(request.asked).then(({ inspection }) => inspection);
    case "study":
      return runStudy(request.id, request.asked);
    default:
      return ask(request, current());
  }
}

/** What is asked of the last study. */
async function ask(
  request: Exclude<Request, { task: "inspect" | "study" }>,
  { study, mapping }: NonNullable<typeof last>
) {
  switch (request.task) {
    case "playbook": {
      const { lang, scheme, group } = request.asked;
      const found = study.playbooks.find((p) => p.lang === lang && p.scheme.id === scheme && p.group === group);
      return found ? renderHtml(found, study.firm) : null;
    }
    case "person":
      return findPeople(study, request.asked.words);
    case "outputs":
      return download("segbook.zip", "application/zip", await renderOutputs(study, mapping));
    case "list": {
      const { scheme, group } = request.asked;
      return download(`${scheme}-${group}.csv`, CSV, await renderList(study, scheme, group));
    }
    case "rejects":
      return download("rejects.csv", CSV, await renderRejects(study));
  }
}

function current(): NonNullable<typeof last> {
  if (!last) throw new OutOfOrder();
  return last;
}

/** The files of the last inspection, if they are the same, aren't looked at again. */
async function inspect(picked: PickedFiles): Promise<Inspected> {
  const { files, ...written } = picked;
  const key = JSON.stringify([files.map(({ name, size, lastModified }) => [name, size, lastModified]), written]);
  if (inspected?.picked !== key)
    inspected = { picked: key, ...(await inspectFolder(openPickedFiles(picked), await readBundledDefinitions())) };
  return inspected;
}

async function runStudy(id: number, picked: PickedFiles): Promise<BrowserStudy> {
  const start = performance.now();
  const folder: Folder = openPickedFiles(picked);
  let done = 0;
  const progress = (message: Bilingual) => say({ id, kind: "progress", message, share: done++ / STAGES });
  if (last) {
    const { study } = last;
    last = undefined;
    await study.close();
  }
  // Taken now: files may be moved away while the results are read.
  const { inspection, dataset } = await inspect(picked);
  const { mapping } = inspection;
  progress(bilingual(STEPS.engine));
  const wasm = await openDatabase();
  const study = await computeStudy({
    folder,
    definitions: await readBundledDefinitions(),
    engine: openDuckdbWasm(wasm),
    ...(dataset && { read: dataset }),
    progress,
    early: async (soFar) =>
      say({ id, kind: "early", given: { files: await readFiles(soFar), seconds: (performance.now() - start) / 1000 } })
  });
  last = { study, mapping };
  progress(bilingual(STEPS.charts));
  const files = await readFiles(study);
  return { files, seconds: (performance.now() - start) / 1000, memory: memoryOf(wasm) };
}

async function readFiles(study: Study): Promise<BrowserStudy["files"]> {
  const contents = await composeSiteData(study);
  return Object.fromEntries(
    contents.map(([path, content]) => [path, typeof content === "string" ? content : bufferOf(content)])
  );
}

/** Where the databases lie stands behind the `#` of the worker's own address. */
function openDatabase(): Promise<DuckDBBindings> {
  const places = new URLSearchParams(self.location.hash.slice(1));
  const address = (name: string) => new URL(places.get(name) ?? "", self.location.href).href;
  database ??= loadDatabase({ duckdb: address("duckdb"), sqlite: address("sqlite") }).catch((cause) => {
    database = undefined;
    throw findFailure(cause) === "memory" ? cause : new NoEngine("no engine", { cause });
  });
  return database;
}

const CSV = "text/csv;charset=utf-8";

/** A byte order mark lets spreadsheets see that a CSV is UTF-8. */
function download(name: string, type: string, content: string | Uint8Array): Download {
  const bytes = typeof content === "string" ? new TextEncoder().encode(`\ufeff${content}`) : content;
  return { name, type, bytes: bufferOf(bytes) };
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}

/** Buffers are handed over, not copied. */
function say(reply: Reply): void {
  const buffers: ArrayBuffer[] = [];
  if (reply.kind === "early")
    for (const file of Object.values(reply.given.files)) if (file instanceof ArrayBuffer) buffers.push(file);
  if (reply.kind === "done") {
    const { given } = reply;
    if (reply.task === "study")
      for (const file of Object.values(reply.given.files)) if (file instanceof ArrayBuffer) buffers.push(file);
    if (given && typeof given === "object" && "bytes" in given) buffers.push(given.bytes);
  }
  self.postMessage(reply, { transfer: buffers });
}
