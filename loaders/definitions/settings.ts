import { z } from "zod";
import { type Folder, readText } from "../files/folder.js";
import { expecting } from "../issues/expected.js";
import type { Issue } from "../issues/issue.js";
import { checkYaml } from "../issues/read-yaml.js";
import { parseYaml } from "../issues/yaml.js";
import { overridesSchema, zone } from "./overrides.js";
import { text } from "./text.js";

const SETTINGS = "segbook.yml";

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && !text.startsWith("0000");
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(isDay)
  .meta(expecting(["một ngày như 2026-06-30", "a date such as 2026-06-30"]));

/** How many customers of a stage's target group the firm wants. */
const wanted = z.number().min(0).optional();

/** Ids, phones or e-mails that a person knows to be one customer, or to be several. */
const together = z.array(z.string()).min(2);

/** All that `segbook.yml` may say. */
export const settingsSchema = z.strictObject({
  name: z.union([z.string(), text]).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta(expecting(["một mã tiền tệ như VND", "a currency code such as VND"]))
    .optional(),
  zone: zone.optional(),
  asOf: day.optional(),
  stage: z.int().min(1).max(5).optional(),
  homeCountry: z.string().optional(),
  homeProvinces: z.array(z.string()).optional(),
  minimumGroup: z.int().min(1).max(1000).optional(),
  duplicates: z.enum(["drop", "keep"]).optional(),
  maximumRejected: z.number().min(0).max(1).optional(),
  bait: z
    .strictObject({ products: z.array(z.string()).optional(), maximumPrice: z.number().positive().optional() })
    .optional(),
  wanted: z
    .strictObject({ willing: wanted, forgiving: wanted, viral: wanted, valuable: wanted, profitable: wanted })
    .optional(),
  thresholds: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  people: z.strictObject({ apart: z.array(together).optional(), together: z.array(together).optional() }).optional(),
  privacy: z.strictObject({ allow: z.array(z.string()).optional() }).optional(),
  files: z.record(z.string(), overridesSchema).optional()
});

/** What a firm may say about itself and its files in `segbook.yml` beside the data; all of it optional. */
export type Settings = z.infer<typeof settingsSchema>;

/** Reads `segbook.yml` of a folder. No file means no settings; each problem names its line. */
export async function readSettings(folder: Folder): Promise<{ settings: Settings; issues: Issue[] }> {
  const source = await readText(folder, SETTINGS);
  if (source === undefined) return { settings: {}, issues: [] };
  const yaml = parseYaml(source, SETTINGS, "settings");
  if (yaml.issues.length > 0) return { settings: {}, issues: yaml.issues };
  const read = checkYaml(settingsSchema, yaml, SETTINGS, "settings");
  return Array.isArray(read)
    ? { settings: soundPart(yaml.document.toJS()), issues: read }
    : { settings: read.value, issues: [] };
}

/** Those settings that are right by themselves, so that the files they speak of aren't reported as well. */
function soundPart(source: unknown): Settings {
  if (typeof source !== "object" || source === null) return {};
  const sound = Object.entries(source).filter(([key, value]) => settingsSchema.safeParse({ [key]: value }).success);
  return settingsSchema.parse(Object.fromEntries(sound));
}
