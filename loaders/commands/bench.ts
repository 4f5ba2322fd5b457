import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { bilingual } from "../../src/terms/words.js";
import { USAGE, WRONG_USAGE } from "../../src/words/terminal.js";
import { computeFingerprint } from "../store/fingerprint.js";
import { inProject, inWorkshop } from "../store/project.js";
import { storePath } from "../store/store.js";
import { measure } from "./bench/measure.js";
import { writeOrders } from "./bench/orders.js";
import { measurePage } from "./bench/weights.js";
import { runCommand } from "./command.js";
import { parseOptions } from "./options.js";
import { UsageError } from "./usage.js";

const MARKS = ["<!-- bench: begin -->", "<!-- bench: end -->"] as const;

await runCommand(bilingual(USAGE.bench), async () => {
  const options = parseOptions({
    rows: { type: "string", default: "1000000,10000000" },
    format: { type: "string", default: "csv" },
    memory: { type: "string" },
    times: { type: "string", default: "3" },
    "no-browser": { type: "boolean", default: false },
    "no-site": { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    lang: { type: "string" }
  });
  const { format, memory } = options;
  const sizes = options.rows.split(",").map(Number);
  const times = Number(options.times);
  if ([...sizes, times].some((n) => !Number.isInteger(n) || n < 1)) throw new UsageError(bilingual(WRONG_USAGE.counts));
  if (format !== "csv" && format !== "parquet") throw new UsageError(bilingual(WRONG_USAGE.format));
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB of memory, Node ${process.versions.node}, median of ${times}`;
  const parts = [`Measured by \`npm run bench\` on ${machine}.`, await benchStudies(sizes, format, memory, times)];
  if (!options["no-browser"]) parts.push(await benchBrowser(1_000_000, times));
  if (!options["no-site"]) parts.push(await benchSite(times), await weighSite());
  const report = parts.join("\n\n");
  process.stdout.write(`${report}\n`);
  if (options.write) await writeReport(report);
});

async function benchStudies(
  sizes: readonly number[],
  format: "csv" | "parquet",
  memory: string | undefined,
  times: number
): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), "segbook-bench-"));
    const file = join(folder, `orders.${format}`);
    try {
      await writeOrders(size, file, format);
      const bytes = (await stat(file)).size;
      const scan = await measure(times, "bench-task", "scan", file);
      const study = await measure(times, "bench-task", "study", folder, memory ?? "");
      rows.push([
        size.toLocaleString("en-GB"),
        `${(bytes / 1e6).toFixed(0)} MB ${format}`,
        `${scan.seconds.toFixed(2)} s`,
        `${study.seconds.toFixed(2)} s`,
        `${(study.seconds / scan.seconds).toFixed(1)}×`,
        `${(study.megabytes / 1000).toFixed(2)} GB`
      ]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return renderTable(
    [
      "order lines",
      "file",
      "bare scan",
      "full study",
      "ratio",
      memory ? `peak memory (limit ${memory})` : "peak memory"
    ],
    rows
  );
}

/** On the Upload page: from the file picked to its results, in a real browser. */
async function benchBrowser(size: number, times: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "segbook-bench-"));
  try {
    const file = join(folder, "orders.csv");
    await writeOrders(size, file, "csv");
    const study = await measure(times, "bench-browser", file);
    return renderTable(
      ["in the browser", "file to charts", "with the months before", "memory of the database"],
      [
        [
          `${size.toLocaleString("en-GB")} order lines`,
          `${study.shownSeconds.toFixed(1)} s`,
          `${study.seconds.toFixed(1)} s`,
          `${(study.megabytes / 1000).toFixed(2)} GB`
        ]
      ]
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Cold: nothing kept from earlier builds. Warm: the study and the bundled packages are. */
async function benchSite(times: number): Promise<string> {
  const sample = await measure(times, "bench-task", "study", inProject("data", "sample"));
  const kept = [storePath(await computeFingerprint(inProject("data", "sample"))), inWorkshop("modules")];
  for (const path of kept) await rm(path, { recursive: true, force: true });
  const cold = await measure(1, "build", "--data", inProject("data", "sample"));
  const warm = await measure(times, "build", "--data", inProject("data", "sample"));
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  return renderTable(
    ["sample data", "time"],
    [
      ["study, headless", seconds(sample.seconds)],
      ["site build, cold", seconds(cold.seconds)],
      ["site build, warm", seconds(warm.seconds)]
    ]
  );
}

async function weighSite(): Promise<string> {
  const pages = ["index", "segments", "funnel", "targets", "playbooks", "data", "method", "playbooks/rfm/champions"];
  const rows = await Promise.all(
    pages.map(async (page) => {
      const { total, script } = await measurePage(inProject("dist"), `vi/${page}.html`);
      return [page, `${total.toFixed(0)} kB`, `${script.toFixed(0)} kB`];
    })
  );
  return renderTable(["page (compressed)", "in total", "of which script"], rows);
}

function renderTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** Puts the report between the marks of `docs/performance.md`; what stands around them is left as it is. */
async function writeReport(report: string): Promise<void> {
  const path = inProject("docs", "performance.md");
  const [begin, end] = MARKS;
  const text = await readFile(path, "utf8").catch(() => `# Performance\n\n${begin}\n${end}\n`);
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`docs/performance.md lacks the marks ${begin} and ${end}`);
  await mkdir(inProject("docs"), { recursive: true });
  await writeFile(path, `${text.slice(0, before)}${begin}\n\n${report}\n\n${text.slice(after)}`);
}
