import { dirname } from "node:path/posix";
import { rollupClient as bundle } from "original:rollup";

export * from "original:rollup";

/** @type {Map<string, Promise<string>>} */
const bundled = new Map();

/**
 * For pages, whose two small scripts of the sidebar are bundled anew each time: once a folder is enough.
 *
 * @type {typeof bundle}
 */
export const rollupClient = (input, root, path, options) => {
  const key = JSON.stringify([input, root, dirname(path), options]);
  const known = bundled.get(key) ?? bundle(input, root, path, options);
  bundled.set(key, known);
  return known;
};
