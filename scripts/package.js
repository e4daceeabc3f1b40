import {cpSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
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
  "./export": "lib/export/index"
};

/** What the library imports; the rest of the project's dependencies belong to the site. */
const needed = ["acorn", "apache-arrow", "csv-parse", "fflate", "hucre", "hyparquet-writer", "ml-matrix", "yaml"];

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
  for (const name of ["LICENSE", "CITATION.cff"]) cpSync(root + name, `${target}/${name}`);
  cpSync(`${source}/README.md`, `${target}/README.md`);
  writeFileSync(`${target}/package.json`, `${JSON.stringify(manifest(), null, 2)}\n`);
  const packed = await run("npm", ["pack", target, "--pack-destination", root, "--json"]);
  return `${root}${JSON.parse(packed)[0].filename}`;
}

/** The package's own package.json: the project's facts, and what of it the library needs. */
function manifest() {
  const {name, version, description, license, dependencies} = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
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
    exports: {...Object.fromEntries(paths), "./package.json": "./package.json"},
    dependencies: Object.fromEntries(needed.map((dependency) => [dependency, dependencies[dependency]]))
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = await step("package", buildPackage);
  console.log(file);
}
