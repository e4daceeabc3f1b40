import {utimesSync, watch} from "node:fs";
import {forgetModel} from "./fresh.js";
import {install} from "./install.js";
import {root} from "./paths.js";
import {prepare} from "./site.js";

await install();
await prepare();
forgetModel();
const [{tool}, {loaders}] = await Promise.all([import("./run.js"), import("./simulate.js")]);
let timer = setTimeout(() => {}, 0);
for (const directory of ["lib", "assumptions"]) watch(root + directory, {recursive: true}, soon);
await tool("observable", ["preview", ...process.argv.slice(2)], {live: true});
process.exit();

/** A save is several events: wait for the last. */
function soon() {
  clearTimeout(timer);
  timer = setTimeout(touchLoaders, 200);
}

/** Framework runs a loader again, and shows its numbers, when the loader's own date changes. */
function touchLoaders() {
  const now = new Date();
  for (const name of loaders()) utimesSync(`${root}data-loaders/${name}`, now, now);
}
