/** A table as CSV text: headings, then one line a row, `\n` ends, values quoted only where they must be. */
export function renderCsv(columns: readonly string[], rows: readonly object[]): string {
  const lines = rows.map((row) =>
    columns.map((column) => renderValue((row as Record<string, unknown>)[column])).join(",")
  );
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

function renderValue(value: unknown): string {
  const text = String(value ?? "");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
