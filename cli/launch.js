import {existsSync} from "node:fs";
import module from "node:module";
import {pathToFileURL} from "node:url";
import {programHash} from "../scripts/hash.js";
import {root} from "../scripts/paths.js";
import {sources} from "./sources.js";

/**
 * Runs an entry point: as the npm package's bundle, as a bundle of the present sources, which is made when they have
 * changed, or, where no bundle can be made, from the sources.
 * @param {"main" | "worker"} entry
 */
export async function launch(entry) {
  // Node 22 and later keep what V8 has compiled.
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
