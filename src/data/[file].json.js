import { exportFile } from "../../loaders/store/export.js";

await exportFile("json");
