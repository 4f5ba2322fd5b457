/** What a page that stands alone has in the place of Framework: its files, and a place for each of its cells. */
const attached = JSON.parse(document.querySelector("#attached")?.textContent ?? "{}") as Record<string, string>;
unlink();

/** A published file, which stands in the page itself; `path` as the page's cells name it, `../data/study.json`. */
export function FileAttachment(path: string): { json(): Promise<unknown>; arrayBuffer(): Promise<ArrayBuffer> } {
  const bytes = Uint8Array.from(atob(attached[path.replace(/^.*\//, "")] ?? ""), (letter) => letter.charCodeAt(0));
  return {
    json: async () => JSON.parse(new TextDecoder().decode(bytes)),
    arrayBuffer: async () => bytes.buffer
  };
}

/** Puts what a cell gives into its place. */
export function renderCell(cell: number, value: unknown): void {
  document.querySelector(`[data-cell="${cell}"]`)?.replaceChildren(value instanceof Node ? value : String(value ?? ""));
}

/** The site's other pages are not beside this one: what leads to them is text. */
function unlink(): void {
  const loosen = () => {
    for (const link of document.querySelectorAll('a[href^="./"]')) link.removeAttribute("href");
  };
  loosen();
  new MutationObserver(loosen).observe(document.body, { childList: true, subtree: true });
}
