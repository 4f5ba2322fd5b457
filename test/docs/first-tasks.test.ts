// @vitest-environment jsdom
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { readDefinitions } from "../../loaders/definitions/read.js";
import type { PublishedDefinitions, PublishedStudy } from "../../loaders/publish/published.js";
import { openFolder } from "../../loaders/store/disk.js";
import { siteLinks } from "../../src/charts/link.js";
import { choicesInMemory } from "../../src/controls/choices.js";
import type { segments } from "../../src/sections/segments.js";
import { both, IN, readFigure, schemeOf, segmentRows } from "../support/chart.js";
import { withFolder } from "../support/dataset.js";
import { csv, withFeatures } from "../support/stages.js";

const ROOT = resolve(import.meta.dirname, "../..");
const page = await readFile(join(ROOT, "docs/first-tasks.md"), "utf8");

/** The parts of the page below its second-level headings, with what they have in code. */
function taskOf(heading: string): { blocks: string[]; files: string[] } {
  const text = page.split("\n## ").find((part) => part.startsWith(heading)) ?? "";
  const blocks = [...text.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const made = [...prose.matchAll(/`([\w-]+\.ts)` in `(src\/\w+\/)`/g)].map(([, name, folder]) => `${folder}${name}`);
  const changed = [...prose.matchAll(/`((?:loaders|src)\/[\w./-]+\.(?:ts|yaml))`/g)].map(([, file = ""]) => file);
  return { blocks, files: [...new Set([...made, ...changed])] };
}

/** Replaces one text by another, which the file must have just once. */
async function put(file: string, text: string, inPlaceOf: string): Promise<void> {
  const before = await readFile(file, "utf8");
  expect(before.split(inPlaceOf), `${file} has once: ${inPlaceOf}`).toHaveLength(2);
  await writeFile(
    file,
    before.replace(inPlaceOf, () => text)
  );
}

/** A folder below the project, where imports find its packages; git ignores it. */
async function withFolderInside(use: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(join(ROOT, ".segbook"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, ".segbook", "first-tasks-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test("each task touches two files at most", () => {
  for (const heading of ["Say a threshold", "Add a feature", "Add a chart"]) {
    const { files } = taskOf(heading);
    expect(files.length, heading).toBeGreaterThan(0);
    expect(files.length, heading).toBeLessThanOrEqual(2);
  }
});

test("a threshold said in other words is said so wherever definitions are read", async () => {
  const {
    files: [file = ""],
    blocks: [after = "", before = ""]
  } = taskOf("Say a threshold");
  await withFolder(async (copy) => {
    await cp(join(ROOT, "loaders/definitions"), join(copy, "loaders/definitions"), { recursive: true });
    await put(join(copy, file), after, before);
    const { schemes } = await readDefinitions(await openFolder(join(copy, "loaders/definitions")));
    const threshold = schemes
      .find(({ id }) => id === "sales-groups")
      ?.thresholds.find(({ id }) => id === "many_complaints");
    expect(threshold?.label).toEqual({
      vi: "từ mấy lần khiếu nại là nhiều",
      en: "complaints from which it is many"
    });
  });
});

test("a feature that is added is computed for everybody", async () => {
  const {
    files: [file = ""],
    blocks: [feature = ""]
  } = taskOf("Add a feature");
  await withFolder(async (copy) => {
    await cp(join(ROOT, "loaders/definitions"), join(copy, "loaders/definitions"), { recursive: true });
    const place = join(copy, file);
    await writeFile(place, `${(await readFile(place, "utf8")).trimEnd()}\n${feature}`);
    const builtIn = await readDefinitions(await openFolder(join(copy, "loaders/definitions")));
    // Put beside the data as well, where a firm's own go: the stages of the test have the definitions of this checkout.
    const orders = csv(
      "order_id,customer_id,ordered_at,amount",
      "1,An,2024-01-10,300",
      "2,An,2025-12-01,100",
      "3,Binh,2025-06-30,50"
    );
    expect(builtIn.features.get("recent_revenue_share")?.unit).toBe("share");
    await withFeatures({ "orders.csv": orders, "features/own.yaml": feature }, async ({ engine }) => {
      const rows = await engine.rows(
        "SELECT p.customer_id AS id, f.recent_revenue_share AS share FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY 1"
      );
      expect(rows).toEqual([
        { id: "An", share: 0.25 },
        { id: "Binh", share: 1 }
      ]);
    });
  });
});

test("a chart that is added stands in its section, in both languages", async () => {
  const {
    files: [chart = "", section = ""],
    blocks: [code = "", ...edits]
  } = taskOf("Add a chart");
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(private hear: (entries: unknown[]) => void) {}
      observe() {
        this.hear([{ contentRect: { width: 900 } }]);
      }
    }
  );
  await withFolderInside(async (copy) => {
    await cp(join(ROOT, "src"), join(copy, "src"), {
      recursive: true,
      filter: (path) => !path.includes(".observablehq")
    });
    await writeFile(join(copy, chart), code);
    for (let i = 0; i < edits.length; i += 2) await put(join(copy, section), edits[i] ?? "", edits[i + 1] ?? "");
    const made = (await import(/* @vite-ignore */ join(copy, section))) as { segments: typeof segments };
    const definitions: PublishedDefinitions = {
      schemes: [schemeOf("rfm", ["a", "b"]), schemeOf("tier", ["gold"])],
      features: [],
      numbers: [
        { id: "average_order_value", label: both("order value"), unit: "money", meaning: both("m"), comparable: true }
      ] as unknown as PublishedDefinitions["numbers"],
      states: [],
      dimensions: []
    };
    const published = {
      // Of a study the section asks only these.
      study: { asOfDate: "2026-06-30", minimumGroup: 5, currency: "VND" } as PublishedStudy,
      definitions,
      segments: segmentRows("rfm", {
        a: { customers: 20, average_order_value: 200_000 },
        b: { customers: 80, average_order_value: 900_000 }
      }),
      trend: [],
      crosstab: [],
      migration: []
    };
    for (const lang of ["vi", "en"] as const) {
      const parts = made.segments(published, { f: IN[lang], choices: choicesInMemory(), links: siteLinks });
      const figures = [...parts.sizes.querySelectorAll("figure")];
      expect(figures).toHaveLength(2);
      const read = readFigure(figures[1] as Element);
      expect(read.title).toBe(`B: order value (${lang}) ${lang === "vi" ? "900 nghìn ₫" : "₫900 k"}`);
      expect(read.table.slice(1).map(([name]) => name)).toEqual(["B", "A"]);
    }
  });
});
