import {execFileSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {root} from "./paths.js";

/**
 * The commit that files are made of, twelve digits, with `-dirty` where tracked files differ from it: as `GIT_COMMIT`
 * says, as the npm package notes it, or as git does. Empty where nobody knows.
 * @param {string} [folder] Ends in a slash.
 */
export function commit(folder = root) {
  return told(process.env.GIT_COMMIT ?? "") || noted(folder) || described(folder);
}

/**
 * What is no commit, such as a branch, says nothing.
 * @param {string} text
 */
function told(text) {
  return /^[0-9a-f]{7,64}$/.test(text) ? text.slice(0, LENGTH) : "";
}

const LENGTH = 12;

/** @param {string} folder */
function noted(folder) {
  if (!existsSync(`${folder}package.json`)) return "";
  const {gitHead = ""} = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
  return String(gitHead);
}

/**
 * The folder may lie in another project's repository, whose commit it does not have.
 * @param {string} folder
 */
function described(folder) {
  if (git(folder, "rev-parse", "--show-prefix") !== "") return "";
  return git(folder, "describe", "--always", "--dirty", "--exclude=*", `--abbrev=${LENGTH}`) ?? "";
}

/**
 * @param {string} folder
 * @param {readonly string[]} words
 */
function git(folder, ...words) {
  try {
    return execFileSync("git", ["-C", folder, ...words], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    }).trim();
  } catch {
    return undefined;
  }
}
