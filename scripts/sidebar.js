import {existsSync, readdirSync, readFileSync} from "node:fs";
import {root} from "./paths.js";

/** @typedef {{name: string, path: string}} Page */
/** @typedef {{name: string, open: boolean, collapsible: boolean, pages: Page[]}} Group */

/** Folders of src without pages. */
const notPages = ["components", "pages", "lib", "data", "styles", "vendor"];

/**
 * Pages beside the listed ones: those in a folder of src form a group with the folder's name, others go into "More".
 * @param {readonly Page[]} listed
 * @param {string} [src]
 * @returns {Group[]}
 */
export function otherPages(listed, src = `${root}src`) {
  const known = listed.map(({path}) => path);
  const here = pagesIn(src, "").filter(({path}) => !known.includes(path));
  const folders = readdirSync(src, {withFileTypes: true}).filter((entry) => entry.isDirectory() && isOpen(entry.name));
  const groups = folders.map(({name}) => group(titleOf(name), pagesIn(`${src}/${name}`, `/${name}`)));
  return [group("More", here), ...groups].filter(({pages}) => pages.length > 0);
}

/**
 * A group of pages in the sidebar.
 * @param {string} name
 * @param {Page[]} pages
 * @returns {Group}
 */
export function group(name, pages) {
  return {name, open: true, collapsible: false, pages};
}

/** @param {string} name */
function isOpen(name) {
  return !name.startsWith(".") && !notPages.includes(name);
}

/**
 * @param {string} folder
 * @param {string} path
 */
function pagesIn(folder, path) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md")) : [];
  return names.map((file) => {
    const name = file.replace(/\.md$/, "");
    const address = name === "index" ? path || "/" : `${path}/${name}`;
    return {name: headingIn(readFileSync(`${folder}/${file}`, "utf8")) ?? titleOf(name), path: address};
  });
}

/**
 * The title in a page's front matter or, failing that, its first heading.
 * @param {string} page
 */
function headingIn(page) {
  const [, title, heading] = /^---\n(?:.*\n)*?title: *(.+)\n|^# +(.+)$/m.exec(page) ?? [];
  return title?.replace(/^(["'])(.*)\1$/, "$2") ?? heading;
}

/** @param {string} name */
function titleOf(name) {
  const words = name.replace(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
