import { bundleWorker } from "../../loaders/run/bundle.js";

process.stdout.write(await bundleWorker());
