import { loadCompiled } from "../../loaders/compile.js";

const { exportBundled } = await loadCompiled("bundle");
await exportBundled("sqlite.wasm");
