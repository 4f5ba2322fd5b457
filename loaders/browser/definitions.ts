import texts from "segbook:definitions";
import { type Definitions, readDefinitions } from "../definitions/read.js";
import { holdFiles } from "../files/folder.js";

let read: Promise<Definitions> | undefined;

/** The built-in definitions as they were bundled, every path that of the file below `loaders/definitions`: read once a worker. */
export function readBundledDefinitions(): Promise<Definitions> {
  read ??= readDefinitions(holdFiles("definitions", texts));
  return read;
}
