import {isPrerendering} from "../../components/load/prerendering.js";
import {bringEvery} from "../../components/database/every-table.js";
import {pageEngine, type PageEngine} from "../../components/database/page-engine.js";
import {readable} from "../../components/database/query-error.js";
import {untilStopped} from "../../components/database/until-stopped.js";
import {orAborted} from "../../components/load/or-aborted.js";
import {onceEach} from "../../components/load/once.js";
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
  /** Whether DuckDB was ended, because a query did not stop, and another is on its way. */
  isStarting: () => boolean;
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
  /** Hears of each statement that may have made a table. */
  made: () => void;
  /** Hears when DuckDB starts again, and when it has started. */
  started: () => void;
}

/** A session with an empty notebook. */
export function session({tables, own, work, tell, changed, made, started}: SessionOptions): Session {
  let notebook: Notebook = {title: "", cells: []};
  const results = new Map<string, Kept>();
  const log: string[] = [];
  let limit: number = limits[1];
  let isStarting = false;
  const remade = onceEach(replay);
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
    const engine = await orAborted(ready(text), signal);
    const timeout = AbortSignal.timeout(1000 * limit);
    try {
      return await untilStopped(engine, AbortSignal.any([signal, timeout]), go, startAgain);
    } catch (error) {
      if (signal.aborted) throw error;
      if (timeout.aborted) throw new Error(tooLong(limit), {cause: error});
      throw readable(error, [...own().map(({name}) => `own.${name}`), ...results.keys(), ...model]);
    }
  }

  async function ready(text: string): Promise<PageEngine> {
    const engine = await pageEngine();
    await remade(engine);
    await bringEvery(engine.db, text);
    return engine;
  }

  /** All other cells run again in a DuckDB that takes the place of one that was ended. */
  function startAgain(): void {
    results.clear();
    starting(true);
    const names = notebook.cells.map(({name}) => name);
    cells.update(
      notebook,
      names.filter((name) => name !== cells.running())
    );
    // A cell that needs DuckDB says why it did not start.
    void ready("").then(
      () => starting(false),
      () => starting(false)
    );
  }

  function starting(is: boolean): void {
    isStarting = is;
    started();
  }

  /** Makes tables anew whose statements stand in no cell any more: cells make theirs when they run. */
  async function replay(engine: PageEngine): Promise<void> {
    const written = notebook.cells.map((cell) => (cell.kind === "sql" ? cell.query : "")).join("\n");
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
      made();
    },
    result: (name) => results.get(name),
    keep,
    change,
    run,
    cancel: cells.cancel,
    using,
    settled: cells.settled,
    isStarting: () => isStarting,
    limit: () => limit,
    setLimit: (seconds) => (limit = seconds)
  };
}

/** As many statements as are run again. */
const LOGGED = 200;

function tooLong(seconds: number): string {
  return `stopped after ${seconds} s, the time limit\n  ask for less, or choose a longer limit above the cells`;
}
