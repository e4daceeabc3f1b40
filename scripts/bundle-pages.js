import {build} from "esbuild";
import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, relative} from "node:path";
import {building} from "./paths.js";

/** @typedef {import("esbuild").Metafile["outputs"]} Outputs */

/** Shows nothing before most of its modules have run, so that it has bundles of its own: four files, not fifty. */
const ALONE = "sheet.html";

/**
 * Joins the modules of pages to a few files that pages share: a browser fetched the Sheet page's 250 modules for two
 * seconds before it could run the first line.
 */
export async function bundlePages() {
  const pages = readdirSync(building, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".html"));
  const joined = [await bundle([ALONE]), await bundle(pages.filter((page) => page !== ALONE))];
  for (const name of new Set(joined.flat())) rmSync(`${building}/${name}`);
}

/**
 * Gives the modules that were joined, from the site's root.
 * @param {readonly string[]} pages
 */
async function bundle(pages) {
  const html = new Map(pages.map((page) => [page, readFileSync(`${building}/${page}`, "utf8")]));
  const {metafile} = await build({
    entryPoints: [...new Set([...html.values()].flatMap(modulesIn))].map((name) => `${building}/${name}`),
    absWorkingDir: building,
    outdir: building,
    outbase: building,
    entryNames: "[dir]/[name].[hash]",
    chunkNames: "_import/shared/[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: "esm",
    plugins: [frameworkApart, ownAddresses],
    logLevel: "error"
  });
  for (const name of Object.keys(metafile.outputs)) placeFramework(name);
  for (const [page, text] of html) {
    const early = pages.includes(ALONE) ? withModel(text) : text;
    writeFileSync(`${building}/${page}`, withBundles(early, metafile.outputs));
  }
  return Object.keys(metafile.inputs);
}

/**
 * A page that fetches the model's inputs while its modules are still on their way.
 * @param {string} html
 */
export function withModel(html) {
  const [, path = ""] = /"path":"([^"]*\/published_model\.[^"]+)"/.exec(html) ?? [];
  return html.replace("</head>", () => `<link rel="preload" as="fetch" crossorigin href="${path}">\n</head>`);
}

const MODULE = '\\.\\/(_(?:import|node)\\/[^"]+\\.js)';

/**
 * The modules that a page imports, from the site's root.
 * @param {string} html
 */
export function modulesIn(html) {
  const imports = new RegExp(`(?:\\bimport\\(|\\bfrom |\\bsrc=)"${MODULE}"`, "g");
  return Array.from(html.matchAll(imports), ([, name = ""]) => name);
}

/**
 * A page that imports the bundles in place of the modules that they are made of, and preloads what those need.
 * @param {string} html
 * @param {Outputs} outputs
 */
export function withBundles(html, outputs) {
  const bundles = new Map(Object.entries(outputs).map(([output, {entryPoint = ""}]) => [entryPoint, output]));
  const needed = closure(
    modulesIn(html).map((name) => bundles.get(name) ?? name),
    outputs
  );
  const links = needed.map((name) => `<link rel="modulepreload" href="./${name}">\n`).join("");
  return html
    .replaceAll(new RegExp(`<link rel="modulepreload" href="${MODULE}">\n`, "g"), "")
    .replaceAll(new RegExp(`"${MODULE}"`, "g"), (_, name) => `"./${bundles.get(name) ?? name}"`)
    .replace("</head>", () => `${links}</head>`);
}

/**
 * Some files with all that they import.
 * @param {readonly string[]} names
 * @param {Outputs} outputs
 */
function closure(names, outputs) {
  const found = new Set(names);
  for (const name of found)
    for (const {path, kind} of outputs[name]?.imports ?? [])
      if (kind === "import-statement" && path in outputs) found.add(path);
  return [...found];
}

const FRAMEWORK = "framework:";

/** Framework's own modules stay as they are: every page has them, and they know each other by address. */
const frameworkApart = {
  name: "framework apart",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onResolve({filter: /\/_observablehq\//}, ({path}) => ({
      path: path.replace(/^.*?(?=_observablehq\/)/, FRAMEWORK),
      external: true
    }));
  }
};

/**
 * Where a bundle lies is known when it is written: then it is told where Framework's modules are.
 * @param {string} name
 */
function placeFramework(name) {
  const file = `${building}/${name}`;
  const root = relative(dirname(name), "") || ".";
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(`"${FRAMEWORK}`, `"${root}/`));
}

/** A module that asks for its own address gets that which it had, wherever its code is now. */
const ownAddresses = {
  name: "own addresses",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onLoad({filter: /\.js$/}, ({path}) => {
      const contents = withOwnAddress(readFileSync(path, "utf8"), relative(building, path));
      return {contents, loader: "js"};
    });
  }
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
