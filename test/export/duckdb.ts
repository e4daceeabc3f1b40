import {DuckDBInstance, type DuckDBConnection, type DuckDBPreparedStatement} from "@duckdb/node-api";
import {inputTables} from "../../lib/export/sql/inputs.js";
import {sqlModel} from "../../lib/export/sql/index.js";
import type {Run} from "../../lib/sheet/index.js";
import type {ReadCell} from "./agreement.js";

/** A new database in memory. */
export async function memory(): Promise<DuckDBConnection> {
  return (await DuckDBInstance.create(":memory:", {threads: "1"})).connect();
}

export type Row = Readonly<Record<string, unknown>>;

/** Each run plans a model's thousands of expressions anew, and these optimiser passes took a third of its time. */
const idle = ["join_order", "statistics_propagation"];

/** A new database in memory, in which thousands of expressions are planned quickly. */
export async function quickToPlan(): Promise<DuckDBConnection> {
  const database = await memory();
  await database.run(`SET disabled_optimizers = '${idle.join(",")}'`);
  return database;
}

/** The cells of a run, computed by its script as it is exported. */
export async function cellsInDuckdb(run: Run): Promise<ReadCell> {
  const database = await quickToPlan();
  await database.run(sqlModel(run));
  return cellsIn(database, run);
}

/** A model's script in DuckDB, planned once to compute all runs that differ only in their inputs. */
export class SqlModel {
  private constructor(
    readonly database: DuckDBConnection,
    readonly simulation: DuckDBPreparedStatement | undefined
  ) {}

  static async of(run: Run): Promise<SqlModel> {
    const database = await quickToPlan();
    await database.run(
      sqlModel(run).replace(/^CREATE TABLE run AS.*$/m, "CREATE TABLE run AS FROM simulation LIMIT 0;")
    );
    const changes = [...run.model.columns.values()].some(({dynamic}) => dynamic);
    return new SqlModel(database, changes ? await database.prepare("INSERT INTO run FROM simulation") : undefined);
  }

  /** The cells of a run's model, computed from its inputs. */
  async cells(run: Run): Promise<ReadCell> {
    await this.database.run(["BEGIN", ...refill(run), "COMMIT"].join(";\n"));
    if (this.simulation) await this.database.run("DELETE FROM run");
    await this.simulation?.run();
    return cellsIn(this.database, run);
  }
}

async function cellsIn(database: DuckDBConnection, run: Run): Promise<ReadCell> {
  const rows = await tablesIn(database, run);
  return readCell(run, (table) => rows.get(table)!);
}

/** The rows of all tables of a run's model. */
export async function tablesIn(database: DuckDBConnection, {model}: Run): Promise<ReadonlyMap<string, Row[]>> {
  const rows = new Map<string, Row[]>();
  for (const {name} of model.tables) rows.set(name, (await database.runAndReadAll(`FROM "${name}"`)).getRowObjectsJS());
  return rows;
}

/** Reads a run's cells from the rows of its tables, by month if a table changes over time. */
export function readCell(run: Run, rowsOf: (table: string) => readonly Row[]): ReadCell {
  const rows = new Map(run.model.tables.map(({name}) => [name, rowsOf(name)]));
  return ({table, name, dynamic}, row, month) => {
    const found = rows.get(table.name)!;
    const value = found[row + (dynamic ? month * (found.length / run.months) : 0)]![name];
    return typeof value === "number" || typeof value === "string" ? value : null;
  };
}

function refill(run: Run): string[] {
  return inputTables(run).flatMap((statement) => {
    const table = /^(?:INSERT INTO|CREATE TABLE) (\S+)/.exec(statement)![1]!;
    if (statement.startsWith("INSERT")) return [statement.replace(/;$/, "")];
    return table === "input.clock" ? [] : [`DELETE FROM ${table}`];
  });
}
