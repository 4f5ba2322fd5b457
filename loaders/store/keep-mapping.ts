import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { MAPPING_KEPT } from "../../src/words/terminal.js";
import { describeSheets } from "../dataset/describe-sheets.js";
import { type Inspection, inspectDataset, listDataFiles } from "../dataset/inspect.js";
import { MAPPING, parseMapping } from "../dataset/mapping.js";
import { renderMapping, updateMapping } from "../dataset/render-mapping.js";
import type { SheetReport } from "../dataset/sheet-report.js";
import { openFolder } from "./disk.js";
import { openDefinitions } from "./local.js";
import { uniqueName } from "./replace.js";

/** A folder's files as understood, and what was done with the mapping beside them. */
export interface Kept {
  inspection: Inspection;
  described: SheetReport[];
  /** What to tell the person; undefined where the mapping was complete. */
  note?: Bilingual;
}

/** Writes down how new files of a folder are understood, unless its mapping names every file already. */
export async function keepMapping(path: string): Promise<Bilingual | undefined> {
  const folder = await openFolder(path);
  const { mapping } = parseMapping((await readMaybe(join(path, MAPPING))) ?? "");
  const named = [...mapping.files.keys(), ...mapping.open.map(({ name }) => name)];
  const known = (file: string) => named.some((name) => name === file || name.startsWith(`${file} › `));
  if ((await listDataFiles(folder)).every(known)) return undefined;
  return (await writeMapping(path)).note;
}

/** Looks at a folder's files and writes the new ones into `mapping.yml` beside them; what a person wrote there stays. */
export async function writeMapping(path: string): Promise<Kept> {
  const inspection = await inspectDataset(await openFolder(path), await openDefinitions());
  const described = await describeSheets(inspection);
  const file = join(path, MAPPING);
  const before = await readMaybe(file);
  const after =
    before === undefined ? renderMapping(inspection, described) : updateMapping(before, inspection, described);
  if (after === before || inspection.sheets.length === 0) return { inspection, described };
  const draft = join(path, uniqueName(`.${MAPPING}`));
  try {
    await writeFile(draft, after);
    await rename(draft, file);
  } catch {
    return {
      inspection,
      described,
      note: bilingual(MAPPING_KEPT.lost, { file: MAPPING })
    };
  }
  return {
    inspection,
    described,
    note: bilingual(MAPPING_KEPT.written, { file: MAPPING })
  };
}

async function readMaybe(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
