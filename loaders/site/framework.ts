import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { listFiles } from "../store/files.js";
import { inProject, PROJECT } from "../store/project.js";
import { describeMisfit } from "./quick/replaced.js";

/** Settings of a run of Framework that `observablehq.config.ts` and the loaders read from the environment. */
export interface FrameworkRun {
  /** Folder of pages, relative to the project, with `/`. */
  root: string;
  output?: string;
  /** The store that loaders export from. */
  store: string;
  /** Whether parts of Framework are replaced by quicker ones; where they fit, unless told otherwise. */
  quick?: boolean;
}

/** Loaded by Framework's process before anything else. */
const QUICK = inProject("loaders", "site", "quick", "register.js");

/** Loaded by its live server. */
const GUARD = inProject("loaders", "site", "guard.js");

/** Starts Observable Framework's own command in a process of its own, its output piped. */
export function startFramework(
  args: readonly string[],
  { root, output, store, quick = describeMisfit() === undefined }: FrameworkRun
): ChildProcess {
  // Good for a build only: a live server must see that files change.
  const faster = args[0] === "build" && quick ? ["--import", pathToFileURL(QUICK).href] : [];
  const guarded = args[0] === "preview" ? ["--import", pathToFileURL(GUARD).href] : [];
  return spawn(
    process.execPath,
    [...faster, ...guarded, join(frameworkFolder(), "dist", "bin", "observable.js"), ...args],
    {
      cwd: PROJECT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        OBSERVABLE_TELEMETRY_DISABLE: "1",
        SEGBOOK_ROOT: root,
        ...(output ? { SEGBOOK_OUTPUT: output } : {}),
        SEGBOOK_STORE: store,
        SEGBOOK_STUDY: join(store, "data", "study.json")
      }
    }
  );
}

/** Runs Framework to its end. Its output is shown only when it failed. */
export async function runFramework(args: readonly string[], run: FrameworkRun): Promise<void> {
  const child = startFramework(args, run);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => lines.push(text));
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  if (code === 0) return;
  process.stderr.write(`${lines.join("").split("\n").slice(-40).join("\n")}\n`);
  throw new Error(`observable ${args[0]} ended with code ${code}`);
}

/**
 * Framework asks a registry for the versions of packages that its own client names, used or not. A folder of
 * the name in its cache answers instead, so that nothing is asked of any network.
 */
export async function ensureOffline(root: string): Promise<void> {
  const client = join(frameworkFolder(), "dist", "client");
  const names = new Set<string>();
  for (const file of (await listFiles(client)).filter((name) => name.endsWith(".js")))
    for (const [, name] of (await readFile(join(client, file), "utf8")).matchAll(/npm:((?:@[\w.-]+\/)?[\w.-]+)/g))
      names.add(name ?? "");
  const cache = join(root, ".observablehq", "cache", "_npm");
  for (const name of names) await mkdir(join(cache, `${name}@0.0.0`), { recursive: true });
}

function frameworkFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@observablehq/framework/package.json"));
}
