import type { z } from "zod";
import { type Folder, readText } from "../files/folder.js";
import type { CodeOf, Issue } from "../issues/issue.js";
import { maybeYaml, type YamlValue } from "../issues/read-yaml.js";

/** A YAML file that a firm may have beside its data: undefined where it has none, or a faulty one, whose faults are added to `issues`. */
export async function maybeOwn<T>(
  folder: Folder,
  schema: z.ZodType<T>,
  file: string,
  code: CodeOf<"expected">,
  issues: Issue[]
): Promise<YamlValue<T> | undefined> {
  const source = await readText(folder, file);
  return source === undefined ? undefined : maybeYaml(schema, source, file, code, issues);
}
