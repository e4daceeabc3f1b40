import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {posix} from "node:path";
import {expect, it} from "vitest";
import {root} from "../../scripts/paths.js";

/** Texts of files by path. */
type Texts = ReadonlyMap<string, string>;

/**
 * Names that no declaration shows as used: the public entries of packages, and functions whose imports the build
 * writes.
 */
const open =
  /^lib\/library\/package\/|^src\/components\/observable\/observable\.d\.ts$|^src\/components\/load\/attached\.ts$/;

/** Values exported by a file and imported by no other file: they need not be exported, or are dead. */
function lonelyExports(texts: Texts): string[] {
  const imported = new Set([...texts].flatMap(([file, text]) => importsOf(file, text, texts)));
  return [...texts].flatMap(([file, text]) =>
    imported.has(`${file}: *`) ? [] : exportsOf(file, text).filter((name) => !imported.has(name))
  );
}

function exportsOf(file: string, text: string): string[] {
  const exported = /^export (?:async )?(?:function\*?|class|const|let) ([\w$]+)/gm;
  return open.test(file) || file.endsWith(".md")
    ? []
    : [...text.matchAll(exported)].map(([, name]) => `${file}: ${name!}`);
}

const taken = /\b(?:import|export)\b([^;"'`()]*?)\bfrom\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

/** The names that a file imports from others, `*` for a whole file. */
function importsOf(file: string, text: string, texts: Texts): string[] {
  return [...text.matchAll(taken)].flatMap(([, names, from, whole]) => {
    const source = fileOf(file, from ?? whole!, texts);
    return source === undefined ? [] : namesIn(names).map((name) => `${source}: ${name}`);
  });
}

function namesIn(clause: string | undefined): string[] {
  const list = clause?.match(/\{([^}]*)\}/)?.[1];
  return list === undefined
    ? ["*"]
    : list.split(",").map(
        (one) =>
          one
            .trim()
            .replace(/^type /, "")
            .split(" as ")[0]!
      );
}

/** The file that a path refers to: pages name files from the site's root, and `src/lib` is `lib`. */
function fileOf(file: string, from: string, texts: Texts): string | undefined {
  const path = from.startsWith("/") ? `src${from}` : posix.join(posix.dirname(file), from);
  const place = path.replace(/^src\/lib\//, "lib/");
  return [place, place.replace(/\.js$/, ".ts"), place.replace(/\.js$/, ".d.ts")].find((one) => texts.has(one));
}

it("a value that no other file imports is not exported", () => {
  const names = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", "*.ts", "*.js", "*.md"], {
    cwd: root,
    encoding: "utf8"
  });
  const files = names.trimEnd().split("\n");
  expect(lonelyExports(new Map(files.map((file) => [file, readFileSync(root + file, "utf8")])))).toEqual([]);
});

it("a value is lonely if no other file imports it, even if another file has one of the same name", () => {
  const texts = new Map([
    ["a.ts", "export const used = 1;\nexport async function dead() {}\nexport class Shown {}\nexport const all = 2;"],
    ["b.ts", 'import {used as other} from "./a.js";\nconst dead = other;'],
    ["c.ts", "export const whole = 1;"],
    ["d.ts", 'const {whole} = await import("./c.js");'],
    ["src/page.md", '```js\nimport {Shown} from "../a.js";\n```'],
    ["e.ts", 'export {all} from "./a.js";']
  ]);
  expect(lonelyExports(texts)).toEqual(["a.ts: dead"]);
});
