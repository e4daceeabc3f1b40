import {cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {sumOf} from "../checksums.js";
import {main} from "../main.js";
import {buildPackage} from "../package.js";
import {dist, root} from "../paths.js";
import {buildSite} from "../site.js";
import {step} from "../step.js";
import {archive} from "./archive.js";
import {releaseProblems} from "./problems.js";

const names = ["package.json", "package-lock.json", "CHANGELOG.md", "CITATION.cff", "codemeta.json", ".zenodo.json"];

/**
 * Makes what a tag is published with, in `release/<version>`: the site, its tables and the npm package as archives,
 * the change log, the citation, and the checksums of all; nothing while files disagree about the version. `--draft`
 * makes a version that has no day yet. The same commit gives the same archives.
 */
await main(async () => {
  const texts = Object.fromEntries(names.map((name) => [name, readFileSync(root + name, "utf8")]));
  const files = /** @type {import("./problems.js").Files} */ (texts);
  const problems = releaseProblems(files, {draft: process.argv.includes("--draft")});
  if (problems.length > 0) throw new Error(`not to be released yet:\n  ${problems.join("\n  ")}`);
  const {version} = JSON.parse(files["package.json"]);
  const folder = `${root}release/${version}`;
  await buildSite();
  const tarball = await step("package", buildPackage);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  renameSync(tarball, `${folder}/${basename(tarball)}`);
  await step("archive site", () => archive(dist, ["."], `${folder}/site-${version}.tar.gz`));
  await step("archive tables", () => archiveTables(`${folder}/tables-${version}.tar.gz`));
  for (const name of ["CHANGELOG.md", "CITATION.cff"]) cpSync(root + name, `${folder}/${name}`);
  const sums = readdirSync(folder).sort();
  writeFileSync(`${folder}/SHA256SUMS`, sums.map((name) => `${sumOf(`${folder}/${name}`)}  ${name}\n`).join(""));
  console.log(`${folder}: ready for the tag v${version}`);
});

/** @param {string} file */
function archiveTables(file) {
  return archive(dist, ["data", "datapackage.json", "ro-crate-metadata.json"], file);
}
