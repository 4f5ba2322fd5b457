import { TABLES, type TableName } from "../dataset/columns.js";
import { describeUnderstanding } from "../dataset/describe.js";
import type { Folder } from "../dataset/files/folder.js";
import { inspectDataset } from "../dataset/inspect.js";
import { describeProblem } from "./problem.js";
import type { Inspection } from "./protocol.js";

const LABELS: Record<TableName, { vi: string; en: string }> = {
  customers: { vi: "Khách hàng", en: "Customers" },
  orders: { vi: "Đơn hàng", en: "Orders" },
  events: { vi: "Tương tác", en: "Events" },
  costs: { vi: "Chi phí", en: "Costs" }
};

/** How a folder would be understood, with all that is wrong or open, and what a person may choose from to correct it. */
export async function inspectFolder(folder: Folder, definitions: Folder, mapping: string): Promise<Inspection> {
  const inspection = await inspectDataset(folder, definitions);
  return {
    sheets: await describeUnderstanding(inspection),
    mapping,
    problems: inspection.issues.map(describeProblem),
    tables: (Object.keys(TABLES) as TableName[]).map((id) => ({
      id,
      label: LABELS[id],
      columns: TABLES[id].columns.map((column) => ({
        id: column.id,
        label: column.label,
        required: column.required ?? false,
        personal: column.personal ?? false
      }))
    }))
  };
}
