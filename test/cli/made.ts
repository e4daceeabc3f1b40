import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {program} from "../../cli/program.js";
import {project} from "../model/project.js";
import {printedBy} from "./printed.js";

/** What a command printed, its exit code, and the path behind its `--out`. */
export interface Made {
  code: number;
  printed: string;
  out: string;
}

/**
 * Runs a command on the published project, and one that ends in `--out` with a path of this name in a new folder. Tests
 * that want the same thing made share it, so none may change it.
 */
export function made(command: string, name = ""): Promise<Made> {
  const key = `${command} ${name}`;
  const known = all.get(key) ?? run(command, name);
  all.set(key, known);
  return known;
}

const all = new Map<string, Promise<Made>>();

async function run(command: string, name: string): Promise<Made> {
  const out = name === "" ? "" : `${mkdtempSync(`${tmpdir()}/made-`)}/${name}`;
  const args = [...command.split(" "), ...(out === "" ? [] : [out])];
  return {...(await printedBy(() => program(args, {project}))), out};
}
