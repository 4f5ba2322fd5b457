import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkerPage, type WorkerPage } from "../../loaders/commands/bench/worker-page.js";
import { composeSiteData } from "../../loaders/publish/contents.js";
import { withFolder } from "../support/dataset.js";
import { lacks, sharedFile } from "../support/shared.js";
import { withStudy } from "../support/study.js";

let opened: WorkerPage;
beforeAll(async () => {
  opened = await openWorkerPage();
});
afterAll(() => opened?.close());

const SAMPLE = "data/sample";
const RETAIL = "online_retail.csv.gz";
const CDNOW = "cdnow/CDNOW_master.txt";

/** Data sets, and how each is laid into a folder named `shop`. */
const SETS: [name: string, absent: boolean, lay: (folder: string) => Promise<void>][] = [
  [
    "the sample",
    false,
    async (folder) => {
      for (const name of await readdir(SAMPLE)) await copyFile(join(SAMPLE, name), join(folder, name));
    }
  ],
  ["Online Retail", lacks(RETAIL), (folder) => copyFile(sharedFile(RETAIL), join(folder, basename(RETAIL)))],
  [
    "CDNOW",
    lacks(CDNOW),
    async (folder) => {
      // The file has no headings, and columns of a fixed width: customer, day, number of discs, dollars.
      const lines = (await readFile(sharedFile(CDNOW), "utf8")).trim().split(/\r?\n/);
      const rows = lines.map((line) => line.trim().split(/\s+/).join(","));
      await writeFile(join(folder, "orders.csv"), `customer_id,date,quantity,amount\n${rows.join("\n")}\n`);
    }
  ]
];

describe.each(SETS)("%s", (_, absent, lay) => {
  test.skipIf(absent)("comes out of a browser as out of a build, table by table", () =>
    withFolder(async (root) => {
      const folder = join(root, "shop");
      await mkdir(folder);
      await lay(folder);
      const wanted = await withStudy(folder, composeSiteData);
      const names = (await readdir(folder)).sort();
      const reply = await opened.ask("study", { label: "shop", files: names.map((name) => join(folder, name)) });
      if (reply.kind !== "done" || reply.task !== "study") throw new Error(JSON.stringify(reply).slice(0, 2000));
      const { files } = reply.given;
      expect(Object.keys(files)).toEqual(wanted.map(([path]) => path));
      for (const [path, content] of wanted)
        expect(differences(read(path, files[path]), read(path, content)).slice(0, 5), path).toEqual([]);
    })
  );
});

/** A published file as plain values: rows of a table, or what a JSON text says. */
function read(path: string, content: unknown): unknown {
  if (path.endsWith(".arrow"))
    return tableFromIPC(content as Uint8Array)
      .toArray()
      .map((row) => row.toJSON());
  return JSON.parse(String(content));
}

/** Where two values differ: texts must be equal, numbers to a part in a thousand million. */
function differences(got: unknown, wanted: unknown, path = ""): string[] {
  if (typeof got === "number" && typeof wanted === "number")
    return Math.abs(got - wanted) <= 1e-9 * Math.max(Math.abs(got), Math.abs(wanted))
      ? []
      : [`${path}: ${got}, not ${wanted}`];
  if (typeof got !== "object" || typeof wanted !== "object" || got === null || wanted === null)
    return got === wanted ? [] : [`${path}: ${got}, not ${wanted}`];
  const keys = new Set([...Object.keys(got), ...Object.keys(wanted)]);
  return [...keys].flatMap((key) => differences(Reflect.get(got, key), Reflect.get(wanted, key), `${path}/${key}`));
}
