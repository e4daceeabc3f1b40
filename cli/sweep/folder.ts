import {createHash, randomBytes} from "node:crypto";
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {published, type AssumptionFolder} from "../../data-loaders/run/files.js";
import {InputError} from "../../lib/sheet/index.js";

/** How a sweep was cut, and of which model: what all workers must agree on. */
export interface Plan {
  shards: number;
  runs: number;
  points: number;
  /** sha256 of the specification, and of the model with its assumptions. */
  spec: string;
  model: string;
}

/** The place of a sweep's assumptions where they are not the published ones. */
const ownAssumptions = "_sweep/assumptions";

/** The folder of a sweep. Files other than data lie under `_sweep`, which readers of Parquet data sets ignore. */
export class Folder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  get plan(): Plan | undefined {
    return this.json("_sweep/plan.json") as Plan | undefined;
  }

  /** The plan of the sweep. Throws an `InputError` where the folder has none. */
  knownPlan(): Plan {
    const {plan} = this;
    if (!plan) throw new InputError(`${this.path}: no sweep in this folder: name the folder given to --out`);
    return plan;
  }

  /** The sweep's own assumptions, else the published ones; its workers and its merge read the same. */
  get assumptions(): AssumptionFolder {
    const path = this.at(ownAssumptions);
    return existsSync(path) ? {path, name: path} : published;
  }

  get spec(): string {
    return readFileSync(this.at("sweep.yaml"), "utf8");
  }

  at(name: string): string {
    return `${this.path}/${name}`;
  }

  has(name: string): boolean {
    return existsSync(this.at(name));
  }

  /** The content of a JSON file; undefined where it is missing or incomplete. */
  json(name: string): unknown {
    try {
      return JSON.parse(readFileSync(this.at(name), "utf8"));
    } catch {
      return undefined;
    }
  }

  /** Writes a file beside its place and then renames it: a file that exists is complete. */
  write(name: string, content: string | Uint8Array): void {
    const path = this.at(name);
    mkdirSync(dirname(path), {recursive: true});
    const beside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      writeFileSync(beside, content);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, {force: true});
      throw error;
    }
  }

  move(from: string, to: string): void {
    renameSync(this.at(from), this.at(to));
  }

  remove(name: string): void {
    rmSync(this.at(name), {recursive: true, force: true});
  }

  /** The names of all files under a folder of it, from the root on. */
  files(under: string): string[] {
    if (!this.has(under)) return [];
    return readdirSync(this.at(under), {withFileTypes: true})
      .flatMap((entry) => (entry.isDirectory() ? this.files(`${under}/${entry.name}`) : [`${under}/${entry.name}`]))
      .sort();
  }

  /**
   * Begins a sweep here, with a copy of its assumptions unless they are the published ones, or goes on with it. Throws
   * an `InputError` where that would mix two sweeps.
   */
  open(spec: string, plan: Plan, resume: boolean, assumptions = published): Plan {
    const before = this.plan;
    if (!before) {
      if (this.has("runs") || this.has("sweep.yaml"))
        throw new InputError(`--out ${this.path}: folder is not empty: choose an empty one`);
      if (assumptions.path !== published.path) cpSync(assumptions.path, this.at(ownAssumptions), {recursive: true});
      this.write("sweep.yaml", spec);
      this.write("_sweep/plan.json", `${JSON.stringify(plan, null, 2)}\n`);
      return plan;
    }
    if (!resume)
      throw new InputError(
        `--out ${this.path}: folder already contains a sweep: add --resume to continue it, or choose another folder`
      );
    if (before.spec !== plan.spec)
      throw new InputError(`--resume: the sweep in ${this.path} has another specification: choose another folder`);
    if (before.model !== plan.model)
      throw new InputError(
        `--resume: the sweep in ${this.path} was begun with another model or other assumptions: ` +
          "go back to them, or choose another folder"
      );
    return before;
  }
}

/** sha256 in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
