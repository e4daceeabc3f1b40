import {build} from "esbuild";
import {readdirSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {building, root} from "../paths.js";

const framework = `${root}node_modules/@observablehq/framework/dist/client`;

/** Replaces Framework's client by ours; returns its name, relative to the site's root. */
export async function writeClient() {
  const name = fileIn("client");
  await build({
    entryPoints: [fileURLToPath(new URL("client/index.ts", import.meta.url))],
    outfile: `${building}/${name}`,
    allowOverwrite: true,
    bundle: true,
    format: "esm",
    target: "es2022",
    plugins: [{name: "framework", setup: resolveFramework}],
    logLevel: "error"
  });
  return name;
}

/** @param {import("esbuild").PluginBuild} builder */
function resolveFramework(builder) {
  builder.onResolve({filter: /^framework:/}, ({path}) => ({path: `${framework}/${path.slice("framework:".length)}`}));
  builder.onResolve({filter: /^observablehq:/}, ({path}) => ({
    path: `./${fileIn(path.slice("observablehq:".length)).replace(/^.*\//, "")}`,
    external: true
  }));
}

/**
 * The name of one of Framework's files, which contains a hash.
 * @param {string} name
 */
function fileIn(name) {
  const file = readdirSync(`${building}/_observablehq`).find((one) => new RegExp(`^${name}\\.\\w+\\.js$`).test(one));
  if (file === undefined) throw new Error(`Framework wrote no ${name}.js`);
  return `_observablehq/${file}`;
}
