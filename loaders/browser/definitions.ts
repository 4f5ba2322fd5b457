import texts from "segbook:definitions";
import { type Folder, holdFiles } from "../files/folder.js";

/** Built-in schemes, presets, templates and plays as they were bundled: every path is that of the file below `loaders/definitions`. */
export function bundledDefinitions(): Folder {
  return holdFiles("definitions", texts);
}
