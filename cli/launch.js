import {existsSync} from "node:fs";
import module from "node:module";
import {pathToFileURL} from "node:url";
import {programHash} from "../scripts/hash.js";
import {root} from "../scripts/paths.js";
import {sources} from "./sources.js";

/**
 * Runs an entry point: from the npm package's bundle; from a bundle of the present sources, rebuilt when they change;
 * or, if no bundle can be built, from the sources.
 * @param {"main" | "worker"} entry
 */
export async function launch(entry) {
  // Node 22 and later can cache V8's compiled code.
  /** @type {{enableCompileCache?: () => void}} */ (module).enableCompileCache?.();
  const folder = packaged() ?? (await ofSources());
  if (folder !== undefined) return void (await import(pathToFileURL(`${folder}/${entry}.js`).href));
  const {register} = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(root + sources[entry]).href);
}

function packaged() {
  const folder = `${root}program`;
  return existsSync(folder) ? folder : undefined;
}

async function ofSources() {
  const folder = `${root}node_modules/.cache/token-factory-cli/${programHash()}`;
  if (existsSync(folder)) return folder;
  const {makeBundle} = await import("./bundle.js");
  return (await makeBundle(folder)) ? folder : undefined;
}
