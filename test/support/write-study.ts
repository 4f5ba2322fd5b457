import { join } from "node:path";
import { writeHeadless } from "../../loaders/store/headless.js";
import { studyFolder } from "../../loaders/store/local.js";
import { writePublished } from "../../loaders/store/write.js";

/** Run as a process of its own: `tsx write-study.ts <data> <out>`, so that zone and language of the machine can differ. */
const [data = "", out = ""] = process.argv.slice(2);
const study = await studyFolder(data);
await writePublished(study, join(out, "published"));
await writeHeadless(study, join(out, "headless")).finally(() => study.close());
