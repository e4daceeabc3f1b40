import {fileURLToPath} from "node:url";

/** The project's root directory. */
export const root = fileURLToPath(new URL("../", import.meta.url));

/** Where Framework keeps what it has derived: loader output in `data`, bundled packages in `_node`. */
export const frameworkCache = `${root}src/.observablehq/cache`;

/** The built site. */
export const dist = `${root}dist`;

/**
 * Where a simulation of the model with this hash leaves its tables.
 * @param {string} modelHash
 */
export function publishedTables(modelHash) {
  return `${root}node_modules/.cache/token-factory/${modelHash}`;
}
