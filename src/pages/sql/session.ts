import {stopDatabase} from "../../components/database/duckdb.js";
import {isPrerendering} from "../../components/load/prerendering.js";
import {bringEvery} from "../../components/database/every-table.js";
import {pageEngine, type PageEngine} from "../../components/database/page-engine.js";
import {namesIn} from "../../components/notebook/graph.js";
import type {Cell, Notebook} from "../../components/notebook/notebook.js";
import {runner, type CellState} from "../../components/notebook/runner.js";
import type {OwnTable} from "../../components/own/own-store.js";
import type {Kept} from "../../components/result/kept.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import {identifier} from "../../lib/export/sql/identifier.js";

/** An open notebook: what its cells are, and what their queries gave. */
export interface Session {
  notebook: () => Notebook;
  tables: readonly CatalogTable[];
  /** The names of the model's tables, which no cell may have. */
  model: readonly string[];
  /** The reader's own tables. */
  own: () => readonly OwnTable[];
  result: (name: string) => Kept | undefined;
  keep: (name: string, result: Kept | undefined) => void;
  /** Takes a changed notebook, runs what changed and what reads it, and tells who listens. */
  change: (next: Notebook, how: Change) => void;
  /** Runs a cell again, and what reads it; all cells where no name is told. */
  run: (name?: string) => void;
  cancel: () => void;
  /** Does something with DuckDB, in which all tables that a text mentions are, until the signal aborts. */
  using: <Value>(text: string, signal: AbortSignal, go: (engine: PageEngine) => Promise<Value>) => Promise<Value>;
  settled: () => Promise<void>;
  /** Takes note of a statement that made or changed a table: where DuckDB has to be ended, it is run again. */
  made: (statement: string) => void;
  /** How long a cell may run, in seconds. */
  limit: () => number;
  setLimit: (seconds: number) => void;
}

/** The time limits that are offered, in seconds; the second unless another is chosen. */
export const limits = [10, 60, 300, 3600] as const;

/** A step can be taken back; a value that is set can't, but is kept; what was opened is kept once it is changed. */
export type Change = "step" | "value" | "opened";

export interface SessionOptions {
  tables: readonly CatalogTable[];
  own: () => readonly OwnTable[];
  work: (cell: Cell, signal: AbortSignal) => Promise<void>;
  tell: (name: string, state: CellState) => void;
  changed: (notebook: Notebook, how: Change) => void;
}

/** How long a cancelled query may take to stop before DuckDB is ended, in ms. */
const patience = 400;

/** A session with an empty notebook. */
export function session({tables, own, work, tell, changed}: SessionOptions): Session {
  let notebook: Notebook = {title: "", cells: []};
  const results = new Map<string, Kept>();
  const log: string[] = [];
  let limit: number = limits[1];
  const model = tables.map(({name}) => name);
  const cells = runner({work, tell});

  function change(next: Notebook, how: Change): void {
    const before = new Map(notebook.cells.map((cell) => [cell.name, JSON.stringify(cell)]));
    notebook = next;
    const names = next.cells.map(({name}) => name);
    for (const name of results.keys()) if (!names.includes(name)) void drop(name);
    changed(next, how);
    if (isPrerendering()) return;
    const gone = [...before.keys()].filter((name) => !names.includes(name));
    const isChanged = (cell: Cell): boolean =>
      before.get(cell.name) !== JSON.stringify(cell) || namesIn(cell).some((name) => gone.includes(name));
    cells.update(
      next,
      next.cells.filter(isChanged).map(({name}) => name)
    );
  }

  function keep(name: string, result: Kept | undefined): void {
    if (result) results.set(name, result);
    else results.delete(name);
  }

  async function drop(name: string): Promise<void> {
    results.delete(name);
    const engine = await pageEngine();
    await engine.rows(`DROP TABLE IF EXISTS ${identifier(name)}`);
  }

  function run(name?: string): void {
    cells.update(notebook, name === undefined ? notebook.cells.map((cell) => cell.name) : [name]);
  }

  async function using<Value>(
    text: string,
    signal: AbortSignal,
    go: (engine: PageEngine) => Promise<Value>
  ): Promise<Value> {
    const engine = await pageEngine();
    await bringEvery(engine.db, text);
    signal.throwIfAborted();
    const timeout = AbortSignal.timeout(1000 * limit);
    const stop = AbortSignal.any([signal, timeout]);
    stop.addEventListener("abort", engine.cancel);
    let isDone = false;
    try {
      return await Promise.race([go(engine), stuck(stop, () => isDone)]);
    } catch (error) {
      if (timeout.aborted && !signal.aborted) throw new Error(tooLong(limit), {cause: error});
      throw error;
    } finally {
      isDone = true;
      stop.removeEventListener("abort", engine.cancel);
    }
  }

  /** A query that does not stop when it is cancelled ends with DuckDB, and all other cells run again. */
  function stuck(signal: AbortSignal, isDone: () => boolean): Promise<never> {
    return new Promise((_, reject) => {
      const end = (): void => void (isDone() || restart().finally(() => reject(cancelled)));
      signal.addEventListener("abort", () => setTimeout(end, patience), {once: true});
    });
  }

  async function restart(): Promise<void> {
    await stopDatabase();
    results.clear();
    await replay();
    const names = notebook.cells.map(({name}) => name);
    cells.update(
      notebook,
      names.filter((name) => name !== cells.running())
    );
  }

  /** Makes tables anew whose statements stand in no cell any more: cells make theirs when they run. */
  async function replay(): Promise<void> {
    const written = notebook.cells.map((cell) => (cell.kind === "sql" ? cell.query : "")).join("\n");
    const engine = await pageEngine();
    for (const statement of log.filter((one) => !written.includes(one))) {
      await bringEvery(engine.db, statement);
      // A table that reads what is no longer there is not made.
      await engine.rows(statement).catch(() => undefined);
    }
  }

  return {
    notebook: () => notebook,
    tables,
    model,
    own,
    made: (statement) => {
      log.push(statement);
      log.splice(0, log.length - LOGGED);
    },
    result: (name) => results.get(name),
    keep,
    change,
    run,
    cancel: cells.cancel,
    using,
    settled: cells.settled,
    limit: () => limit,
    setLimit: (seconds) => (limit = seconds)
  };
}

/** As many statements as are run again. */
const LOGGED = 200;

const cancelled = new Error("cancelled");

function tooLong(seconds: number): string {
  return `stopped after ${seconds} s, the time limit\n  ask for less, or choose a longer limit above the cells`;
}
