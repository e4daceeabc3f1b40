import {spawn} from "node:child_process";
import {closeSync, openSync} from "node:fs";
import {root} from "./paths.js";

/**
 * Runs a command in the project's root and returns its output; `live` also shows it as it arrives, `to` writes standard
 * output to a file instead. Throws with the output for a non-zero exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{live?: boolean, to?: string, env?: Record<string, string>}} [options]
 * @returns {Promise<string>}
 */
export async function run(command, args, {live = false, to, env} = {}) {
  const file = to === undefined ? undefined : openSync(to, "w");
  try {
    return await capture(command, args, live, file, env);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Runs a program of an installed package, such as `eslint`.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{live?: boolean, env?: Record<string, string>}} [options]
 */
export function tool(name, args, options) {
  return run(process.execPath, [`${root}node_modules/.bin/${name}`, ...args], options);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {boolean} live
 * @param {number | undefined} file
 * @param {Record<string, string> | undefined} env
 * @returns {Promise<string>}
 */
function capture(command, args, live, file, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...env},
      stdio: ["ignore", file ?? "pipe", "pipe"],
      shell: process.platform === "win32" && !command.includes("node")
    });
    let output = "";
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString();
      if (live) process.stdout.write(chunk);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args.join(" ")} exited with ${String(code)}\n${live ? "" : output}`));
    });
  });
}
