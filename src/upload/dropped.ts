/** How many folders within folders are looked into. */
const DEPTH = 5;

/** Files let go over the page; of a folder all that lie in it. Must be called while the event lasts. */
export function readDropped({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null);
  if (entries.every((entry) => entry?.isFile ?? true)) return Promise.resolve([...files]);
  return Promise.all(entries.map((entry) => (entry ? readEntry(entry, DEPTH) : []))).then((found) => found.flat());
}

async function readEntry(entry: FileSystemEntry, depth: number): Promise<File[]> {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  if (depth === 0) return [];
  const inside = await listFolder((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map((d) => readEntry(d, depth - 1)))).flat();
}

/** A folder is read in portions until an empty one comes. */
async function listFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
