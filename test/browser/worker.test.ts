import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkerPage, type WorkerPage } from "../../loaders/commands/bench/worker-page.js";
import { type Files, withDataset } from "../support/dataset.js";
import { csv } from "../support/stages.js";

let opened: WorkerPage;
beforeAll(async () => {
  opened = await openWorkerPage();
});
afterAll(() => opened?.close());

/** Brings made-up files to the worker. */
const bring = (task: "inspect" | "study", files: Files, more: { mapping?: string; settings?: string } = {}) =>
  withDataset(files, (folder) =>
    opened.ask(task, { ...more, files: Object.keys(files).map((name) => join(folder, name)) })
  );

const DAYS = Array.from({ length: 40 }, (_, i) => `2025-0${1 + (i % 9)}-1${i % 10}`);
const SHOP = {
  "orders.csv": csv(
    "order_id,customer_id,date,product,amount",
    ...DAYS.map((day, i) => `o${i},c${i % 12},${day},${i % 2 ? "=1+1" : "<b>trà</b>"},${100 + i}`)
  ),
  "customers.csv": csv(
    "customer_id,name,phone,email,consent_zalo,consent_email",
    ...Array.from(
      { length: 12 },
      (_, i) =>
        `c${i},${i === 3 ? "=cmd()" : `Nguyễn Văn ${i}`},09${String(10000000 + i)},c${i}@shop.vn,${i % 2 ? "yes" : "no"},${i % 3 ? "no" : "yes"}`
    )
  )
};

test("before a study, what is asked of one is out of order, and says so in both languages", async () => {
  const reply = await opened.ask("person", { words: "An" });
  expect(reply).toMatchObject({ kind: "failed", reason: "order", text: { vi: expect.any(String) } });
});

test("files are described without a database", async () => {
  const reply = await bring("inspect", SHOP);
  expect(reply).toMatchObject({
    kind: "done",
    given: { problems: [], sheets: [{ name: "customers.csv", table: "customers" }, { table: "orders" }] }
  });
});

test("what is wrong comes as issues, never as a stack", async () => {
  const reply = await bring("study", { "notes.csv": "hello,world\n1,2\n" });
  expect(reply.kind).toBe("issues");
  expect(JSON.stringify(reply)).not.toMatch(/\bat .*\.js:\d/);
});

describe("after a study", () => {
  beforeAll(async () => {
    const reply = await bring("study", SHOP, { settings: "minimumGroup: 1\n" });
    expect(reply).toMatchObject({ kind: "done", task: "study" });
    expect(opened.progress.length).toBeGreaterThan(5);
  });

  test("what is known before the past is looked at came first, and stood", async () => {
    const reply = await bring("study", SHOP, { settings: "minimumGroup: 1\n" });
    if (reply.kind !== "done" || reply.task !== "study") throw new Error("no study");
    const { files } = reply.given as unknown as { files: Record<string, string | Uint8Array> };
    const early = opened.early?.files ?? {};
    expect(Object.keys(early).sort()).toEqual(Object.keys(files).sort());
    for (const path of Object.keys(files).filter((name) => /study|targets|funnel|cohorts|crosstab/.test(name)))
      expect(early[path], path).toEqual(files[path]);
    for (const path of ["data/trend.arrow", "data/migration.arrow"])
      expect(early[path]?.length ?? 0, path).toBeLessThan(files[path]?.length ?? 0);
  });

  test("people are found by id, phone, e-mail and name without accents", async () => {
    for (const words of ["c5", "0910000005", "84910000005", "C5@shop.vn", "nguyen van 5"]) {
      const reply = await opened.ask("person", { words });
      expect(reply, words).toMatchObject({ kind: "done", given: [{ id: "c5", name: "Nguyễn Văn 5" }] });
    }
    const reply = await opened.ask("person", { words: "' OR 1=1 --" });
    expect(reply).toMatchObject({ kind: "done", given: [] });
  });

  test("a list has who agreed, by the channels they agreed to, and formulas are inert", async () => {
    const study = await opened.ask("person", { words: "c3" });
    if (study.kind !== "done" || study.task !== "person") throw new Error("no person");
    const place = study.given[0]?.memberships.find((m) => m.scheme === "rfm");
    const reply = await opened.ask("list", { scheme: "rfm", group: place?.group ?? "", lang: "vi" });
    if (reply.kind !== "done" || reply.task !== "list") throw new Error("no list");
    const text = new TextDecoder().decode(reply.given.bytes);
    expect(text).toContain("c3,'=cmd(),");
    for (const line of text.trim().split("\n").slice(1)) {
      const [, , phone, email, zalo, , mail] = line.split(",");
      expect(phone === "").toBe(zalo !== "yes");
      expect(email === "").toBe(mail !== "yes");
      expect([zalo, mail]).toContain("yes");
    }
  });

  test("a playbook is HTML in which texts of the data are inert", async () => {
    const reply = await opened.ask("playbook", { lang: "vi", scheme: "rfm", group: "champions" });
    expect(reply).toMatchObject({ kind: "done", given: expect.stringContaining("<article") });
    expect(JSON.stringify(reply)).not.toContain("<b>trà");
    expect(await opened.ask("playbook", { lang: "vi", scheme: "rfm", group: "nobody" })).toMatchObject({ given: null });
  });

  test("outputs are an archive that opens", async () => {
    const reply = await opened.ask("outputs", {});
    if (reply.kind !== "done" || reply.task !== "outputs") throw new Error(opened.complaints.join("\n"));
    const { unzipSync } = await import("fflate");
    const { parquetReadObjects } = await import("hyparquet");
    const files = unzipSync(reply.given.bytes as unknown as Uint8Array);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        "study.json",
        "segments.csv",
        "rejects.csv",
        "mapping.yml",
        "membership.parquet",
        "features.parquet"
      ])
    );
    const features = files["features.parquet"] ?? new Uint8Array();
    const rows = await parquetReadObjects({ file: features.slice().buffer });
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ customer_id: "c0" });
    expect(rows[0]?.snapshot).toBeInstanceOf(Date);
  });

  test("nothing was asked of another host, and nothing broke the policy", () => {
    expect(opened.requests.filter((url) => !url.startsWith("http://127.0.0.1:"))).toEqual([]);
    expect(opened.complaints.filter((text) => /policy|refused|violat/i.test(text))).toEqual([]);
  });
});
