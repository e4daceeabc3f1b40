import {createHash} from "node:crypto";
import {cpSync, existsSync, readdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join, normalize, resolve, sep} from "node:path";
import {published, readText, type AssumptionFolder} from "../../data-loaders/run/files.js";
import {InputError} from "../../lib/sheet/index.js";
import {explained, realPath} from "../output/place.js";
import {replaceFile} from "../output/write-file.js";
import {readPlan, type Plan} from "./plan.js";

/** Where a sweep keeps its assumptions, if they are not the published ones. */
const ownAssumptions = "_sweep/assumptions";

/** Where a sweep keeps its plan. */
export const planFile = "_sweep/plan.json";

/** The folder of a sweep. Files other than data are under `_sweep`, which readers of Parquet data sets ignore. */
export class Folder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  /** The plan of the sweep, if there is one. Throws an `InputError` if it is damaged. */
  get plan(): Plan | undefined {
    return readPlan(this.at(planFile));
  }

  /** The plan of the sweep. Throws an `InputError` if there is none. */
  knownPlan(): Plan {
    const {plan} = this;
    if (!plan) throw new InputError(`${this.path}: no sweep in this folder: name the folder given to --out`);
    return plan;
  }

  /** The sweep's own assumptions or, failing that, the published ones; its workers and its merge read the same. */
  get assumptions(): AssumptionFolder {
    const path = this.at(ownAssumptions);
    return existsSync(path) ? {path, name: path} : published;
  }

  /** The text of the specification. Throws an `InputError` if it is missing. */
  get spec(): string {
    if (this.has("sweep.yaml")) return readText(this.at("sweep.yaml"));
    throw new InputError(
      `${this.at("sweep.yaml")}: file not found: run the sweep with --resume, which writes it again`
    );
  }

  at(name: string): string {
    return `${this.path}/${name}`;
  }

  has(name: string): boolean {
    return existsSync(this.at(name));
  }

  /** Whether a name stays within the folder, without leaving it through `..` or a link. */
  isWithin(name: string): boolean {
    if (resolve(this.path, name) !== join(this.path, normalize(name))) return false;
    return `${realPath(dirname(this.at(name)))}${sep}`.startsWith(join(realPath(this.path), sep));
  }

  /** Writes a file beside its place and then renames it: a file that exists is complete. */
  write(name: string, content: string | Uint8Array): void {
    const path = this.#within(name);
    explained(path, () => replaceFile(path, content));
  }

  move(from: string, to: string): void {
    renameSync(this.#within(from), this.#within(to));
  }

  /** Removes a file of the folder. Throws an `InputError` if a link leads out of it. */
  remove(name: string): void {
    rmSync(this.#within(name), {force: true});
  }

  /** The names of all files in a subfolder, relative to the folder. */
  files(under: string): string[] {
    if (!this.has(under)) return [];
    return readdirSync(this.at(under), {withFileTypes: true})
      .flatMap((entry) => (entry.isDirectory() ? this.files(`${under}/${entry.name}`) : [`${under}/${entry.name}`]))
      .sort();
  }

  /**
   * Begins a sweep here, with a copy of its assumptions unless they are the published ones, or continues it. Throws an
   * `InputError` if that would mix two sweeps.
   */
  open(spec: string, plan: Plan, resume: boolean, assumptions = published): Plan {
    const before = this.plan;
    if (!before) {
      if (this.has("") && readdirSync(this.path).some((name) => name !== "_sweep"))
        throw new InputError(`--out ${this.path}: folder is not empty: choose an empty one`);
      if (assumptions.path !== published.path) this.#keep(assumptions);
      this.write("sweep.yaml", spec);
      this.writePlan(plan);
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
        `--resume: the sweep in ${this.path} was started with another model or other assumptions: ` +
          "go back to them, or choose another folder"
      );
    if (!this.has("sweep.yaml")) this.write("sweep.yaml", spec);
    return before;
  }

  writePlan(plan: Plan): void {
    this.write(planFile, `${JSON.stringify(plan, null, 2)}\n`);
  }

  /** A sweep interrupted at its start may have left a partial copy. */
  #keep({path}: AssumptionFolder): void {
    const copy = this.#within(ownAssumptions);
    explained(copy, () => {
      rmSync(copy, {recursive: true, force: true});
      cpSync(path, copy, {recursive: true});
    });
  }

  #within(name: string): string {
    if (this.isWithin(name)) return this.at(name);
    throw new InputError(`${this.at(name)}: leads out of the sweep's folder: remove the link, then use --resume`);
  }
}

/** The sha256, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
