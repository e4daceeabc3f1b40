import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {bundleStandalone} from "./elements.js";
import {building, frameworkCache, root} from "./paths.js";

/** Examples that run in place, and those that another program runs, of which pages show the text. */
const [running, shown] = [
  ["plain.html", "plain.js"],
  ["framework.md", "notebook-kit.html", "jupyter.py"]
];

/** Publishes the examples, with the elements in one file beside them. */
export async function publishExamples() {
  const folder = `${building}/examples`;
  mkdirSync(folder, {recursive: true});
  for (const name of running) cpSync(`${root}examples/${name}`, `${folder}/${name}`);
  for (const name of shown) cpSync(`${root}examples/${name}`, `${folder}/${name}.txt`);
  const assumptions = `${folder}/assumptions.js`;
  const model = readFileSync(`${frameworkCache}/data/published_model.json`, "utf8");
  writeFileSync(assumptions, `export const assumptions = ${JSON.stringify(model)};\n`);
  await bundleStandalone(`${folder}/token-factory.js`, assumptions);
  rmSync(assumptions);
}
