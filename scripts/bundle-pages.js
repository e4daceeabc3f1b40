import {build, transform} from "esbuild";
import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {rollup} from "rollup";
import {building} from "./paths.js";
import {moduleOf} from "./prerender/index.js";

/** @typedef {Pick<import("rollup").OutputChunk, "fileName" | "facadeModuleId" | "imports">} Chunk */

/** Shows nothing until most of its modules have run, so it has its own bundles: four files instead of fifty. */
const ALONE = "sheet.html";

/**
 * Bundles the modules of pages into a few shared files: a browser took two seconds to fetch the Sheet page's 250
 * modules before it could run the first line.
 * @param {readonly string[]} pages
 */
export async function bundlePages(pages) {
  const boot = await bundleBoot();
  const joined = [
    await bundle([ALONE], boot),
    await bundle(
      pages.filter((page) => page !== ALONE),
      boot
    )
  ];
  for (const name of new Set(joined.flat())) rmSync(`${building}/${name}`);
}

/** Bundles the script that waits for a reader, common to all pages; returns its name. */
async function bundleBoot() {
  const {metafile} = await build({
    entryPoints: {boot: fileURLToPath(new URL("prerender/client/boot.ts", import.meta.url))},
    absWorkingDir: building,
    outdir: `${building}/_import`,
    entryNames: "[name].[hash]",
    bundle: true,
    minify: true,
    metafile: true,
    format: "esm",
    logLevel: "error"
  });
  return Object.keys(metafile.outputs)[0] ?? "";
}

/** Modules used by more than this share of the pages go into the two files that all pages load. */
const MOST = 0.6;

/** In bytes: smaller files are merged into others, although some pages then load code that they do not use. */
const SMALL = 60_000;

/**
 * Bundles pages; returns the bundled modules, relative to the site's root.
 * @param {readonly string[]} pages
 * @param {string} boot
 */
async function bundle(pages, boot) {
  const bundled = await rollup({
    input: Object.fromEntries(pages.map((page) => [page.replace(/\.html$/, ""), `${building}/${moduleOf(page)}`])),
    plugins: [absentApart, ownAddresses, smaller],
    // Modules that a page loads later may be exported from its file instead of making a second one.
    preserveEntrySignatures: "allow-extension",
    treeshake: {moduleSideEffects: (id) => !id.includes("/_node/")},
    onLog: () => undefined
  });
  const {output} = await bundled.write({
    dir: building,
    format: "es",
    entryFileNames: "_import/page/[name].[hash].js",
    chunkFileNames: "_import/shared/[name].[hash].js",
    manualChunks: pages.length > 1 ? sharedBy(MOST * pages.length) : {},
    onlyExplicitManualChunks: true,
    experimentalMinChunkSize: SMALL,
    hashCharacters: "hex"
  });
  const chunks = output.filter((one) => one.type === "chunk");
  for (const page of pages) {
    const html = readFileSync(`${building}/${page}`, "utf8");
    const early = page === ALONE ? withModel(html, readFileSync(`${building}/${moduleOf(page)}`, "utf8")) : html;
    writeFileSync(`${building}/${page}`, withBundles(early, page, chunks, boot));
  }
  return bundled.watchFiles.map((file) => relative(building, file));
}

/**
 * Puts modules used by many pages into two files: the charting libraries, and our own code.
 * @param {number} many
 * @returns {import("rollup").GetManualChunk}
 */
function sharedBy(many) {
  return (id, {getModuleInfo}) => {
    const usersOf = (/** @type {string} */ module, seen = new Set([module])) => {
      for (const importer of getModuleInfo(module)?.importers ?? [])
        if (!seen.has(importer)) usersOf(importer, seen.add(importer));
      return seen;
    };
    const pages = [...usersOf(id)].filter((module) => getModuleInfo(module)?.isEntry);
    if (pages.length < many) return undefined;
    return id.includes("/_node/") ? "charts" : "core";
  };
}

/**
 * Makes a page fetch the model's inputs while its modules are still loading.
 * @param {string} html
 * @param {string} code The page's module.
 */
export function withModel(html, code) {
  const [, path = ""] = /"path":"([^"]*\/published_model\.[^"]+)"/.exec(code) ?? [];
  return html.replace("</head>", () => `<link rel="preload" as="fetch" crossorigin href="${path}">\n</head>`);
}

/**
 * Adds to a page the script that waits for a reader, and the names of the files that it then loads.
 * @param {string} html
 * @param {string} page
 * @param {readonly Chunk[]} chunks
 * @param {string} boot
 */
export function withBundles(html, page, chunks, boot) {
  const entry = chunks.find(({facadeModuleId}) => facadeModuleId === `${building}/${moduleOf(page)}`)?.fileName ?? "";
  const up = "../".repeat(page.split("/").length - 1) || "./";
  const needed = closure([entry], chunks).map((name) => up + name);
  const data = `data-module="${up}${entry}" data-chunks="${needed.join(" ")}"`;
  return html.replace("</head>", () => `<script type="module" src="${up}${boot}" ${data}></script>\n</head>`);
}

/**
 * Files together with everything they import.
 * @param {readonly string[]} names
 * @param {readonly Chunk[]} chunks
 */
function closure(names, chunks) {
  const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
  const found = new Set(names);
  for (const name of found) for (const path of imports.get(name) ?? []) if (imports.has(path)) found.add(path);
  return [...found];
}

/**
 * Framework's library names others that are never fetched and do not exist.
 * @type {import("rollup").Plugin}
 */
const absentApart = {
  name: "absent apart",
  resolveId(source, importer) {
    const file = importer === undefined ? source : join(dirname(importer), source);
    return existsSync(file) ? null : {id: source, external: true};
  }
};

/**
 * Gives a bundled module that asks for its own address its original one.
 * @type {import("rollup").Plugin}
 */
const ownAddresses = {
  name: "own addresses",
  transform: (code, id) => ({code: withOwnAddress(withoutFunction(code, id), relative(building, id)), map: null})
};

/**
 * Apache Arrow creates a function from text for columns with missing values, which the page's policy forbids. Throws if
 * the place is not found.
 * @param {string} code
 * @param {string} id
 */
function withoutFunction(code, id) {
  if (!id.includes("/apache-arrow@")) return code;
  const made = /if\(!(\w+)\|\|\1\.length<=0\)(return function\(\w+\)\{return!0\});[^]*?,new Function\("x",`[^`]*`\)/;
  if (!made.test(code)) throw new Error("apache-arrow: the function created from text has moved");
  return code.replace(made, "if(!$1||$1.length<=0)$2;return x=>!$1.some(v=>v===x||v!==v&&x!==x)");
}

/** @type {import("rollup").Plugin} */
const smaller = {
  name: "smaller",
  renderChunk: async (code) => (await transform(code, {minify: true, target: "es2022"})).code
};

/**
 * @param {string} text
 * @param {string} path From the site's root.
 */
export function withOwnAddress(text, path) {
  const own = `import.meta.url.replace(/^(.*\\/)_(?:import|node)\\/.*$/, ${JSON.stringify(`$1${path}`)})`;
  return text
    .replaceAll(/\bimport\.meta\.url\b/g, () => own)
    .replaceAll(/\bimport\.meta\.resolve\(("[^"]+")\)/g, (_, name) => `new URL(${name}, ${own}).href`);
}
