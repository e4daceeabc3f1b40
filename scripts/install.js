import {existsSync, statSync} from "node:fs";
import {root} from "./paths.js";
import {run} from "./run.js";
import {step} from "./step.js";

/** Runs `npm ci` when the packages are missing or older than the lockfile. */
export async function install() {
  if (!installed()) await step("install packages", () => run("npm", ["ci", "--no-audit", "--no-fund"]));
}

function installed() {
  const marker = `${root}node_modules/.package-lock.json`;
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}
