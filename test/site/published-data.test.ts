import {existsSync, readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {sumOf} from "../../scripts/checksums.js";
import {dist} from "../../scripts/paths.js";

describe("the published tables", () => {
  it("have their checksums beside them, in sha256sum's format", () => {
    const lines = readFileSync(`${dist}/data/SHA256SUMS`, "utf8").trimEnd().split("\n");
    const names = readdirSync(`${dist}/data`).filter((name) => name !== "SHA256SUMS");
    expect(lines).toEqual(names.sort().map((name) => `${sumOf(`${dist}/data/${name}`)}  ${name}`));
  });
  it("are listed for programs that read sites, with the pages", () => {
    const links = [...readFileSync(`${dist}/llms.txt`, "utf8").matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path!);
    expect(links.filter((path) => !existsSync(`${dist}/${path}`))).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(["index.html", "sheet.html", "data/economy.parquet"]));
  });
});
