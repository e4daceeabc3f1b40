import {cpSync, existsSync, mkdirSync, realpathSync, writeFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {build} from "esbuild";
import {root} from "./paths.js";

const elements = "components/observable";

/**
 * Writes the notebook elements into the package's folder: built on the library's own modules, so that nothing is
 * duplicated; as one self-contained file for pages without a bundler, and as a widget; and their styles as a file.
 * @param {string} target
 */
export async function bundleElements(target) {
  const folder = `${target}/${elements}`;
  const css = await styles();
  mkdirSync(folder, {recursive: true});
  writeFileSync(`${folder}/observable.css`, css);
  await bundle("package", `${folder}/observable.js`, {
    packages: "external",
    plugins: [stylesAs(css), fromLibrary(target)]
  });
  const assumptions = `${target}/lib/library/package/assumptions.js`;
  await bundleWhole("whole", `${folder}/standalone.js`, assumptions, css);
  await bundleWhole("anywidget", `${folder}/widget.js`, assumptions, css);
  for (const name of ["observable", "standalone", "widget"])
    cpSync(`${root}src/${elements}/${name}.d.ts`, `${folder}/${name}.d.ts`);
}

/**
 * Bundles the elements with everything they need into one file.
 * @param {string} file
 * @param {string} assumptions The module of the published assumptions.
 */
export async function bundleStandalone(file, assumptions) {
  await bundleWhole("whole", file, assumptions, await styles());
}

/**
 * @param {string} name
 * @param {string} file
 * @param {string} assumptions
 * @param {string} css
 */
async function bundleWhole(name, file, assumptions, css) {
  await bundle(name, file, {minify: true, plugins: [stylesAs(css), withAssumptions(assumptions), withoutFunction]});
}

/**
 * @param {string} name
 * @param {string} outfile
 * @param {import("esbuild").BuildOptions} options
 */
async function bundle(name, outfile, options) {
  await build({
    entryPoints: [`${root}src/${elements}/${name}.ts`],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
    ...options
  });
}

/** The styles of all elements in one text. */
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
 * Leaves modules of lib that the library already contains where they are in the package.
 * @param {string} target
 * @returns {import("esbuild").Plugin}
 */
function fromLibrary(target) {
  return {
    name: "library",
    setup: (build) =>
      build.onResolve({filter: /^\./}, ({path, resolveDir}) => {
        const file = resolve(resolveDir, path);
        const real = `${realpathSync(dirname(file))}${file.slice(dirname(file).length)}`;
        const name = real.slice(root.length);
        return existsSync(`${target}/${name}`) ? {path: `../../${name}`, external: true} : undefined;
      })
  };
}

/**
 * Substitutes the assumptions, which are written when the package is built.
 * @param {string} file
 * @returns {import("esbuild").Plugin}
 */
function withAssumptions(file) {
  return {
    name: "assumptions",
    setup: (build) => build.onResolve({filter: /\/assumptions\.js$/}, () => ({path: file}))
  };
}

/**
 * Apache Arrow creates a function from text for columns with missing values, which a strict page's policy forbids.
 * @type {import("esbuild").Plugin}
 */
const withoutFunction = {
  name: "without function",
  setup: (build) =>
    build.onLoad({filter: /apache-arrow\/builder\/valid\.mjs$/}, () => ({
      contents: "export const createIsValidFunction = (nulls) => (x) => !nulls?.some((one) => Object.is(one, x));"
    }))
};
