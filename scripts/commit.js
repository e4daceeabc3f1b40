import {execFileSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {root} from "./paths.js";

/**
 * The commit behind the files, twelve digits, followed by `-dirty` if tracked files differ from it: from `GIT_COMMIT`,
 * from the npm package's note, or from git. Empty if unknown.
 * @param {string} [folder] Ends in a slash.
 */
export function commit(folder = root) {
  return hashIn(process.env.GIT_COMMIT ?? "") || noted(folder) || described(folder);
}

/**
 * Ignores anything that is not a commit, such as a branch.
 * @param {string} text
 */
function hashIn(text) {
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
 * The folder may lie within another project's repository, whose commit is not its own.
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
