import {readdirSync, utimesSync, watch} from "node:fs";
import {forgetModel} from "./fresh.js";
import {modelHash} from "./hash.js";
import {install} from "./install.js";
import {main, wordsOf} from "./main.js";
import {root} from "./paths.js";
import {prepare} from "./site.js";

/** @type {NodeJS.Timeout | undefined} */
let timer;
let shown = modelHash();
let work = Promise.resolve();

await main(async () => {
  await install();
  await prepare();
  forgetModel();
  const {tool} = await import("./run.js");
  for (const directory of ["lib", "assumptions", "data-loaders"]) watch(root + directory, {recursive: true}, soon);
  await tool("observable", ["preview", ...process.argv.slice(2)], {live: true});
});
process.exit();

/** A save fires several events: wait for the last. */
function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    work = work.then(show).catch((error) => console.error(wordsOf(error)));
  }, 300);
}

/**
 * Simulates a changed model once before touching the loaders: Framework then reruns all of a page's touched loaders at
 * once and shows the new numbers.
 */
async function show() {
  const hash = modelHash();
  if (hash === shown) return;
  const {makeTables} = await import("./simulate.js");
  await makeTables();
  if (hash !== modelHash()) return soon();
  shown = hash;
  const now = new Date();
  for (const name of loaders()) utimesSync(name, now, now);
}

function loaders() {
  const names = readdirSync(`${root}data-loaders`).filter((name) => name.endsWith(".ts"));
  return names.map((name) => `${root}data-loaders/${name}`);
}
