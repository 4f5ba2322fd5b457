/**
 * True where the browser lacks what computing on the visitor's own computer needs. Module workers can't be asked
 * for without starting one, which the page's policy would report; they came with `DecompressionStream` or before.
 */
export function findObstacle(): boolean {
  return [globalThis.WebAssembly, globalThis.Worker, globalThis.DecompressionStream].some((d) => d === undefined);
}
