import { z } from "zod";
import { type Folder, readText } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { readYaml } from "../issues/read-yaml.js";
import { maybeOwn } from "./maybe-own.js";

const words = z.array(z.string().min(1));

/** The built-in words. */
const nobodySchema = z.strictObject({ walkIns: words, generic: words, values: words });

/** What a firm adds; `persons` are words that name somebody after all. */
export const ownNobodySchema = z
  .strictObject({ walkIns: words, generic: words, values: words, persons: words })
  .partial();

/** What stands in a cell where no person is named. */
export interface Nobody {
  /** Names of whoever came in: a code always under one of them is nobody's. */
  walkIns: readonly string[];
  /** Names that say only that somebody bought. */
  generic: readonly string[];
  /** Marks of an empty cell. */
  values: readonly string[];
  /** Words that name somebody, whatever else holds. */
  persons: readonly string[];
}

const FILE = "nobody.yaml";

/** Reads the built-in words. Throws every issue at once. */
export async function readNobody(folder: Folder): Promise<Nobody> {
  const read = readYaml(nobodySchema, (await readText(folder, FILE)) ?? "", FILE, "definition");
  if (Array.isArray(read)) throw new IssuesError(read);
  return { ...read.value, persons: [] };
}

/** The words as a firm has them: `nobody.yaml` beside its data adds some, and takes some away. */
export async function customiseNobody(builtIn: Nobody, folder: Folder, issues: Issue[]): Promise<Nobody> {
  const read = await maybeOwn(folder, ownNobodySchema, FILE, "definition", issues);
  if (!read) return builtIn;
  const { walkIns = [], generic = [], values = [], persons = [] } = read.value;
  return {
    walkIns: [...builtIn.walkIns, ...walkIns],
    generic: [...builtIn.generic, ...generic],
    values: [...builtIn.values, ...values],
    persons: [...builtIn.persons, ...persons]
  };
}
