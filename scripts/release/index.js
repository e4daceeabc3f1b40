import {cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {sumOf} from "../checksums.js";
import {main} from "../main.js";
import {buildPackage} from "../package.js";
import {dist, root} from "../paths.js";
import {buildSite} from "../site.js";
import {step} from "../step.js";
import {commit} from "../commit.js";
import {archive} from "./archive.js";
import {releaseIn} from "./changelog.js";
import {filledCitation} from "./citation.js";
import {releases, releasesFile, withRelease} from "./history.js";
import {releaseProblems} from "./problems.js";

const names = ["package.json", "package-lock.json", "CHANGELOG.md", "CITATION.cff", "codemeta.json", ".zenodo.json"];

/**
 * Writes the files to publish with a tag to `release/<version>`: the site, its tables and the npm package as archives,
 * the change log, the citation with day and commit, and checksums of all; nothing while files disagree on the version.
 * `--draft` permits a version without a day. The same commit gives the same archives.
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
  cpSync(`${root}CHANGELOG.md`, `${folder}/CHANGELOG.md`);
  writeFileSync(`${folder}/CITATION.cff`, filledCitation(files["CITATION.cff"], released(files["CHANGELOG.md"])));
  const isDated = released(files["CHANGELOG.md"]).date !== "";
  if (isDated) noteRelease(version, releaseIn(files["CHANGELOG.md"]).date);
  const sums = readdirSync(folder).sort();
  writeFileSync(`${folder}/SHA256SUMS`, sums.map((name) => `${sumOf(`${folder}/${name}`)}  ${name}\n`).join(""));
  console.log(`${folder}: ready for the tag v${version}`);
  if (isDated) console.log("releases.json: commit it after the tag, so that later versions tell what changed");
});

/**
 * What a release's citation states beside its version.
 * @param {string} log
 */
function released(log) {
  const {date, released} = releaseIn(log);
  return {date: released ? date : "", commit: commit()};
}

/**
 * Records the tables' checksums, so that later versions' pages can tell what changed.
 * @param {string} version
 * @param {string} date
 */
function noteRelease(version, date) {
  const tables = Object.fromEntries(
    readdirSync(`${dist}/data`)
      .filter((name) => name.endsWith(".parquet"))
      .sort()
      .map((name) => [name.replace(/\.parquet$/, ""), sumOf(`${dist}/data/${name}`) ?? ""])
  );
  const all = withRelease(releases(), {version, date, tables});
  writeFileSync(releasesFile, `${JSON.stringify(all, null, 2)}\n`);
}

/** @param {string} file */
function archiveTables(file) {
  return archive(dist, ["data", "datapackage.json", "ro-crate-metadata.json"], file);
}
