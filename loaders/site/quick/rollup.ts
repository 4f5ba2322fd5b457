import { dirname } from "node:path/posix";
import { importModule } from "./internals.js";

type Bundle = (input: string, root: string, path: string, options?: object) => Promise<string>;

const { rollupClient: bundle } = await importModule<{ rollupClient: Bundle }>("./dist/rollup.js");
const bundled = new Map<string, Promise<string>>();

/** For pages, whose two small scripts of the sidebar are bundled anew each time: once a folder is enough. */
export const rollupClient: Bundle = (input, root, path, options) => {
  const key = `${input}\n${root}\n${dirname(path)}`;
  const known = bundled.get(key) ?? bundle(input, root, path, options);
  bundled.set(key, known);
  return known;
};
