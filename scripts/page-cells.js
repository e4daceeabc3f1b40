import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parseExpressionAt} from "acorn";
import {listed} from "./pages.js";
import {root} from "./paths.js";

/** Where the pages' cells stand as TypeScript; tsconfig.json's rootDirs lets them import as from src. */
const folder = `${root}src/.observablehq/cells`;

/**
 * What Framework gives every cell. `await` and `Generators.input` stand for the waiting that Framework does between
 * cells.
 */
const header = `import {FileAttachment, Generators, resize, visibility} from "observablehq:stdlib";
declare function display<T>(value: T): T;
void [FileAttachment, Generators, resize, visibility, display];
`;

/**
 * Writes the cells of every page of the site's own as a module, so that the compiler checks them as it checks other
 * code. Pages that others add may be as Framework takes them.
 */
export function writeCells() {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  for (const name of pageNames())
    writeFileSync(`${folder}/${name}.ts`, moduleOf(readFileSync(`${root}src/${name}.md`, "utf8")));
}

/** The names of the site's own pages. */
export function pageNames() {
  return listed.map(({path}) => (path === "/" ? "index" : path.slice(1)));
}

/**
 * A page's code: its fences, of which those that are only shown are text, and each expression in its text, on the lines
 * where they stand.
 * @param {string} markdown
 */
export function cellsOf(markdown) {
  let language = "";
  return markdown.split("\n").map((line) => {
    const fence = /^```(\w*)(.*)/.exec(line);
    if (!fence) return {language, code: language === "" ? expressionsIn(line) : [line]};
    const shown = fence[2]?.includes("run=false");
    language = language === "" ? (!shown && fence[1]) || "text" : "";
    return {language: "fence", code: []};
  });
}

/** @param {string} markdown */
function moduleOf(markdown) {
  const lines = cellsOf(markdown).map(({language, code}) => {
    if (language === "js") return code.join("\n");
    return language === "" ? code.map((expression) => `display(${expression});`).join(" ") : "";
  });
  const imports = /^import [^;]*;\n?/gm;
  const code = lines.join("\n");
  return [header, ...(code.match(imports) ?? []), code.replace(imports, "")].join("");
}

/**
 * The expressions in a line of text, as \${…} holds them.
 * @param {string} line
 * @returns {string[]}
 */
function expressionsIn(line) {
  const expressions = [];
  for (let start = line.indexOf("${"); start >= 0; start = line.indexOf("${", start)) {
    const {end} = parseExpressionAt(line, start + 2, {ecmaVersion: "latest", allowAwaitOutsideFunction: true});
    expressions.push(line.slice(start + 2, end));
    start = end;
  }
  return expressions;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCells();
