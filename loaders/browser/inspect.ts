import { describeSheets } from "../dataset/describe-sheets.js";
import { inspectDataset } from "../dataset/inspect.js";
import { type Dataset, settle } from "../dataset/read.js";
import { renderMapping } from "../dataset/render-mapping.js";
import { TABLE_NAMES } from "../definitions/columns.js";
import type { Definitions } from "../definitions/read.js";
import type { Folder } from "../files/folder.js";
import { describeProblem } from "./problem.js";
import type { Inspection } from "./protocol.js";

/** A folder that was looked at: what to tell of it, and the dataset that it is, unless something is wrong or open. */
export interface Inspected {
  inspection: Inspection;
  dataset?: Dataset;
}

/** How a folder would be understood, with all that is wrong or open, and what a person may choose from to correct it. */
export async function inspectFolder(folder: Folder, definitions: Definitions): Promise<Inspected> {
  const inspection = await inspectDataset(folder, definitions);
  const sheets = await describeSheets(inspection);
  const told: Inspection = {
    sheets,
    mapping: renderMapping(inspection, sheets),
    problems: inspection.issues.map(describeProblem),
    tables: TABLE_NAMES.map((id) => ({
      id,
      label: inspection.definitions.tables[id].label,
      columns: inspection.definitions.tables[id].columns.map(({ id: column, label, required, personal }) => ({
        id: column,
        label,
        required,
        personal
      }))
    }))
  };
  return inspection.issues.length > 0 ? { inspection: told } : { inspection: told, dataset: settle(inspection) };
}
