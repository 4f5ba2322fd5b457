import { exportEngine } from "../../loaders/site/bundle.js";

await exportEngine("duckdb.wasm");
