import {execFile} from "node:child_process";
import {existsSync, mkdirSync} from "node:fs";
import {createRequire} from "node:module";
import {promisify} from "node:util";
import {installDebian} from "../../scripts/debian.js";
import {root} from "../../scripts/paths.js";
import {run} from "../../scripts/run.js";

/** The part of polars that the tests use. */
export interface Polars {
  readParquet: (bytes: Buffer) => Frame;
  readIPC: (bytes: Buffer) => Frame;
  Utf8: unknown;
  List: (item: unknown) => unknown;
}

export interface Frame {
  getColumn: (name: string) => Series;
}

interface Series {
  dtype: unknown;
  len: () => number;
  nullCount: () => number;
  cast: (type: unknown) => Series;
  toArray: () => unknown[];
}

const folder = `${root}node_modules/.cache/polars`;

/** polars, installed for these tests only, because of its 99 MB. Undefined if it cannot be installed. */
export async function polars(): Promise<Polars | undefined> {
  try {
    if (!existsSync(`${folder}/node_modules/nodejs-polars`)) {
      mkdirSync(folder, {recursive: true});
      const settings = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
      await run("npm", ["install", "--prefix", folder, ...settings, "nodejs-polars@0.24.1"]);
    }
    return (createRequire(`${folder}/`)("nodejs-polars") as {default: Polars}).default;
  } catch (error) {
    console.warn(error instanceof Error ? error.message.split("\n").slice(0, 3).join("\n") : error);
    return undefined;
  }
}

const python = "/usr/bin/python3";

/** Runs a program in a Python with pandas; undefined if neither is available. */
export async function pandas(): Promise<((program: string, ...args: string[]) => Promise<string>) | undefined> {
  const execute = async (program: string, ...args: string[]): Promise<string> =>
    (await promisify(execFile)(python, ["-c", program, ...args])).stdout;
  const has = (): Promise<boolean> =>
    execute("import pandas").then(
      () => true,
      () => false
    );
  if (!(await has())) await installDebian(["python3-pandas"]);
  return (await has()) ? execute : undefined;
}
