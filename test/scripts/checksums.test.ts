import {appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {beforeEach, describe, expect, it} from "vitest";
import {isSound, listed, writeChecksums} from "../../scripts/checksums.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/token-factory-sums-`);
  for (const name of ["a.parquet", "b.json"]) writeFileSync(`${folder}/${name}`, `what ${name} holds`);
  writeChecksums(folder);
});

describe("a folder with checksums", () => {
  it("is intact as written", () => {
    expect(isSound(folder)).toBe(true);
    expect(listed(folder)).toEqual(["a.parquet", "b.json"]);
  });
  it.each<[string, () => void]>([
    ["a file cut off", () => truncateSync(`${folder}/a.parquet`, 3)],
    ["a file changed", () => appendFileSync(`${folder}/b.json`, "x")],
    ["a file missing", () => rmSync(`${folder}/a.parquet`)],
    ["its list cut off", () => truncateSync(`${folder}/checksums.json`, 9)],
    ["its list missing", () => rmSync(`${folder}/checksums.json`)]
  ])("is damaged with %s", (_, harm) => {
    harm();
    expect(isSound(folder)).toBe(false);
  });
});
