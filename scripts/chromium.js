import {existsSync, readdirSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";
import {run, tool} from "./run.js";

const help = "no Chromium found: install chromium or google-chrome, or set CHROMIUM to the path of one";

const debianShell = "chromium-headless-shell";
const shells = [debianShell, "chrome-headless-shell"];
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of a Chromium: the one in CHROMIUM, the system's or Playwright's. A windowless build is preferred, and
 * installed if permitted, because pages use a third less processor time in it.
 */
export async function chromium() {
  if (isNamed() || onPath(shells).length > 0) return /** @type {string} */ (findChromium());
  await attempt(apt);
  if (findChromium() === undefined) await attempt(() => tool("playwright-core", ["install", "chromium"]));
  const installed = findChromium();
  if (installed === undefined) throw new Error(help);
  return installed;
}

/** The path of an installed Chromium: the one in CHROMIUM, the system's or Playwright's. */
export function findChromium() {
  if (isNamed()) return process.env.CHROMIUM;
  const application = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return [...onPath(shells), ...onPath(browsers), application, ...playwright()].find((path) => existsSync(path));
}

function isNamed() {
  return (process.env.CHROMIUM ?? "") !== "";
}

/** @param {readonly string[]} names */
function onPath(names) {
  const directories = (process.env.PATH ?? "").split(":");
  return directories.flatMap((directory) => names.map((name) => join(directory, name))).filter(existsSync);
}

function playwright() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache/ms-playwright");
  const builds = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("chromium")) : [];
  const programs = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-headless-shell-linux64/chrome-headless-shell"
  ];
  return builds
    .sort()
    .reverse()
    .flatMap((build) => programs.map((program) => join(cache, build, program)));
}

/** @param {() => Promise<unknown>} install */
async function attempt(install) {
  try {
    await install();
  } catch (error) {
    console.error(error instanceof Error ? error.message.split("\n").slice(0, 3).join("\n") : error);
  }
}

/** The system's package manager, if we may use it. */
async function apt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  await run("apt-get", ["update", "-qq"]);
  await run("apt-get", ["install", "-y", "-qq", debianShell], {env: {DEBIAN_FRONTEND: "noninteractive"}});
}
