import { writeStored } from "../../loaders/store/export.js";

await writeStored("arrow");
