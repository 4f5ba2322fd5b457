import { type Issue, IssuesError } from "../issues/issue.js";
import { MAX_TEXT, sizeText } from "./limits.js";

/** A file's bytes; `path` is where they lie on this computer, when they do, for a database that reads there. */
export interface OpenFile {
  blob: Blob;
  path?: string;
}

/** Files by name, wherever they are: a folder on disk, files picked in a browser, texts in a test. */
export interface Folder {
  /** Its name, as a firm that gives none is called. */
  readonly label: string;
  /** True for the made-up sample. */
  readonly sample: boolean;
  /** Names of the files in it, or in a folder below it: sorted by code unit, empty where there is none. */
  list(below?: string): Promise<string[]>;
  /** What lies in it and is no file that can be read: links, pipes. Undefined where there can't be any. */
  passedOver?(): Promise<Issue[]>;
  /** A file by its path within the folder; undefined where there is none. */
  open(file: string): Promise<OpenFile | undefined>;
}

/** A folder in memory: path → contents. */
export function holdFiles(
  label: string,
  files: Readonly<Record<string, Blob | string>>,
  { sample = false } = {}
): Folder {
  const held = new Map(Object.entries(files));
  return {
    label,
    sample,
    list: async (below) => {
      const prefix = below ? `${below}/` : "";
      return [...held.keys()]
        .filter((path) => path.startsWith(prefix) && !path.slice(prefix.length).includes("/"))
        .map((path) => path.slice(prefix.length))
        .sort();
    },
    open: async (file) => {
      const found = held.get(file);
      return found === undefined ? undefined : { blob: typeof found === "string" ? new Blob([found]) : found };
    }
  };
}

/** A text of settings or definitions; undefined where there is none. Throws `IssuesError` over `MAX_TEXT`. */
export async function readText(folder: Folder, file: string): Promise<string | undefined> {
  const blob = (await folder.open(file))?.blob;
  if (blob && blob.size > MAX_TEXT)
    throw new IssuesError([{ code: "too-large", file, detail: { limit: sizeText(MAX_TEXT) } }]);
  return blob?.text();
}
