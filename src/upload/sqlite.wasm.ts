import { exportEngine } from "../../loaders/run/bundle.js";

await exportEngine("sqlite.wasm");
