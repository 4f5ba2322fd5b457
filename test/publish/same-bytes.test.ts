import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { listFiles } from "../../loaders/store/files.js";
import { writeHeadless } from "../../loaders/store/headless.js";
import { writePublished } from "../../loaders/store/write.js";
import { type Files, withDataset, withFolder } from "../support/dataset.js";
import { sampleShop, shopFiles } from "../support/shop.js";
import { withStudy } from "../support/study.js";

const PROJECT = resolve(import.meta.dirname, "../..");
const WRITE = fileURLToPath(new URL("../support/write-study.ts", import.meta.url));
const run = promisify(execFile);

/** Path → bytes (base 64) of everything a study of these files writes, in a process of its own. */
async function written(files: Files, env: Record<string, string>): Promise<Map<string, string>> {
  return withDataset(files, (data) =>
    withFolder(async (out) => {
      await run(process.execPath, ["--import", "tsx", WRITE, data, out], {
        cwd: PROJECT,
        env: { ...process.env, ...env }
      });
      return readAll(out);
    })
  );
}

/** The same in this process, whatever its time zone and language are. */
async function writtenHere(files: Files): Promise<Map<string, string>> {
  return withStudy(files, (study) =>
    withFolder(async (out) => {
      await writePublished(study, join(out, "published"));
      await writeHeadless(study, join(out, "headless"));
      return readAll(out);
    })
  );
}

async function readAll(folder: string): Promise<Map<string, string>> {
  const bytes = new Map<string, string>();
  for (const path of await listFiles(folder)) bytes.set(path, (await readFile(join(folder, path))).toString("base64"));
  return bytes;
}

const shop = sampleShop(42, { people: [60, 60], orders: 260, events: 300 });
const flip = <T>(rows: readonly T[]): T[] => rows.toReversed().map((_, i, all) => all[(i * 7919) % all.length] as T);
const differing = (a: Map<string, string>, b: Map<string, string>) =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));

describe("everything written", () => {
  let first: Map<string, string>;
  beforeAll(async () => {
    first = await written(shopFiles(shop), { TZ: "UTC", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" });
  });

  it("is there: tables for pages, playbooks, tables for people", () => {
    for (const path of [
      "published/data/study.json",
      "published/data/segments.arrow",
      "published/pages/vi/method.md",
      "headless/study.json",
      "headless/membership.parquet",
      "headless/features.parquet"
    ])
      expect([...first.keys()]).toContain(path);
    expect([...first.keys()].filter((path) => path.startsWith("headless/playbooks/"))).toHaveLength(2 * 73);
  });

  it.each([
    [
      "on the other side of the date line, in Vietnamese",
      { TZ: "Pacific/Kiritimati", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" }
    ],
    ["far west, in Turkish", { TZ: "Pacific/Pago_Pago", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }]
  ])("has the same bytes %s", async (_, env) => {
    expect(differing(first, await written(shopFiles(shop), env))).toEqual([]);
  });

  it("has the same bytes whatever the order of the rows", async () => {
    expect(new Set(flip(shop.orders)).size).toBe(shop.orders.length);
    const shuffled = { customers: flip(shop.customers), orders: flip(shop.orders), events: flip(shop.events) };
    expect(differing(first, await writtenHere(shopFiles(shuffled)))).toEqual([]);
  });

  it("is changed by a changed amount, so that the comparison can fail", async () => {
    const [order, ...rest] = shop.orders;
    const changed = { ...shop, orders: [{ ...order, amount: Number(order?.amount) + 1 }, ...rest] };
    expect(differing(first, await writtenHere(shopFiles(changed)))).toContain("headless/features.parquet");
  });
});
