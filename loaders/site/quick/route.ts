import { importModule } from "./internals.js";

type Route = (root: string, path: string, exts: string[]) => object | undefined;

const { route: find, ...others } = await importModule<{ route: Route; isParameterized: unknown; requote: unknown }>(
  "./dist/route.js"
);
const found = new Map<string, object | undefined>();

/** For a build, during which no source comes or goes: each path is looked up once. */
export const route: Route = (root, path, exts) => {
  const key = `${root}\n${path}\n${exts.join()}`;
  if (!found.has(key)) found.set(key, find(root, path, exts));
  return found.get(key);
};

export const { isParameterized, requote } = others;
