import {readFileSync} from "node:fs";
import {build} from "esbuild";
import {expect, test} from "vitest";
import type {PublishedModel} from "../../lib/library/index.js";
import {dist, root} from "../../scripts/paths.js";
import {bitsOf} from "./bits-of.js";
import {newPage, useBrowser} from "./browser.js";

useBrowser({optimising: true});

test("a browser computes each cell of the reference scenario as Node does, to the bit", async () => {
  const published = JSON.parse(readFileSync(`${dist}/data/published_model.json`, "utf8")) as PublishedModel;
  const page = await newPage();
  await page.addScriptTag({content: await scriptOf(`${root}test/site/bits-of.ts`)});
  const found = await page.evaluate((model) => tested.bitsOf(model), published);
  const expected = bitsOf(published);
  expect(Object.keys(expected).length).toBeGreaterThan(1000);
  expect(Object.keys(expected).filter((column) => found[column] !== expected[column])).toEqual([]);
  await page.close();
});

/** The values that the script stores on its page. */
declare const tested: {bitsOf: typeof bitsOf};

/** Bundles a module with all its imports as a script that stores its exports in `tested`. */
async function scriptOf(module: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [module],
    bundle: true,
    format: "iife",
    globalName: "tested",
    write: false,
    logLevel: "error"
  });
  return outputFiles[0]!.text;
}
