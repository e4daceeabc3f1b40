import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {parse} from "yaml";
import {root} from "../../scripts/paths.js";

const read = (name: string): string => readFileSync(`${root}${name}`, "utf8");
const {version, license} = JSON.parse(read("package.json")) as {version: string; license: string};

it.each([
  ["CITATION.cff", parse(read("CITATION.cff")) as Record<string, unknown>],
  ["codemeta.json", JSON.parse(read("codemeta.json")) as Record<string, unknown>],
  [".zenodo.json", JSON.parse(read(".zenodo.json")) as Record<string, unknown>]
])("%s names the project's version and licence", (_, file) => {
  expect(file.version).toBe(version);
  expect(String(file.license).replace("https://spdx.org/licenses/", "")).toBe(license);
});
