import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {root} from "../../scripts/paths.js";

/** An exported value, declared at the beginning of a line. */
const exported = /^export (?:default )?(?:async )?(?:function\*?|class|const|let) ([\w$]+)/gm;

/** Names that one file exports and no other file has: it may keep them, or they are dead. */
function lonelyExports(texts: ReadonlyMap<string, string>): string[] {
  const mentions = new Map<string, number>();
  for (const text of texts.values())
    for (const name of new Set(text.match(/[\w$]+/g))) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  return [...texts].flatMap(([file, text]) =>
    [...text.matchAll(exported)].flatMap(([, name]) => (mentions.get(name!) === 1 ? [`${file}: ${name}`] : []))
  );
}

it("a value that no other file names is not exported", () => {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", "*.ts", "*.js", "*.md"], {
    cwd: root,
    encoding: "utf8"
  });
  const files = listed.trimEnd().split("\n");
  expect(lonelyExports(new Map(files.map((file) => [file, readFileSync(root + file, "utf8")])))).toEqual([]);
});

it("a value is lonely where only its own file names it", () => {
  const texts = new Map([
    ["a.ts", "export const used = 1;\nexport async function dead() {}\nexport class Kept {}"],
    ["b.ts", 'import {used} from "./a.js";'],
    ["a.md", "`Kept` is public."]
  ]);
  expect(lonelyExports(texts)).toEqual(["a.ts: dead"]);
});
