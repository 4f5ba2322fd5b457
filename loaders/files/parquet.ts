import type { Issue } from "../issues/issue.js";
import { type Bytes, readWhole } from "./bytes.js";
import type { OpenFile } from "./folder.js";
import { FileFault, type Sheet, type SheetForm } from "./sheet.js";
import { describeTyped } from "./typed.js";
import { momentText, valueText } from "./value.js";

const BATCH = 4000;

const PARSERS = {
  timestampFromMilliseconds: (value: bigint) => momentText(new Date(Number(value))),
  timestampFromMicroseconds: (value: bigint) => momentText(new Date(Number(value / 1000n))),
  timestampFromNanoseconds: (value: bigint) => momentText(new Date(Number(value / 1_000_000n))),
  dateFromDays: (days: number) => momentText(new Date(days * 86_400_000))
};

/** The table in a Parquet file; `open` where a database may read it itself. */
export async function readParquet(
  bytes: Bytes,
  { name, file, form, open }: { name: string; file: string; form: SheetForm; open?: OpenFile }
): Promise<Sheet | Issue> {
  const [{ parquetMetadataAsync, parquetRead, parquetSchema }, { compressors }] = await Promise.all([
    import("hyparquet"),
    import("hyparquet-compressors")
  ]);
  const blob = bytes.blob ?? new Blob([await readWhole(bytes)]);
  const source = {
    byteLength: blob.size,
    slice: (start: number, end?: number) => blob.slice(start, end).arrayBuffer()
  };
  const metadata = await parquetMetadataAsync(source).catch(() => {
    throw new FileFault("cut-off");
  });
  const columns = parquetSchema(metadata).children.map((child) => child.element.name);
  const count = Number(metadata.num_rows);
  const rows = async function* () {
    for (let at = 0; at < count; at += BATCH) {
      let read: unknown[][] = [];
      await parquetRead({
        file: source,
        metadata,
        compressors,
        parsers: PARSERS,
        rowStart: at,
        rowEnd: Math.min(count, at + BATCH),
        onComplete: (given) => {
          read = given;
        }
      }).catch(() => {
        throw new FileFault("cut-off", at + 1);
      });
      yield read.map((cells) => columns.map((_, i) => valueText(cells[i])));
    }
  };
  const sheet = await describeTyped(columns, rows, { name, file, form });
  if (!("code" in sheet) && open)
    sheet.direct = { kind: "parquet", file: open, delimiter: "", rows: { least: count, most: count } };
  return sheet;
}
