import { exportFile } from "../../loaders/run/export.js";

await exportFile("segments.arrow");
