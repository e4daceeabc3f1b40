import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parseExpressionAt} from "acorn";
import {listed} from "./pages.js";
import {root} from "./paths.js";

/** Where the pages' cells are written as TypeScript; tsconfig.json's rootDirs resolves their imports as if from src. */
const folder = `${root}src/.observablehq/cells`;

/**
 * What Framework provides to every cell. `await` and `Generators.input` stand for Framework's waiting between cells.
 */
const header = `import {FileAttachment, Generators, resize, visibility} from "observablehq:stdlib";
declare function display<T>(value: T): T;
void [FileAttachment, Generators, resize, visibility, display];
`;

/**
 * Writes the cells of the site's own pages as modules, so that the compiler checks them like other code. Pages added by
 * others are exempt.
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
 * A page's code, on its original lines: its fences, with display-only ones as text, and each expression in its text.
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
 * The expressions in a line of text, as in \${…}.
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
