import { loadCompiled } from "../../loaders/compile.js";

const { writeBundled } = await loadCompiled("bundle");
await writeBundled("duckdb.wasm");
