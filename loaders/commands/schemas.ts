import { z } from "zod";
import type { Bilingual } from "../../src/terms/lang.js";
import { mappingSchema } from "../dataset/mapping.js";
import { fileSchema, originsSchema } from "../definitions/feature-files.js";
import { findingsSchema } from "../definitions/findings.js";
import { ownNobodySchema } from "../definitions/nobody.js";
import { presetSchema } from "../definitions/preset.js";
import { ownColumnsSchema, tableSchema } from "../definitions/read-columns.js";
import { numbersSchema } from "../definitions/read-numbers.js";
import { playsSchema } from "../definitions/read-plays.js";
import { schemeSchema } from "../definitions/read-schemes.js";
import { settingsSchema } from "../definitions/settings.js";
import { stagesSchema } from "../definitions/stages.js";
import { statesSchema } from "../definitions/states.js";

/** Every kind of YAML file that a person may write, by the name of its schema, with the files it is for. */
export const SCHEMAS: Readonly<Record<string, readonly [files: string, schema: z.ZodType]>> = {
  settings: ["segbook.yml", settingsSchema],
  mapping: ["mapping.yml", mappingSchema],
  columns: ["columns/*.yaml beside the data", ownColumnsSchema],
  table: ["loaders/definitions/columns/*.yaml", tableSchema],
  preset: ["loaders/definitions/presets/*.yaml", presetSchema],
  scheme: ["schemes/*.yaml", schemeSchema],
  plays: ["plays/*.yaml", playsSchema],
  numbers: ["numbers.yaml", numbersSchema],
  states: ["states.yaml", statesSchema],
  stages: ["stages.yaml", stagesSchema],
  findings: ["findings.yaml", findingsSchema],
  nobody: ["nobody.yaml", ownNobodySchema],
  features: ["features/*.yaml", fileSchema("features")],
  measures: ["features/measures.yaml", fileSchema("measures")],
  constants: ["features/constants.yaml", fileSchema("constants")],
  lists: ["features/lists.yaml", fileSchema("lists")],
  sources: ["features/sources.yaml", originsSchema]
};

/** The same as JSON Schemas, by which editors complete and check: path → text. */
export function renderSchemas(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
      const json = z.toJSONSchema(schema, {
        io: "input",
        target: "draft-7",
        unrepresentable: "any",
        override: describe
      });
      return [`docs/schemas/${name}.json`, `${JSON.stringify({ title, ...json }, null, 2)}\n`];
    })
  );
}

/** What a part takes, where its type doesn't tell, in the words that its readers use. */
function describe({ jsonSchema }: { jsonSchema: { expected?: Bilingual; description?: string } }): void {
  const { expected } = jsonSchema;
  if (!expected) return;
  delete jsonSchema.expected;
  jsonSchema.description = `${expected.vi} / ${expected.en}`;
}
