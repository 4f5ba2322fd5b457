import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import type { Lang } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { LIVE, USAGE, WRONG_USAGE } from "../../src/words/terminal.js";
import { ensureOffline, startFramework } from "../site/framework.js";
import { liveStore, replaceLivePages, replaceLiveStore } from "../site/live.js";
import { dropShown, keepShown } from "../site/shown.js";
import { computeFingerprint } from "../store/fingerprint.js";
import { inProject, inWorkshop, PROJECT } from "../store/project.js";
import { ensureStore, storePath } from "../store/store.js";
import { reportFailure, runCommand } from "./command.js";
import { pickFolder } from "./folder.js";
import { checkLanguage, languageOf, parseOptions } from "./options.js";
import { findPort, HOST } from "./port.js";
import { openTerminal, type Terminal } from "./terminal.js";
import { UsageError } from "./usage.js";
import { watchFolders } from "./watch.js";

await runCommand(bilingual(USAGE.start), async () => {
  const options = parseOptions({
    data: { type: "string" },
    port: { type: "string", default: "3000" },
    "no-open": { type: "boolean", default: false },
    lang: { type: "string" }
  });
  checkLanguage(options.lang);
  const first = Number(options.port);
  if (!Number.isInteger(first) || first < 1 || first > 65_535)
    throw new UsageError(bilingual(WRONG_USAGE.port, { port: options.port }));
  const terminal = openTerminal(languageOf());
  const folder = await pickFolder(options.data);
  terminal.say(folder.why);
  await mkdir(inWorkshop(), { recursive: true });
  const other = await keepShown(folder.path);
  if (other) throw new UsageError(bilingual(WRONG_USAGE.otherSite, { folder: other.folder, pid: other.pid }));
  let shown = await ensureStore(folder.path, terminal.step);
  await replaceLiveStore(shown);
  await ensureOffline(inProject("src"));
  const open = !options["no-open"] && !process.env.CI && process.stdout.isTTY === true;
  const live = await serve(await findPort(first), open, terminal);
  const stop = await watchFolders(
    [folder.path, inProject("loaders"), ...["pages", "terms", "words"].map((name) => inProject("src", name))],
    async () => {
      try {
        await replaceLivePages(shown);
        const fingerprint = await computeFingerprint(folder.path);
        if (fingerprint === shown.fingerprint) return;
        if (!(await recompute(folder.path, terminal.lang))) {
          terminal.say(bilingual(LIVE.before));
          return;
        }
        const store = { path: storePath(fingerprint), fingerprint };
        // Changed once more while it was computed: then the next call is already on its way.
        if (!existsSync(store.path)) return;
        await replaceLiveStore(store);
        shown = store;
        terminal.say(bilingual(LIVE.again));
      } catch (error) {
        // A file that went while it was read: the next change tries again.
        reportFailure(error, bilingual(USAGE.start), terminal.lang);
      }
    }
  );
  try {
    await untilEnd(live);
  } finally {
    stop();
    await rm(liveStore(), { force: true });
    await dropShown();
  }
});

/** A server, and whether it was told to end together with this process. */
interface Live {
  server: ChildProcess;
  told: () => boolean;
}

/** Starts Framework's live server; gives it when it answers. */
async function serve(port: number, open: boolean, { say }: Terminal): Promise<Live> {
  const server = startFramework(["preview", "--host", HOST, "--port", String(port), open ? "--open" : "--no-open"], {
    root: "src",
    store: liveStore()
  });
  // From its first moment: who sees the address may end this process right away.
  const live = { server, told: takeAlong(server) };
  server.stderr?.pipe(process.stderr);
  server.stdout?.resume();
  const address = `http://${HOST}:${port}/`;
  for (;;) {
    if (hasEnded(server)) return live;
    if (
      await fetch(address).then(
        () => true,
        () => false
      )
    )
      break;
    await new Promise((done) => setTimeout(done, 100));
  }
  say(bilingual(LIVE.address, { address }));
  return live;
}

/** True when the store is up to date; what is wrong with the data otherwise stands on the terminal. */
async function recompute(folder: string, lang: Lang): Promise<boolean> {
  const args = [inProject("loaders", "run.js"), "compute", "--data", folder, "--lang", lang];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((done) => child.on("error", () => done(false)).on("close", (code) => done(code === 0)));
}

/** Ends the server when this process is told to end. Gives whether that has happened. */
function takeAlong(server: ChildProcess): () => boolean {
  let told = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => {
      told = true;
      server.kill("SIGTERM");
    });
  return () => told;
}

/** Waits for the server's end. One that ends by itself has failed. */
async function untilEnd({ server, told }: Live): Promise<void> {
  if (!hasEnded(server)) await new Promise((done) => server.once("exit", done));
  if (!told()) throw new Error(`the live server ended with code ${server.exitCode ?? server.signalCode}`);
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}
