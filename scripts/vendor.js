import {copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {root} from "./paths.js";

const modules = `${root}node_modules`;
const to = `${root}src/vendor`;

/**
 * Copies files that no import covers: DuckDB's worker and WebAssembly (a worker imported by name would be bundled as a
 * module, which it is not), HiGHS and its WebAssembly (which our worker imports on demand), and the styles of
 * Observable's inputs.
 */
export function vendor() {
  mkdirSync(to, {recursive: true});
  copy("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm", "duckdb-eh.wasm");
  join("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js", "duckdb-browser-eh.worker.js");
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

/**
 * Joins our prelude and DuckDB's worker into one script.
 * @param {string} from
 * @param {string} name
 */
function join(from, name) {
  const text = readFileSync(`${root}scripts/duckdb-prelude.js`, "utf8") + readFileSync(`${modules}/${from}`, "utf8");
  const target = `${to}/${name}`;
  if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeFileSync(target, text);
}
