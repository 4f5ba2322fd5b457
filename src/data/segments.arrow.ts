import { exportFile } from "../../loaders/store/export.js";

await exportFile("segments.arrow");
