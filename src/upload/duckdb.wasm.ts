import { exportEngine } from "../../loaders/run/bundle.js";

await exportEngine("duckdb.wasm");
