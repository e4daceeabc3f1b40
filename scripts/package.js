import {cpSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {bundle} from "../cli/bundle.js";
import {commit} from "./commit.js";
import {bundleElements} from "./elements.js";
import {root} from "./paths.js";
import {releaseIn} from "./release/changelog.js";
import {filledCitation} from "./release/citation.js";
import {run} from "./run.js";
import {step} from "./step.js";
import {tsc} from "./tsc.js";

const source = `${root}lib/library/package`;
const target = `${root}node_modules/.cache/package`;

/** Source of each of the package's subpaths. */
const entries = {
  ".": "lib/library/package/index",
  "./sheet": "lib/sheet/index",
  "./model": "lib/model/index",
  "./finance": "lib/finance/index",
  "./uncertainty": "lib/uncertainty/index",
  "./export": "lib/export/index",
  "./observable": "components/observable/observable",
  "./standalone": "components/observable/standalone",
  "./widget": "components/observable/widget"
};

/** The elements' styles, for pages that adapt them. */
const styles = "./observable.css";

/** Dependencies of the library, then of the command line; the project's others belong to the site. */
const needed = [
  ...["acorn", "apache-arrow", "csv-parse", "d3-array", "fflate", "hucre", "hyparquet-writer", "ml-matrix", "yaml"],
  ...["@observablehq/plot", "@pydantic/genai-prices", "commander", "d3", "d3-sankey", "highs", "htl", "hyparquet"]
];

/** Large packages for a few commands, which report it when they are missing: `merge`, `query` and `sweep`; `report`. */
const optional = ["@duckdb/node-api", "jsdom"];

/** Files that the package copies unchanged. */
const copied = [
  ...["LICENSE", "assumptions", "sweeps"],
  ...["cli/bin.js", "cli/launch.js", "cli/sources.js", "cli/sweep/worker-bin.js", "scripts/hash.js", "scripts/paths.js"]
];

/** Builds and packs the npm package; returns the path of the tarball. */
export async function buildPackage() {
  rmSync(target, {recursive: true, force: true});
  await tsc(["-p", `${source}/tsconfig.json`]);
  const assumptions = await run(process.execPath, ["--import", "tsx", "data-loaders/published_model.json.ts"]);
  writeFileSync(
    `${target}/lib/library/package/assumptions.js`,
    `export const assumptions = ${JSON.stringify(assumptions)};\n`
  );
  cpSync(`${source}/assumptions.d.ts`, `${target}/lib/library/package/assumptions.d.ts`);
  await bundle(`${target}/program`, {packages: "external"});
  await bundleElements(target);
  for (const name of copied) cpSync(root + name, `${target}/${name}`, {recursive: true});
  const {date, released} = releaseIn(readFileSync(`${root}CHANGELOG.md`, "utf8"));
  const citation = filledCitation(readFileSync(`${root}CITATION.cff`, "utf8"), {
    date: released ? date : "",
    commit: commit()
  });
  writeFileSync(`${target}/CITATION.cff`, citation);
  cpSync(`${source}/README.md`, `${target}/README.md`);
  writeFileSync(`${target}/package.json`, `${JSON.stringify(manifest(), null, 2)}\n`);
  const packed = await run("npm", ["pack", target, "--pack-destination", root, "--json"]);
  return `${root}${JSON.parse(packed)[0].filename}`;
}

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
    // npm's own field for the commit.
    ...(commit() !== "" && {gitHead: commit()}),
    description,
    license,
    type: "module",
    sideEffects: false,
    engines,
    bin,
    exports: {
      ...Object.fromEntries(paths),
      [styles]: "./components/observable/observable.css",
      "./package.json": "./package.json"
    },
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
