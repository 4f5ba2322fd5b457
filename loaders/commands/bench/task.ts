import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDuckdb } from "../../engine/duckdb.js";
import { writeHeadless } from "../../store/headless.js";
import { studyFolder } from "../../store/local.js";

/** One piece of work of the bench, in a process of its own: `scan <file>` or `study <folder> [memory limit]`. */
const [task, path = "", memory] = process.argv.slice(2);
const start = performance.now();
if (task === "scan") await scan(path);
else await study(path, memory || undefined);
const milliseconds = Math.round(performance.now() - start);
process.stdout.write(`measured ${milliseconds} ${process.resourceUsage().maxRSS}\n`);

/** What the database needs only to read the file: the measure of all else. */
async function scan(file: string): Promise<void> {
  const engine = await openDuckdb();
  const read = file.endsWith(".parquet") ? `read_parquet('${file}')` : `read_csv('${file}', all_varchar=true)`;
  await engine.rows(
    `SELECT count(*) AS rows${file.endsWith(".parquet") ? ", max(order_id) AS last, sum(amount) AS money" : ""} FROM ${read}`
  );
  await engine.close();
}

async function study(folder: string, limit: string | undefined): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), "segbook-bench-"));
  try {
    const computed = await studyFolder(folder, { memory: limit, spill: join(out, "spill") });
    await writeHeadless(computed, out);
    await computed.close();
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
