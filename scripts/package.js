import {cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {bundle} from "../cli/bundle.js";
import {root} from "./paths.js";
import {run, tool} from "./run.js";
import {step} from "./step.js";

const source = `${root}lib/library/package`;
const target = `${root}node_modules/.cache/package`;

/** Where a package's subpath begins. */
const entries = {
  ".": "lib/library/package/index",
  "./sheet": "lib/sheet/index",
  "./model": "lib/model/index",
  "./finance": "lib/finance/index",
  "./uncertainty": "lib/uncertainty/index",
  "./export": "lib/export/index",
  "./observable": "components/observable/observable",
  "./standalone": "components/observable/standalone"
};

/** Files that nobody imports by types. */
const plain = {
  "./widget": "./components/observable/widget.js",
  "./observable.css": "./components/observable/observable.css"
};

/** The sheet for notebooks. */
const elements = "components/observable";

/** What the library imports, then what the command line adds; other dependencies of the project belong to the site. */
const needed = [
  ...["acorn", "apache-arrow", "csv-parse", "d3-array", "fflate", "hucre", "hyparquet-writer", "ml-matrix", "yaml"],
  ...["@observablehq/plot", "@pydantic/genai-prices", "commander", "d3", "d3-sankey", "highs", "htl", "hyparquet"]
];

/** Large packages for a few commands, which say so when they are missing: `merge`, `query` and `sweep`; `report`. */
const optional = ["@duckdb/node-api", "jsdom"];

/** Files that the package copies unchanged. */
const copied = [
  ...["LICENSE", "CITATION.cff", "assumptions", "sweeps"],
  ...["cli/bin.js", "cli/launch.js", "cli/sources.js", "cli/sweep/worker-bin.js", "scripts/hash.js", "scripts/paths.js"]
];

/** Builds the npm package and packs it: the path of the tarball. */
export async function buildPackage() {
  rmSync(target, {recursive: true, force: true});
  await tool("tsc", ["-p", `${source}/tsconfig.json`]);
  const assumptions = await run(process.execPath, ["--import", "tsx", "data-loaders/published_model.json.ts"]);
  writeFileSync(
    `${target}/lib/library/package/assumptions.js`,
    `export const assumptions = ${JSON.stringify(assumptions)};\n`
  );
  cpSync(`${source}/assumptions.d.ts`, `${target}/lib/library/package/assumptions.d.ts`);
  await bundle(`${target}/program`, {packages: "external"});
  await bundleElements();
  for (const name of copied) cpSync(root + name, `${target}/${name}`, {recursive: true});
  cpSync(`${source}/README.md`, `${target}/README.md`);
  writeFileSync(`${target}/package.json`, `${JSON.stringify(manifest(), null, 2)}\n`);
  const packed = await run("npm", ["pack", target, "--pack-destination", root, "--json"]);
  return `${root}${JSON.parse(packed)[0].filename}`;
}

/**
 * The elements for notebooks on the library's own modules, so that nothing stands twice; the same with all that they
 * need in one file, for a page without a bundler, and as a widget; and their styles as a file.
 */
async function bundleElements() {
  const css = await styles();
  mkdirSync(`${target}/${elements}`, {recursive: true});
  writeFileSync(`${target}/${elements}/observable.css`, css);
  await bundleElement("package", "observable", {packages: "external", plugins: [stylesAs(css), fromLibrary]});
  for (const name of ["standalone", "widget"])
    await bundleElement(name, name, {minify: true, plugins: [stylesAs(css), withAssumptions, withoutFunction]});
  for (const name of ["observable", "standalone"])
    cpSync(`${root}src/${elements}/${name}.d.ts`, `${target}/${elements}/${name}.d.ts`);
}

/**
 * @param {string} from
 * @param {string} to
 * @param {import("esbuild").BuildOptions} options
 */
async function bundleElement(from, to, options) {
  await build({
    entryPoints: [`${root}src/${elements}/${from}.ts`],
    outfile: `${target}/${elements}/${to}.js`,
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
    ...options
  });
}

/** The styles of all elements as one text. */
async function styles() {
  const css = `${root}src/styles/observable.css`;
  const {outputFiles} = await build({entryPoints: [css], bundle: true, write: false});
  return outputFiles[0]?.text ?? "";
}

/**
 * @param {string} css
 * @returns {import("esbuild").Plugin}
 */
function stylesAs(css) {
  return {
    name: "styles",
    setup: (build) => build.onLoad({filter: /\/observable\.css$/}, () => ({contents: css, loader: "text"}))
  };
}

/**
 * A module of lib that the library has stays where it is in the package.
 * @type {import("esbuild").Plugin}
 */
const fromLibrary = {
  name: "library",
  setup: (build) =>
    build.onResolve({filter: /^\./}, ({path, resolveDir}) => {
      const file = resolve(resolveDir, path);
      const real = `${realpathSync(dirname(file))}${file.slice(dirname(file).length)}`;
      const name = real.slice(root.length);
      return existsSync(`${target}/${name}`) ? {path: `../../${name}`, external: true} : undefined;
    })
};

/**
 * The assumptions are written when the package is.
 * @type {import("esbuild").Plugin}
 */
const withAssumptions = {
  name: "assumptions",
  setup: (build) =>
    build.onResolve({filter: /\/assumptions\.js$/}, () => ({path: `${target}/lib/library/package/assumptions.js`}))
};

/**
 * Apache Arrow makes a function of a text where a column has missing values: a strict page's policy forbids that.
 * @type {import("esbuild").Plugin}
 */
const withoutFunction = {
  name: "without function",
  setup: (build) =>
    build.onLoad({filter: /apache-arrow\/builder\/valid\.mjs$/}, () => ({
      contents: "export const createIsValidFunction = (nulls) => (x) => !nulls?.some((one) => Object.is(one, x));"
    }))
};

/** The package's own package.json: the project's facts, and the dependencies of library and command line. */
function manifest() {
  const {name, version, description, license, engines, bin, dependencies} = JSON.parse(
    readFileSync(`${root}package.json`, "utf8")
  );
  const paths = Object.entries(entries).map(([path, file]) => [
    path,
    {types: `./${file}.d.ts`, default: `./${file}.js`}
  ]);
  return {
    name,
    version,
    description,
    license,
    type: "module",
    sideEffects: false,
    engines,
    bin,
    exports: {...Object.fromEntries(paths), ...plain, "./package.json": "./package.json"},
    dependencies: versions(dependencies, needed),
    peerDependencies: versions(dependencies, optional),
    peerDependenciesMeta: Object.fromEntries(optional.map((name) => [name, {optional: true}]))
  };
}

/**
 * @param {Record<string, string>} dependencies
 * @param {readonly string[]} names
 */
function versions(dependencies, names) {
  return Object.fromEntries(names.map((name) => [name, dependencies[name]]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = await step("package", buildPackage);
  console.log(file);
}
