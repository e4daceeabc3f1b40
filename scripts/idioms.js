/**
 * Lets pages use Framework's documented names without an import: `Plot`, `d3`, `Inputs`, `html`, and tables attached as
 * files. Framework would fetch each from the network; here the installed packages supply them.
 * @template {{core: {ruler: {push(name: string, rule: (state: State) => void): void}}}} Markdown
 * @param {Markdown} markdown
 * @returns {Markdown}
 */
export function idioms(markdown) {
  markdown.core.ruler.push("idioms", (state) => {
    const code = codeIn(state.tokens);
    for (const token of code) token.content = withOwnReaders(token.content);
    const imports = importsFor(code.map(({content}) => content).join("\n"));
    if (imports !== "") state.tokens.unshift(fence(state, imports));
  });
  return markdown;
}

/**
 * @typedef {{type: string, info: string, content: string, children: Token[] | null, hidden?: boolean}} Token
 * @typedef {{tokens: Token[], Token: new (type: string, tag: string, nesting: 0) => Token}} State
 */

/** Imports for names that a page uses but does not define. */
const names = [
  {name: "Plot", uses: /\bPlot\./, code: 'import * as Plot from "@observablehq/plot";'},
  {name: "d3", uses: /\bd3\./, code: 'import * as d3 from "d3";'},
  {name: "html", uses: /\bhtml(\.fragment)?`/, code: 'import {html} from "htl";'},
  {name: "svg", uses: /\bsvg(\.fragment)?`/, code: 'import {svg} from "htl";'},
  {
    name: "Inputs",
    uses: /\bInputs\./,
    code:
      'import * as Inputs from "@observablehq/inputs";\n' +
      'const inputStyle = {rel: "stylesheet", href: FileAttachment("/vendor/inputs.css").href};\n' +
      'document.head.append(Object.assign(document.createElement("link"), inputStyle));'
  },
  {name: "readParquet", uses: /\breadParquet\(/, code: 'import {readParquet} from "/components/load/attached.js";'},
  {name: "readCsv", uses: /\breadCsv\(/, code: 'import {readCsv} from "/components/load/attached.js";'}
];

/** @param {string} code */
function importsFor(code) {
  const isDefined = (/** @type {string} */ name) =>
    new RegExp(`\\bimport[^;]*\\b${name}\\b[^;]*\\bfrom\\b|\\b(const|let|function|class) ${name}\\b`).test(code);
  const used = names.filter(({name, uses}) => uses.test(code) && !isDefined(name));
  return used.map((one) => one.code).join("\n");
}

/**
 * Framework reads Parquet and CSV files with libraries from the network; the file's address avoids that.
 * @param {string} code
 */
function withOwnReaders(code) {
  return code
    .replace(/\b(FileAttachment\((?:"[^"]*"|'[^']*')\))\.parquet\(\)/g, "readParquet($1.href)")
    .replace(/\b(FileAttachment\((?:"[^"]*"|'[^']*')\))\.csv\(/g, "readCsv($1.href)(");
}

/**
 * @param {Token[]} tokens
 * @returns {Token[]}
 */
function codeIn(tokens) {
  return tokens.flatMap((token) => {
    const runs =
      token.type === "fence" ? /^(js|jsx|ts|tsx)\b/.test(token.info) && !/\brun=false/.test(token.info) : false;
    return [...(runs || token.type === "placeholder" ? [token] : []), ...codeIn(token.children ?? [])];
  });
}

/**
 * @param {State} state
 * @param {string} content
 */
function fence(state, content) {
  return Object.assign(new state.Token("fence", "code", 0), {info: "js", content});
}
