import {buildSync} from "esbuild";
import {readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {building} from "./paths.js";
import {writeIndexOfDrawn} from "./search-index.js";

/**
 * Replaces Framework's search box, which searches titles only, by ours, with an index of the pages' text as drawn.
 * @param {readonly string[]} pages
 */
export async function writeSearch(pages) {
  const index = await writeIndexOfDrawn(pages);
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
    define: {INDEX: JSON.stringify(`./${index}`)},
    logLevel: "error"
  });
  const framework = frameworksOwn();
  const ours = (Object.keys(metafile.outputs)[0] ?? "").replace(/^.*\//, "");
  rmSync(`${building}/_observablehq/${framework}`);
  for (const page of pages) {
    const html = readFileSync(`${building}/${page}`, "utf8");
    writeFileSync(`${building}/${page}`, html.replace(framework, ours));
  }
}

function frameworksOwn() {
  const name = readdirSync(`${building}/_observablehq`).find((one) => /^search\.[0-9a-f]+\.js$/.test(one));
  if (name === undefined) throw new Error("Framework wrote no search");
  return name;
}
