import {readFileSync, writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {pathToFileURL} from "node:url";
import {building} from "../paths.js";
import {openDocument} from "./browser-globals.js";
import {serialised} from "./serialise.js";

/** Runs the cells of one page and writes the page with their output: `draw-page.js PAGE MODULE CLIENT TO`. */
const [, , page = "", module = "", client = "", to = ""] = process.argv;
const {window, requests} = openDocument(readFileSync(`${building}/${page}`, "utf8"), page);
await run();
writeFileSync(to, serialised(window, page));
process.exit(0);

async function run() {
  await import(pathToFileURL(`${building}/${module}`).href);
  const {begin, settled} = await import(pathToFileURL(`${building}/${client}`).href);
  begin();
  // A cell that needs another thread waits for ever; the page is then drawn without it.
  const errors = await Promise.race([settled(), quiet(2000)]);
  if (errors && errors.length > 0) throw errors[0];
  await quiet(150);
}

/**
 * Waits until nothing has been fetched or changed for this many milliseconds.
 * @param {number} time
 */
async function quiet(time) {
  let changes = 0;
  new window.MutationObserver(() => ++changes).observe(window.document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true
  });
  for (let still = 0, seen = -1; still * 50 < time;) {
    await sleep(50);
    still = requests.underWay === 0 && changes === seen ? still + 1 : 0;
    seen = changes;
  }
}
