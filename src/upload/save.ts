import type { Download } from "../../loaders/browser/protocol.js";

/** Hands a file to the visitor, as a download of the browser. */
export function save({ name, type, bytes }: Download): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
