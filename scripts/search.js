import {existsSync, readFileSync} from "node:fs";
import {frameworkCache} from "./paths.js";

/** @typedef {{path: string, title: string, text: string, keywords: string}} Found */

/**
 * What the search finds besides pages: published tables, with their columns, and language models, which open the page
 * on their serving cost. Empty if no tables exist yet.
 * @param {string} [data] Folder of the published files.
 * @returns {AsyncGenerator<Found>}
 */
export async function* searched(data = `${frameworkCache}/data`) {
  if (!existsSync(`${data}/catalog.json`)) return;
  for (const table of read(`${data}/catalog.json`)) yield tableFound(table);
  const {keys, columns} = read(`${data}/published_model.json`).inputs.chain.language_model;
  for (const [i, key] of keys.entries()) yield modelFound(key, columns.name.values[i], columns.developer.values[i]);
}

/** @param {string} path */
function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * @param {{name: string, description: string, columns: {name: string, description: string}[]}} table
 * @returns {Found}
 */
function tableFound({name, description, columns}) {
  const words = columns.map((column) => `${column.name.replaceAll("_", " ")} ${column.description}`);
  return {
    path: `/tables/${name}`,
    title: `Table ${name}`,
    text: [description, ...words].join(" "),
    keywords: `${name} ${name.replaceAll("_", " ")}`
  };
}

/**
 * @param {string} key
 * @param {string} name
 * @param {string} developer
 * @returns {Found}
 */
function modelFound(key, name, developer) {
  // Framework adds ".html" to addresses that do not end with it.
  const title = `${name}: cost of serving it`;
  return {
    path: `/inference.html?model=${encodeURIComponent(key)}&from=search.html`,
    title,
    text: developer,
    keywords: key
  };
}
