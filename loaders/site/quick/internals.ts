import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** Framework's own `require`, for the packages and modules that only it knows. */
const framework = createRequire(createRequire(import.meta.url).resolve("@observablehq/framework/package.json"));

/** A package as Framework gets it. */
export function requirePackage<T>(name: string): T {
  return framework(name) as T;
}

/** One of Framework's own modules. */
export async function importModule<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(framework.resolve(path)).href)) as T;
}
