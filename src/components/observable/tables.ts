import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import type {Table} from "apache-arrow";
import type {PublishedTable} from "../../lib/export/published.js";
import {accountTable, flowTable, ledgerTable} from "../../lib/export/results.js";
import {runTableOf, type NamedRun} from "../../lib/export/run-tables.js";
import type {PublishedRun} from "../../lib/library/run.js";
import {arrowStream, gridOfArrow} from "../database/arrow.js";
import {mentioned} from "../database/mentioned.js";
import type {Grid} from "../figure/grid.js";
import {gridOfTable} from "../rows/published-rows.js";
import {duckdb} from "./duckdb.js";
import type {ResultRow, TablesClient, TablesOptions} from "./observable.js";

/**
 * All tables of a run in DuckDB, for the SQL cells of a notebook: `const db = tables(run)`, or `const sql =
 * tables(run).sql` for Framework's. DuckDB is started, and each table inserted, when a query first mentions it.
 */
export function tables(run: PublishedRun, {duckdb: folder}: TablesOptions = {}): TablesClient {
  const held = new HeldTables(run);
  const query: TablesClient["query"] = async (text, values = []) => rowsOf(await held.query(text, values, folder));
  return {
    dialect: "duckdb",
    query,
    queryRow: async (text, values) => (await query(text, values))[0] ?? null,
    sql: (texts, ...values) => query(texts.join("?"), values),
    describeTables: () => Promise.resolve(held.all.map(({name}) => ({name}))),
    describeColumns: ({table}) => Promise.resolve(held.columnsOf(table))
  };
}

/** Number of runs whose tables stay in DuckDB: a notebook queries a new run after each edit. */
const KEPT = 3;

const kept: HeldTables[] = [];
let count = 0;
let last: Promise<unknown> = Promise.resolve();

class HeldTables {
  readonly all: readonly {name: string}[];
  private readonly run: NamedRun;
  private readonly schema = `run_${++count}`;
  private inserted = new Set<string>();

  constructor({run, scenario}: PublishedRun) {
    this.run = {scenario: scenario.name, run};
    this.all = [...run.model.tables.map(({name}) => ({name})), ...Object.keys(books).map((name) => ({name}))];
  }

  columnsOf(table: string): {name: string; type: string; unit: string; description: string}[] {
    const {columns} = this.tableOf(table);
    return columns.map(({name, type, unit, description}) => ({name, type, unit, description}));
  }

  private tableOf(name: string): PublishedTable {
    return books[name]?.([this.run]) ?? runTableOf([this.run], name);
  }

  /** Queries run one at a time, because tables may come and go before each. */
  query(text: string, values: readonly unknown[], folder: string | undefined): Promise<Grid> {
    const answer = last.then(() => this.answer(text, values, folder));
    last = answer.catch(() => undefined);
    return answer;
  }

  private async answer(text: string, values: readonly unknown[], folder: string | undefined): Promise<Grid> {
    const db = await duckdb(folder);
    const connection = await db.connect();
    try {
      await this.enter(connection);
      for (const {name} of mentioned(this.all, text)) await this.insert(connection, name);
      return gridOfArrow(await answerTo(connection, text, values));
    } finally {
      await connection.close();
    }
  }

  private async enter(connection: AsyncDuckDBConnection): Promise<void> {
    const at = kept.indexOf(this);
    if (at >= 0) kept.splice(at, 1);
    kept.push(this);
    while (kept.length > KEPT) await kept.shift()!.leave(connection);
    await connection.query(`CREATE SCHEMA IF NOT EXISTS ${this.schema}`);
    await connection.query(`SET search_path = '${this.schema}'`);
  }

  private async leave(connection: AsyncDuckDBConnection): Promise<void> {
    this.inserted = new Set();
    await connection.query(`DROP SCHEMA IF EXISTS ${this.schema} CASCADE`);
  }

  private async insert(connection: AsyncDuckDBConnection, name: string): Promise<void> {
    if (this.inserted.has(name)) return;
    this.inserted.add(name);
    const rows = arrowStream(gridOfTable(this.tableOf(name)));
    await connection.insertArrowFromIPCStream(rows, {schema: this.schema, name, create: true});
  }
}

/** Tables of payments, which are not part of the model. */
const books: Readonly<Record<string, (runs: readonly NamedRun[]) => PublishedTable>> = {
  flow: flowTable,
  ledger: ledgerTable,
  account: accountTable
};

async function answerTo(connection: AsyncDuckDBConnection, text: string, values: readonly unknown[]): Promise<Table> {
  if (values.length === 0) return connection.query(text);
  const statement = await connection.prepare(text);
  try {
    return await statement.query(...values);
  } finally {
    await statement.close();
  }
}

function rowsOf({columns, length}: Grid): ResultRow[] {
  return Array.from({length}, (_, i) => Object.fromEntries(columns.map(({name, values}) => [name, values[i] ?? null])));
}
