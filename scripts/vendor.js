import {copyFileSync, existsSync, mkdirSync, statSync} from "node:fs";
import {root} from "./paths.js";

const modules = `${root}node_modules`;
const to = `${root}src/vendor`;

/**
 * Copies what no import brings: DuckDB's worker and WebAssembly (a worker imported by name would be bundled as a
 * module, which it is not), HiGHS and its WebAssembly (which a worker of ours imports on demand), and the style of
 * Observable's inputs.
 */
export function vendor() {
  mkdirSync(to, {recursive: true});
  for (const name of ["duckdb-browser-eh.worker.js", "duckdb-eh.wasm"]) copy(`@duckdb/duckdb-wasm/dist/${name}`, name);
  copy("highs/build/highs.mjs", "highs.js");
  copy("highs/build/highs.wasm", "highs.wasm");
  copy("@observablehq/inputs/dist/index.css", "inputs.css");
}

/**
 * @param {string} from
 * @param {string} name
 */
function copy(from, name) {
  const source = `${modules}/${from}`;
  const target = `${to}/${name}`;
  if (!existsSync(target) || statSync(target).size !== statSync(source).size) copyFileSync(source, target);
}
