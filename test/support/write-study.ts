import { join } from "node:path";
import { studyFolder } from "../../loaders/local.js";
import { writeHeadless } from "../../loaders/publish/headless.js";
import { writePublished } from "../../loaders/publish/write.js";

/** Run as a process of its own: `tsx write-study.ts <data> <out>`, so that zone and language of the machine can differ. */
const [data = "", out = ""] = process.argv.slice(2);
const study = await studyFolder(data);
await writePublished(study, join(out, "published"));
await writeHeadless(study, join(out, "headless")).finally(() => study.close());
