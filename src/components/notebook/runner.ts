import {circleOf, inOrder, namesIn, readsOf, withReaders} from "./graph.js";
import {mentions} from "./sql-names.js";
import type {Cell, Notebook} from "./notebook.js";

/** The state of a cell. */
export type CellState =
  | {status: "waiting"; for: string | undefined}
  | {status: "running"; since: number}
  | {status: "done"; ms: number}
  | {status: "failed"; error: unknown}
  | {status: "cancelled"};

/** Runs cells in dependency order, one at a time, and reruns those that read what changed. */
export interface Runner {
  /** Receives a notebook with new or changed cells, and runs them and all their dependents. */
  update: (notebook: Notebook, changed: Iterable<string>) => void;
  /** Cancels the running cell; its dependents wait. */
  cancel: () => void;
  /** Name of the running cell. */
  running: () => string | undefined;
  /** Resolves once nothing is running. */
  settled: () => Promise<void>;
}

export interface RunnerOptions {
  /** Does a cell's work until the signal aborts. */
  work: (cell: Cell, signal: AbortSignal) => Promise<void>;
  tell: (name: string, state: CellState) => void;
  now?: () => number;
}

/** Makes a runner. */
export function runner({work, tell, now = () => performance.now()}: RunnerOptions): Runner {
  let notebook: Notebook = {title: "", cells: []};
  let reads: ReadonlyMap<string, readonly string[]> = new Map();
  let going = Promise.resolve();
  let current: {name: string; controller: AbortController} | undefined;
  const stale = new Set<string>();
  const broken = new Set<string>();

  function update(next: Notebook, changed: Iterable<string>): void {
    notebook = next;
    reads = readsOf(next);
    for (const name of [...stale, ...broken]) if (!reads.has(name)) forget(name);
    for (const name of withReaders(reads, changed)) mark(name);
    if (current && (stale.has(current.name) || !reads.has(current.name))) current.controller.abort();
    going = going.then(go);
  }

  function forget(name: string): void {
    stale.delete(name);
    broken.delete(name);
  }

  function mark(name: string): void {
    if (!reads.has(name)) return;
    broken.delete(name);
    stale.add(name);
    tell(name, {status: "waiting", for: undefined});
  }

  async function go(): Promise<void> {
    for (let cell = next(); cell; cell = next()) await run(cell);
    for (const name of stale) block(name);
  }

  function next(): Cell | undefined {
    const ready = inOrder(reads).find(
      (name) => stale.has(name) && reads.get(name)!.every((read) => !stale.has(read) && !broken.has(read))
    );
    return notebook.cells.find(({name}) => name === ready);
  }

  async function run(cell: Cell): Promise<void> {
    const controller = new AbortController();
    current = {name: cell.name, controller};
    stale.delete(cell.name);
    const since = now();
    tell(cell.name, {status: "running", since});
    try {
      refuseUnknown(cell, notebook);
      await work(cell, controller.signal);
      if (!stale.has(cell.name) && reads.has(cell.name)) tell(cell.name, {status: "done", ms: now() - since});
    } catch (error) {
      if (!stale.has(cell.name)) fail(cell.name, controller.signal.aborted ? undefined : error);
    } finally {
      current = undefined;
    }
  }

  function fail(name: string, error: unknown): void {
    broken.add(name);
    if (reads.has(name)) tell(name, error === undefined ? {status: "cancelled"} : {status: "failed", error});
  }

  /** What is still stale reads a failed cell, or is in a circle. */
  function block(name: string): void {
    const circle = circleOf(reads, name);
    if (circle) return tell(name, {status: "failed", error: new Error(inCircle(circle))});
    tell(name, {status: "waiting", for: reads.get(name)!.find((read) => broken.has(read) || stale.has(read))});
  }

  return {update, cancel: () => current?.controller.abort(), running: () => current?.name, settled: () => going};
}

function inCircle(circle: readonly string[]): string {
  return `a circle: ${circle.join(" reads ")}\n  let one of them read something else`;
}

/** Throws for an unknown input or an unknown cell of a chart; DuckDB itself reports unknown tables. */
function refuseUnknown(cell: Cell, {cells}: Notebook): void {
  const names = cells.map(({name}) => name);
  if (cell.kind === "chart" && !names.includes(cell.of)) throw new Error(`no cell is called ${cell.of}`);
  if (cell.kind === "text") refuse(namesIn(cell), names, "cell or input");
  if (cell.kind === "sql") refuse(inputsIn(cell.query), names, "input");
}

function refuse(read: readonly string[], names: readonly string[], what: string): void {
  const missing = read.find((name) => !names.includes(name));
  if (missing !== undefined) throw new Error(`no ${what} is called ${missing}\n  add one, or use another name`);
}

function inputsIn(query: string): string[] {
  return mentions(query).inputs.map(({name}) => name);
}
