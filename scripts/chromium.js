import {existsSync, readdirSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";
import {run, tool} from "./run.js";

const help = "no Chromium found: install chromium or google-chrome, or set CHROMIUM to the path of one";

/** The path of a Chromium: the one named in CHROMIUM, the system's, Playwright's; if there is none, installs one. */
export async function chromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  await installChromium();
  const installed = findChromium();
  if (installed === undefined) throw new Error(help);
  return installed;
}

/** The path of a Chromium that is there: the one named in CHROMIUM, the system's, Playwright's. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== "") return named;
  return [...system(), ...playwright()].find((path) => existsSync(path));
}

function system() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const directories = (process.env.PATH ?? "").split(":");
  const application = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return [...directories.flatMap((directory) => names.map((name) => join(directory, name))), application];
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

/** The system's package manager when we may use it, else Playwright's download. */
async function installChromium() {
  const attempts = [apt, () => tool("playwright-core", ["install", "chromium"])];
  for (const attempt of attempts) {
    try {
      await attempt();
      if (findChromium() !== undefined) return;
    } catch (error) {
      console.error(error instanceof Error ? error.message.split("\n").slice(0, 3).join("\n") : error);
    }
  }
}

async function apt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  await run("apt-get", ["update", "-qq"]);
  await run("apt-get", ["install", "-y", "-qq", "chromium"], {env: {DEBIAN_FRONTEND: "noninteractive"}});
}
