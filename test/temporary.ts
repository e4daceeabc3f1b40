import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Environment variables of the temporary directory on various systems. */
const names = ["TMPDIR", "TEMP", "TMP"];

/** Gives a test run its own temporary directory, which is deleted with its content at the end. */
export default function setup(): () => void {
  const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  const folder = mkdtempSync(join(tmpdir(), "token-factory-tests-"));
  for (const name of names) process.env[name] = folder;
  return () => {
    for (const name of names)
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    rmSync(folder, {recursive: true, force: true, maxRetries: 3});
  };
}
