import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** What a temporary directory is called by, on one system or another. */
const names = ["TMPDIR", "TEMP", "TMP"];

/** Gives a run of the tests a temporary directory of its own, which goes with all that is left in it when they end. */
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
