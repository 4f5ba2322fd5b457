import { spawn } from "node:child_process";
import { inProject, PROJECT } from "../../store/project.js";

export interface Measured {
  seconds: number;
  /** Highest resident memory of the process, in megabytes. */
  megabytes: number;
  /** Seconds until there was something to see, where the script tells. */
  shownSeconds: number;
}

/** Median time and highest memory of a command run several times, each in a process of its own. */
export async function measure(times: number, command: string, ...args: string[]): Promise<Measured> {
  const runs: Measured[] = [];
  for (let i = 0; i < times; i++) runs.push(await measureOnce(command, args));
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    seconds: median(runs.map((run) => run.seconds)),
    shownSeconds: median(runs.map((run) => run.shownSeconds)),
    megabytes: Math.max(...runs.map((run) => run.megabytes))
  };
}

/** A command that tells its own time and memory (as `bench-task` does) is believed; else the process is timed from outside. */
async function measureOnce(command: string, args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, [inProject("loaders", "run.js"), command, ...args], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "pipe"]
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  if (code !== 0) throw new Error(`${command} ended with code ${code}:\n${output}`);
  const told = /^measured (\d+) (\d+)$/m.exec(output);
  const shown = /^shown (\d+)$/m.exec(output);
  return {
    shownSeconds: Number(shown?.[1] ?? 0) / 1000,
    seconds: told ? Number(told[1]) / 1000 : (performance.now() - start) / 1000,
    megabytes: told ? Number(told[2]) / 1024 : 0
  };
}
