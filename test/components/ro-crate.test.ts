import {unzipSync, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {roCrate, type Descriptor} from "../../src/components/cite/ro-crate.js";
import {exportFile} from "../../src/components/figure/export-file.js";
import {joinedZips} from "../../src/components/figure/joined-zips.js";
import {project} from "../model/project.js";
import {crateProblems} from "./crate-problems.js";

const exported = {
  ...runScenario(project, "readme-baseline"),
  sources: project.models.get("readme")!.sources,
  hash: "f".repeat(64),
  created: new Date("2026-12-01T12:00:00Z")
};

describe("a zip of tables", () => {
  it("is an RO-Crate that describes each of its files", async () => {
    const {bytes} = await exportFile(exported, "zip");
    const files = unzipSync(bytes);
    const crate = JSON.parse(new TextDecoder().decode(files["ro-crate-metadata.json"])) as object;
    expect(crateProblems(crate, Object.keys(files))).toEqual([]);
    expect(crate).toEqual(roCrate(JSON.parse(new TextDecoder().decode(files["datapackage.json"])) as Descriptor));
  });
  it("is identical to the byte when rebuilt", async () =>
    expect((await exportFile(exported, "csv")).bytes).toEqual((await exportFile(exported, "csv")).bytes));
  it("leaves a workbook unchanged, although it is a zip", async () => {
    const {bytes} = await exportFile(exported, "xlsx");
    expect(Object.keys(unzipSync(bytes))).not.toContain("ro-crate-metadata.json");
  });
});

describe("crateProblems", () => {
  it("finds what a crate lacks", () => {
    const crate = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": [{"@id": "./", "@type": "Dataset"}]};
    expect(crateProblems(crate, ["a.csv"])).toEqual([
      "no descriptor of version 1.1",
      ...["name", "description", "datePublished", "license", "author", "identifier"].map(
        (name) => `root has no ${name}`
      ),
      "a.csv is not described"
    ]);
  });
});

describe("joinedZips", () => {
  const text = new TextEncoder().encode("a text, a text, a text, a text");
  it("has the files of both, with names beyond ASCII", () => {
    const joined = joinedZips(zipSync({"a/b.txt": text, é: text}), zipSync({"c.txt": text, "d.txt": new Uint8Array()}));
    expect(unzipSync(joined)).toEqual({"a/b.txt": text, é: text, "c.txt": text, "d.txt": new Uint8Array()});
  });
});
