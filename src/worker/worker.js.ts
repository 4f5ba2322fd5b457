import { bundleWorker } from "../../loaders/site/bundle.js";

process.stdout.write(await bundleWorker());
