import {build} from "esbuild";
import {readdirSync} from "node:fs";
import {building} from "./paths.js";

/**
 * Bundles each worker into one file: a browser would fetch its hundred modules one after another, although the page
 * already has them.
 */
export async function bundleWorkers() {
  const modules = `${building}/_import`;
  await build({
    entryPoints: readdirSync(modules, {recursive: true, encoding: "utf8"})
      .filter((name) => /worker\.\w+\.js$/.test(name))
      .map((name) => `${modules}/${name}`),
    outdir: modules,
    outbase: modules,
    allowOverwrite: true,
    bundle: true,
    minify: true,
    format: "esm",
    logLevel: "error"
  });
}
