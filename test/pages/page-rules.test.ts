import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import ts from "typescript";
import {expect, test} from "vitest";
import {cellsOf, pageNames} from "../../scripts/page-cells.js";
import {root} from "../../scripts/paths.js";

const src = `${root}src`;

test.each(pages())("%s: no line of code is longer than 120 characters", (page) => {
  const lines = codeOf(page).filter(({code}) => code.length > 120);
  expect(lines.map(({line, code}) => `${line}: ${code}`)).toEqual([]);
});

test.each(pages())("%s: attachments stand in data.ts, where the compiler knows their tables", (page) => {
  expect(codeOf(page).filter(({code}) => /FileAttachment\([^)]*\.parquet/.test(code))).toEqual([]);
});

test("no array pattern has more than four elements: a swap of two goes unnoticed", () => {
  const sources = [...pages().map((page) => ({name: page, text: scriptOf(page)})), ...modules()];
  expect(sources.flatMap(({name, text}) => longPatterns(text).map((pattern) => `${name}: ${pattern}`))).toEqual([]);
});

test("a long array pattern is found wherever it stands", () => {
  expect(longPatterns("const [a, b, c, d] = x; const f = ([a, b, c, d, e]) => a; [a.b, c, d, e, f] = g;")).toEqual([
    "[a, b, c, d, e]",
    "[a.b, c, d, e, f]"
  ]);
});

test("what pages import by a path lies in src: Framework takes no module from elsewhere", () => {
  expect(modules().flatMap(({name, text}) => outside(name, text))).toEqual([]);
  expect(outside("components/a.ts", 'import {x} from "../../lib/x.js";')).toEqual(["components/a.ts: ../../lib/x.js"]);
});

/** The paths of a module's imports that lead out of src. */
function outside(name: string, text: string): string[] {
  const paths = Array.from(text.matchAll(/(?:from|import\() ?"(\.[^"]+)"/g), ([, path = ""]) => path);
  return paths
    .filter((path) => normalize(join(dirname(name), path)).startsWith(".."))
    .map((path) => `${name}: ${path}`);
}

function pages(): string[] {
  return pageNames().map((name) => `${name}.md`);
}

/** A page's code with line numbers: its fences line by line, and the expressions in its text. */
function codeOf(page: string): {line: number; code: string}[] {
  return cellsOf(readFileSync(`${src}/${page}`, "utf8")).flatMap(({code}, i) =>
    code.map((piece) => ({line: i + 1, code: piece}))
  );
}

/** The JavaScript that a page runs. */
function scriptOf(page: string): string {
  return cellsOf(readFileSync(`${src}/${page}`, "utf8"))
    .filter(({language}) => language === "js" || language === "")
    .flatMap(({language, code}) => (language === "" ? code.map((expression) => `(${expression});`) : code))
    .join("\n");
}

function modules(): {name: string; text: string}[] {
  const names = ["components", "pages"].flatMap((folder) =>
    readdirSync(`${src}/${folder}`, {recursive: true, encoding: "utf8"})
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`)
  );
  return names.map((name) => ({name, text: readFileSync(`${src}/${name}`, "utf8")}));
}

/** Array patterns of more than four elements, in declarations, parameters and assignments. */
function longPatterns(text: string): string[] {
  const source = ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true);
  const patterns: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isArrayPattern(node) && node.elements.length > 4) patterns.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return patterns;
}

function isArrayPattern(node: ts.Node): node is ts.ArrayBindingPattern | ts.ArrayLiteralExpression {
  if (ts.isArrayBindingPattern(node)) return true;
  const {parent} = node;
  return (
    ts.isArrayLiteralExpression(node) &&
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}
