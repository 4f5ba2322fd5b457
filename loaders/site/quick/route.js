import { route as find } from "original:route";

export * from "original:route";

/** @type {Map<string, ReturnType<typeof find>>} */
const found = new Map();

/**
 * For a build, during which no source comes or goes: each path is looked up once.
 *
 * @type {typeof find}
 */
export const route = (root, path, exts) => {
  const key = `${root}\n${path}\n${exts.join()}`;
  if (!found.has(key)) found.set(key, find(root, path, exts));
  return found.get(key);
};
