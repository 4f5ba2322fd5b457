#!/usr/bin/env node
import * as modules from "node:module";
import { pathToFileURL } from "node:url";
import { ENTRIES, ensureCompiled } from "./compile.js";

/* Starts a command, compiled: `node loaders/run.js <command> [its arguments]`. */
const [name = "", ...args] = process.argv.slice(2);
if (!Object.hasOwn(ENTRIES, name)) {
  process.stderr.write(`usage: node loaders/run.js ${Object.keys(ENTRIES).join("|")}\n`);
  process.exit(2);
}
if (process.env.SEGBOOK_DEBUG) process.setSourceMapsEnabled(true);
// Newer releases of Node keep what they compiled.
modules.enableCompileCache?.();
const file = await ensureCompiled(/** @type {keyof typeof ENTRIES} */ (name));
process.argv.splice(1, process.argv.length, file, ...args);
await import(pathToFileURL(file).href);
