import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, PROJECT } from "../../loaders/store/project.js";
import { LANGS } from "../../src/terms/lang.js";

/** What a project is made of, without what runs leave behind. */
const PARTS = [
  "loaders",
  "src",
  "data/sample",
  "data/maker",
  "package.json",
  "package-lock.json",
  "observablehq.config.ts",
  "tsconfig.json",
  "tsconfig"
];

/** A private copy of the project, for tests that build, kill and break things. */
export interface Workspace {
  path: string;
  /** Starts a command of the project, such as `build`, in a process group of its own. */
  start(command: string, ...args: string[]): Running;
  remove(): Promise<void>;
}

export interface Running {
  child: ChildProcess;
  /** All output so far. */
  output(): string;
  /** Exit code; null when killed. */
  ended: Promise<number | null>;
  kill(): void;
}

/** A copy of the project, or of a workspace with the stores and bundled packages that its build left. */
export async function makeWorkspace(source: string = PROJECT): Promise<Workspace> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "segbook-")));
  const left = new Set([".observablehq", ...LANGS].map((name) => join(source, "src", name)));
  for (const part of PARTS) {
    await mkdir(join(path, part, ".."), { recursive: true });
    await cp(join(source, part), join(path, part), { recursive: true, filter: (name) => !left.has(name) });
  }
  await symlink(
    await realpath(inProject("node_modules")),
    join(path, "node_modules"),
    process.platform === "win32" ? "junction" : "dir"
  );
  if (source !== PROJECT)
    for (const part of ["store", "modules"])
      await cp(join(source, ".segbook", part), join(path, ".segbook", part), { recursive: true });
  return {
    path,
    start: (command, ...args) => start(path, command, args),
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 })
  };
}

function start(cwd: string, command: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [join("loaders", "run.js"), command, ...args], {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CI: "1" }
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (more: string) => {
      text += more;
    });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const kill = () => {
    try {
      process.kill(-(child.pid ?? 0), "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  return { child, output: () => text, ended, kill };
}
