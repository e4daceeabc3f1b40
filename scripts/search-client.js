import {buildSync} from "esbuild";
import {readdirSync, rmSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {building} from "./paths.js";

/**
 * Puts our search box in the place of Framework's, which shows titles alone. Gives both names, since pages name the
 * file.
 * @returns {[framework: string, ours: string]}
 */
export function writeSearch() {
  const {metafile} = buildSync({
    entryPoints: {search: fileURLToPath(new URL("search-box/index.ts", import.meta.url))},
    absWorkingDir: building,
    outdir: `${building}/_observablehq`,
    entryNames: "[name].[hash]",
    bundle: true,
    minify: true,
    metafile: true,
    format: "esm",
    target: "es2022",
    define: {INDEX: JSON.stringify(`./${fileLike(/^minisearch\.\w+\.json$/)}`)},
    logLevel: "error"
  });
  const framework = fileLike(/^search\.[0-9a-f]+\.js$/);
  rmSync(`${building}/_observablehq/${framework}`);
  return [framework, (Object.keys(metafile.outputs)[0] ?? "").replace(/^.*\//, "")];
}

/** @param {RegExp} pattern */
function fileLike(pattern) {
  const name = readdirSync(`${building}/_observablehq`).find((one) => pattern.test(one));
  if (name === undefined) throw new Error(`Framework wrote no file like ${pattern}`);
  return name;
}
