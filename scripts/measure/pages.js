import {listed} from "../pages.js";

/**
 * The files of the named pages, or of all the site's own pages.
 * @param {readonly string[]} names
 */
export function pageNames(names) {
  const all = listed.map(({path}) => `${path === "/" ? "index" : path.slice(1)}.html`);
  const unknown = names.filter((name) => !all.includes(`${name}.html`));
  if (unknown.length > 0) throw new Error(`no such page: ${unknown.join(", ")}`);
  return names.length > 0 ? names.map((name) => `${name}.html`) : all;
}
