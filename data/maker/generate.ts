/// <reference types="node" />
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { renderCsv } from "./csv.js";
import { soil } from "./dirt.js";
import { renderReadme } from "./readme.js";
import { composeTables } from "./tables.js";
import { computeTruths } from "./truths.js";

export const SEED = "nha-moc-an-1";

const TABLES = ["customers", "orders", "events", "costs"] as const;

/** What the shop of the sample says of itself. */
const SETTINGS = "name: Nhà Mộc An\n";

/** The sample's files, name → text: four tables, the settings, and the README that tells what is in them. Same seed, same bytes. */
export function generateSample(seed: string = SEED): ReadonlyMap<string, string> {
  const tables = composeTables(seed);
  const truths = computeTruths(tables);
  const { tables: soiled, dirty } = soil(tables);
  const files = new Map(
    TABLES.map((name) => [`${name}.csv`, renderCsv(Object.keys(tables[name][0] ?? {}), soiled[name])])
  );
  const rows = TABLES.map((name) => [`${name}.csv`, soiled[name].length] as const);
  return files.set("segbook.yml", SETTINGS).set("README.md", renderReadme({ seed, tables, truths, dirty, rows }));
}

const here = fileURLToPath(import.meta.url);

if (process.argv[1] !== undefined && resolve(process.argv[1]) === here) {
  const folder = join(dirname(here), "../sample");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of generateSample()) writeFileSync(join(folder, name), text);
}
