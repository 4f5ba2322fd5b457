import { FileAttachment } from "observablehq:stdlib";
import { rowsOf } from "../charts/arrow.js";
import { group } from "../sections/group.js";
import { readPublished } from "../sections/published.js";
import { formats } from "../terms/format.js";
import type { Lang } from "../terms/lang.js";

/** The charts of a playbook's page, with the data that they draw. */
export async function renderGroupCharts(lang: Lang, scheme: string, id: string): Promise<HTMLElement> {
  const published = await readPublished({
    study: FileAttachment("../data/study.json").json(),
    definitions: FileAttachment("../data/definitions.json").json(),
    segments: FileAttachment("../data/segments.arrow").arrayBuffer().then(rowsOf),
    trend: FileAttachment("../data/trend.arrow").arrayBuffer().then(rowsOf)
  });
  return group(published, { scheme, group: id, f: formats(lang, published.study.currency) });
}
