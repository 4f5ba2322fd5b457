import type { DataType, Vector } from "apache-arrow";
import type { Issue } from "../issues/issue.js";
import { FileFault, type Sheet, type SheetForm } from "./sheet.js";
import { describeTyped } from "./typed.js";
import { momentText, numberText, valueText } from "./value.js";

const BATCH = 4000;

/** The table in Arrow's file or stream format. */
export async function readArrow(
  bytes: Uint8Array,
  options: { name: string; file: string; form: SheetForm }
): Promise<Sheet | Issue> {
  const { DataType, tableFromIPC, Type } = await import("apache-arrow");
  let table: ReturnType<typeof tableFromIPC>;
  try {
    table = tableFromIPC(bytes);
  } catch {
    throw new FileFault("cut-off");
  }
  const textOf = (type: DataType): ((value: unknown) => string) => {
    if (DataType.isDictionary(type)) return textOf(type.dictionary as DataType);
    if (DataType.isDecimal(type)) return (value) => decimalText(value, type.scale);
    // Both come as milliseconds, whatever their unit.
    if (DataType.isTimestamp(type) || DataType.isDate(type)) return (value) => momentText(new Date(Number(value)));
    return type.typeId === Type.Float || DataType.isFloat(type) ? (value) => numberText(Number(value)) : valueText;
  };
  const columns = table.schema.fields.map((field) => ({
    vector: table.getChild(field.name) as Vector | null,
    text: textOf(field.type as DataType)
  }));
  const rows = async function* () {
    for (let at = 0; at < table.numRows; at += BATCH)
      yield Array.from({ length: Math.min(BATCH, table.numRows - at) }, (_, i) =>
        columns.map(({ vector, text }) => {
          const value: unknown = vector?.get(at + i);
          return value === null || value === undefined ? "" : text(value);
        })
      );
  };
  return describeTyped(
    table.schema.fields.map((field) => field.name),
    rows,
    options
  );
}

/** A decimal of 128 or 256 bits, given as words of 32 from the lowest. */
function decimalText(value: unknown, scale: number): string {
  const words = value instanceof Uint32Array ? Array.from(value) : undefined;
  let whole = words ? words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n) : BigInt(String(value));
  if (words) whole = BigInt.asIntN(words.length * 32, whole);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
  const text = scale > 0 ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return whole < 0n ? `-${text}` : text;
}
