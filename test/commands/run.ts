import { spawn } from "node:child_process";
import { inProject, PROJECT } from "../../loaders/store/project.js";

/** Runs a command of the project to its end. */
export async function run(
  command: string,
  ...args: string[]
): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, [inProject("loaders", "run.js"), command, ...args], {
    cwd: PROJECT
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, output, errors };
}
