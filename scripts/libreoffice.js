import {existsSync} from "node:fs";
import {join} from "node:path";
import {run} from "./run.js";

/**
 * The path of LibreOffice: the system's; if there is none, installs it where we may. `undefined` where that fails, too.
 */
export async function libreOffice() {
  return find() ?? (await install());
}

function find() {
  const names = ["soffice", "libreoffice"];
  const directories = (process.env.PATH ?? "").split(":");
  const application = "/Applications/LibreOffice.app/Contents/MacOS/soffice";
  const paths = [...directories.flatMap((directory) => names.map((name) => join(directory, name))), application];
  return paths.find((path) => existsSync(path));
}

const parts = ["libreoffice-calc", "libreoffice-writer"];

async function install() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  try {
    await run("apt-get", ["update", "-qq"]);
    const env = {DEBIAN_FRONTEND: "noninteractive"};
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...parts], {env});
  } catch (error) {
    console.error(error instanceof Error ? error.message.split("\n").slice(0, 3).join("\n") : error);
  }
  return find();
}
