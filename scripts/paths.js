import {fileURLToPath} from "node:url";

/** The root folder of the project or, in a bundle of the npm package, of the package. */
export const root = typeof PROJECT_ROOT === "string" ? PROJECT_ROOT : fileURLToPath(new URL("../", import.meta.url));

/** Where Framework keeps what it has derived: loader output in `data`, bundled packages in `_node`. */
export const frameworkCache = `${root}src/.observablehq/cache`;

/** The built site. */
export const dist = `${root}dist`;

/** The site while it is built, beside its place; Framework's configuration names it as well. */
export const building = `${root}dist.new`;

/** Where simulations leave their tables, each in a folder of its own. */
export const simulations = `${root}node_modules/.cache/token-factory`;

/**
 * Where a simulation of the model with this hash leaves its tables.
 * @param {string} modelHash
 */
export function publishedTables(modelHash) {
  return `${simulations}/${modelHash}`;
}
