import {existsSync} from "node:fs";
import {run} from "./run.js";

/**
 * Installs Debian packages if permitted; prints the reason if that fails.
 * @param {readonly string[]} packages
 */
export async function installDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  try {
    await run("apt-get", ["update", "-qq"]);
    const env = {DEBIAN_FRONTEND: "noninteractive"};
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {env});
  } catch (error) {
    console.error(error instanceof Error ? error.message.split("\n").slice(0, 3).join("\n") : error);
  }
}
