import {build} from "esbuild";
import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {building} from "./paths.js";
import {moduleOf} from "./prerender/index.js";

/** @typedef {import("esbuild").Metafile["outputs"]} Outputs */

/** Shows nothing before most of its modules have run, so that it has bundles of its own: four files, not fifty. */
const ALONE = "sheet.html";

/** Pages that are a program more than a text: they start without waiting for a reader. */
const AT_ONCE = [ALONE, "sql.html"];

/**
 * Joins the modules of pages to a few files that pages share: a browser fetched the Sheet page's 250 modules for two
 * seconds before it could run the first line.
 * @param {readonly string[]} pages
 */
export async function bundlePages(pages) {
  const boot = await bundleBoot();
  const joined = [await bundle([ALONE], boot), await bundle(pages.filter((page) => page !== ALONE), boot)];
  for (const name of new Set(joined.flat())) rmSync(`${building}/${name}`);
}

/** The script that waits for a reader, the same for all pages: gives its name. */
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

/**
 * Gives the modules that were joined, from the site's root.
 * @param {readonly string[]} pages
 * @param {string} boot
 */
async function bundle(pages, boot) {
  const {metafile} = await build({
    entryPoints: pages.map((page) => `${building}/${moduleOf(page)}`),
    absWorkingDir: building,
    outdir: building,
    outbase: building,
    entryNames: "_import/page/[dir]/[name].[hash]",
    chunkNames: "_import/shared/[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: "esm",
    plugins: [absentApart, ownAddresses],
    logLevel: "error"
  });
  for (const page of pages) {
    const html = readFileSync(`${building}/${page}`, "utf8");
    const early = page === ALONE ? withModel(html, readFileSync(`${building}/${moduleOf(page)}`, "utf8")) : html;
    writeFileSync(`${building}/${page}`, withBundles(early, page, metafile.outputs, boot));
  }
  return Object.keys(metafile.inputs);
}

/**
 * A page that fetches the model's inputs while its modules are still on their way.
 * @param {string} html
 * @param {string} code The page's module.
 */
export function withModel(html, code) {
  const [, path = ""] = /"path":"([^"]*\/published_model\.[^"]+)"/.exec(code) ?? [];
  return html.replace("</head>", () => `<link rel="preload" as="fetch" crossorigin href="${path}">\n</head>`);
}

/**
 * A page with the script that waits for a reader, and the names of what that loads then.
 * @param {string} html
 * @param {string} page
 * @param {Outputs} outputs
 * @param {string} boot
 */
export function withBundles(html, page, outputs, boot) {
  const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === moduleOf(page)) ?? "";
  const up = "../".repeat(page.split("/").length - 1) || "./";
  const chunks = closure([entry], outputs).map((name) => up + name);
  const start = AT_ONCE.includes(page) ? ' data-start="at once"' : "";
  const data = `data-module="${up}${entry}" data-chunks="${chunks.join(" ")}"${start}`;
  return html.replace("</head>", () => `<script type="module" src="${up}${boot}" ${data}></script>\n</head>`);
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

/** Framework's library names others, which are never fetched, and not there. */
const absentApart = {
  name: "absent apart",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onResolve({filter: /^\./}, ({path, resolveDir}) =>
      existsSync(join(resolveDir, path)) ? undefined : {path, external: true}
    );
  }
};

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
