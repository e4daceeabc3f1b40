import {fileURLToPath} from "node:url";

/** The root folder of the project or, in a bundle of the npm package, of the package. */
export const root = typeof PROJECT_ROOT === "string" ? PROJECT_ROOT : fileURLToPath(new URL("../", import.meta.url));

/** Framework's cache: loader output in `data`, bundled packages in `_node`. */
export const frameworkCache = `${root}src/.observablehq/cache`;

/** The built site. */
export const dist = `${root}dist`;

/** The site under construction, beside its final place; Framework's configuration names it as well. */
export const building = `${root}dist.new`;

/** Where simulations leave their tables, each in its own folder. */
export const simulations = `${root}node_modules/.cache/token-factory`;

/**
 * Where a simulation of the model with this hash leaves its tables.
 * @param {string} modelHash
 */
export function publishedTables(modelHash) {
  return `${simulations}/${modelHash}`;
}
