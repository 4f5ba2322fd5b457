import { exportFile } from "../../loaders/run/export.js";

await exportFile("migration.arrow");
