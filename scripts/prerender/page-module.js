import {parse} from "acorn";

const INLINE = /<script type="module">([\s\S]*?)<\/script>\n?/g;
const LINKED = /<script type="module" src="([^"]+)"><\/script>\n?/g;

/**
 * Splits a page into HTML without scripts and one module that does their work.
 * @param {string} html
 */
export function splitPage(html) {
  const linked = Array.from(html.matchAll(LINKED), ([, src]) => `import ${JSON.stringify(src)};\n`);
  const inline = Array.from(html.matchAll(INLINE), ([, code = ""]) => withStaticImports(withoutDates(code)));
  const bare = html.replaceAll(LINKED, "").replaceAll(INLINE, "");
  return {
    html: bare.replaceAll(/<link rel="modulepreload"[^>]*>\n?/g, ""),
    code: [...linked, ...inline, given(html)].join("")
  };
}

/**
 * What the script that loads the module needs.
 * @param {string} html
 */
function given(html) {
  const [, client = ""] = /"([^"]*_observablehq\/client\.[^"]+)"/.exec(html) ?? [];
  return `export {begin, beginLate, hurry, isLate, replay, settled} from ${JSON.stringify(client)};\n`;
}

/**
 * File dates say when files were made, not what is in them.
 * @param {string} code
 */
function withoutDates(code) {
  return code.replaceAll(/^(registerFile\(.*),"lastModified":[\d.]+/gm, "$1");
}

/** @typedef {{type: string, start: number, end: number, [name: string]: unknown}} Syntax */

/**
 * Cells import at run time, each name from its module. As static imports instead, unused exports drop out when the page
 * is bundled.
 * @param {string} code
 */
export function withStaticImports(code) {
  const found = declarations(/** @type {any} */ (parse(code, {ecmaVersion: "latest", sourceType: "module"})));
  const calls = found.flatMap(({id, init}) => importsIn(id, init));
  const imports = calls.map(({source, names}, i) => importOf(source, names, i));
  const edited = calls
    .map((call, i) => ({...call, text: objectOf(call.names, i)}))
    .sort((a, b) => b.start - a.start)
    .reduce((text, {start, end, text: put}) => text.slice(0, start) + put + text.slice(end), code);
  return imports.join("") + edited;
}

/**
 * @param {any} node
 * @returns {{id: any, init: any}[]}
 */
function declarations(node) {
  if (typeof node !== "object" || node === null) return [];
  const below = Object.values(node).flatMap((child) => declarations(child));
  return node.type === "VariableDeclarator" && node.init?.type === "AwaitExpression"
    ? [{id: node.id, init: node.init.argument}, ...below]
    : below;
}

/**
 * The imports of `const {a} = await import(…)` and of `const [{a}, b] = await Promise.all([import(…), import(…)])`.
 * @returns {{start: number, end: number, source: string, names: string[] | undefined}[]}
 */
function importsIn(/** @type {any} */ pattern, /** @type {any} */ value) {
  if (value.type === "ImportExpression" && value.source.type === "Literal")
    return [{start: value.start, end: value.end, source: value.source.value, names: namesIn(pattern)}];
  const list = value.type === "CallExpression" ? value.arguments[0] : undefined;
  if (list?.type !== "ArrayExpression" || pattern.type !== "ArrayPattern") return [];
  return list.elements.flatMap((/** @type {any} */ one, /** @type {number} */ i) =>
    importsIn(pattern.elements[i], one)
  );
}

/** The names that a pattern takes from a module; undefined for the whole module. */
function namesIn(/** @type {any} */ pattern) {
  if (pattern?.type !== "ObjectPattern") return undefined;
  /** @type {any[]} */
  const properties = pattern.properties;
  return properties.map(({key}) => String(key.name));
}

/**
 * @param {string} source
 * @param {readonly string[] | undefined} names
 * @param {number} i
 */
function importOf(source, names, i) {
  const what = names ? `{${names.map((name) => `${name} as ${name}$${i}`).join(", ")}}` : `* as all$${i}`;
  return `import ${what} from ${JSON.stringify(source)};\n`;
}

/**
 * @param {readonly string[] | undefined} names
 * @param {number} i
 */
function objectOf(names, i) {
  return names ? `{${names.map((name) => `${name}: ${name}$${i}`).join(", ")}}` : `all$${i}`;
}
