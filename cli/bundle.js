import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {codeHash} from "../scripts/hash.js";
import {once} from "../scripts/once.js";
import {root} from "../scripts/paths.js";
import {sources} from "./sources.js";

/**
 * Packages with files beside their code, which a bundle would not find, and the site's library, which Node never loads.
 */
const apart = ["@duckdb/node-api", "highs", "jsdom", "observablehq:*"];

/** Bundles unused for this long, in ms, are removed. */
const shelfLife = 24 * 3600_000;

/**
 * Builds a bundle of the sources once, even for simultaneous requests, in a folder named after their hash. Returns
 * false if that is impossible: without esbuild, or if the folder is not writable.
 * @param {string} folder
 */
export async function makeBundle(folder) {
  const cache = dirname(folder);
  try {
    await import("esbuild");
    mkdirSync(cache, {recursive: true});
    await once(
      `${cache}/lock`,
      () => existsSync(folder),
      () => bundleInto(folder)
    );
    return true;
  } catch (error) {
    if (isImpossible(error)) return false;
    throw error;
  }
}

/** @param {unknown} error */
function isImpossible(error) {
  const {code} = /** @type {NodeJS.ErrnoException} */ (error);
  return code !== undefined && ["ERR_MODULE_NOT_FOUND", "EACCES", "EPERM", "EROFS"].includes(code);
}

/**
 * Writes beside the folder's place, then renames: a folder that exists is complete.
 * @param {string} folder
 */
async function bundleInto(folder) {
  removeOld(dirname(folder));
  await bundle(`${folder}.part`, {packages: "bundle", define: {PROJECT_ROOT: JSON.stringify(root)}});
  renameSync(`${folder}.part`, folder);
}

/** @param {string} cache */
function removeOld(cache) {
  for (const name of readdirSync(cache)) {
    const path = `${cache}/${name}`;
    const isOld = Date.now() - statSync(path).mtimeMs > shelfLife;
    if (!name.startsWith("lock") && (isOld || name.endsWith(".part"))) rmSync(path, {recursive: true, force: true});
  }
}

/**
 * Bundles the entry points, split so that a command loads only what it uses.
 * @param {string} folder
 * @param {Pick<import("esbuild").BuildOptions, "packages" | "define">} options
 */
export async function bundle(folder, {packages, define}) {
  const {build} = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(sources).map(([out, source]) => ({in: source, out})),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages,
    // The browser version includes its own Buffer, which is slow.
    alias: {"csv-parse/browser/esm/sync": "csv-parse/sync"},
    external: [...apart, ...withoutSite()],
    define: {...define, CODE_HASH: JSON.stringify(codeHash())},
    // Bundled CommonJS loads Node's modules with `require`.
    banner: {
      js: `import {createRequire as requireFrom} from "node:module";\nconst require = requireFrom(import.meta.url);`
    },
    logLevel: "silent"
  });
  writeFileSync(`${folder}/package.json`, JSON.stringify({type: "module"}));
}

/** The image of a sweep's workers lacks the site, and so makes no reports. */
function withoutSite() {
  return existsSync(`${root}src`) ? [] : ["../src/*"];
}
