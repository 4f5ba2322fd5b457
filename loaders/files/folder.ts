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

/** A text file of a folder; undefined where there is none. */
export async function readText(folder: Folder, file: string): Promise<string | undefined> {
  return (await folder.open(file))?.blob.text();
}
