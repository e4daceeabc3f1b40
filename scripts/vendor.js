import {copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {root} from "./paths.js";

const from = `${root}node_modules/@duckdb/duckdb-wasm/dist`;
const framework = `${root}node_modules/@observablehq/framework/dist/client`;
const to = `${root}src/vendor`;

/**
 * Copies what no import brings: DuckDB's worker and WebAssembly (a worker imported by name would be bundled as a module,
 * which it is not), and the themed stylesheet of the inputs.
 */
export function vendor() {
  mkdirSync(to, {recursive: true});
  for (const name of ["duckdb-browser-eh.worker.js", "duckdb-eh.wasm"]) copy(name);
  const styles = readFileSync(`${framework}/stdlib/inputs.css`, "utf8");
  writeFileSync(`${to}/inputs.css`, styles.replaceAll("__ns__", "inputs-3a86ea"));
}

/** @param {string} name */
function copy(name) {
  const [source, target] = [`${from}/${name}`, `${to}/${name}`];
  if (!existsSync(target) || statSync(target).size !== statSync(source).size) copyFileSync(source, target);
}
