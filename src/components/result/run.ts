import type {Table} from "apache-arrow";
import {identifier, quoted} from "../../lib/export/sql/identifier.js";
import {describing} from "../database/exact-query.js";
import {QueryError, readable} from "../database/query-error.js";
import {bare, refuseChange, refuseUnfit, statements, type Statement} from "../database/statements.js";
import {orAborted} from "../load/or-aborted.js";
import {uniqueNames} from "../database/unique-names.js";
import type {Engine} from "./engine.js";
import {kept, keeping, type Kept} from "./kept.js";

/** Options for running a text. */
export interface RunOptions {
  /** The table that stores the result, as SQL. */
  table: string;
  /** The model's tables, which no statement may change. */
  model: readonly string[];
  /** Other tables that a misspelt name could mean. */
  others?: readonly string[];
  signal?: AbortSignal;
  /** Provides the tables that a statement mentions. */
  tables?: RunTables;
  /** Called with each statement that ran and is not a query. */
  made?: (statement: string) => void;
}

/** Provides a statement's tables first without rows, so that an error loads none, and then with them. */
export interface RunTables {
  declare: (statement: string) => Promise<void>;
  fill: (statement: string) => Promise<void>;
}

/**
 * Runs the statements of a text in order and stores the result of the last one; undefined if it has none. After an
 * error, the table keeps its previous result, and the error points into the text. Throws a `QueryError`.
 */
export async function run(engine: Engine, text: string, options: RunOptions): Promise<Kept | undefined> {
  const all = statements(text);
  const last = all.pop();
  if (!last) throw new QueryError("There is no statement to run.", undefined);
  for (const statement of all)
    await placed(engine, text, statement, options, async () => {
      const isQuery = await checked(engine, statement.text, options);
      await engine.rows(statement.text);
      if (!isQuery) options.made?.(statement.text.trim());
    });
  return placed(engine, text, last, options, async () => {
    const isQuery = await checked(engine, last.text, options);
    return isQuery ? keepQuery(engine, last.text, options) : keepAnswer(engine, last.text, options);
  });
}

/** Runs a statement; its errors point into the text. */
async function placed<Value>(
  engine: Engine,
  text: string,
  statement: Statement,
  {model, signal, ...others}: RunOptions,
  go: () => Promise<Value>
): Promise<Value> {
  try {
    signal?.throwIfAborted();
    refuseChange(statement.text, model);
    refuseUnfit(statement.text);
    return await go();
  } catch (error) {
    signal?.throwIfAborted();
    const explained = readable(error, namesIn({model, ...others}), statement.text);
    throw explained instanceof QueryError ? explained.shifted(bytesOf(text.slice(0, statement.from))) : explained;
  }
}

/** The tables that a misspelt name could mean. */
function namesIn({model, others = []}: Pick<RunOptions, "model" | "others">): string[] {
  return [...others, ...model];
}

/**
 * Provides a statement's tables, and throws before their rows are loaded if it is invalid; returns whether it is a
 * query.
 */
async function checked(engine: Engine, text: string, {tables, ...options}: RunOptions): Promise<boolean> {
  const {signal} = options;
  const brought = (work: Promise<void> | undefined) => (work && signal ? orAborted(work, signal) : work);
  await brought(tables?.declare(text));
  const isQuery = await isDescribed(engine, text);
  if (!isQuery && isPlanned(text)) await runBehind(engine, "EXPLAIN ", text, options);
  await brought(tables?.fill(text));
  signal?.throwIfAborted();
  return isQuery;
}

/** Statements that report something, such as EXPLAIN, have no columns to describe. */
async function isDescribed(engine: Engine, text: string): Promise<boolean> {
  return engine.rows(describing(text)).then(
    () => true,
    () => false
  );
}

/** Whether DuckDB plans a statement before running it; the columns of PIVOT depend on the rows. */
function isPlanned(text: string): boolean {
  const isKnown = /^(select|with|from|values|table|insert|create\b[^(]*\bas|\()/i.test(bare(text));
  return isKnown && !/\bpivot/i.test(text);
}

async function keepQuery(engine: Engine, text: string, options: RunOptions): Promise<Kept> {
  await runBehind(engine, keeping(options.table), `${text}\n)`, options);
  return kept(engine, options.table);
}

async function keepAnswer(engine: Engine, text: string, {table, made}: RunOptions): Promise<Kept | undefined> {
  const answer = await engine.rows(text);
  made?.(text.trim());
  if (answer.numRows === 0) return undefined;
  await engine.rows(`CREATE OR REPLACE TABLE ${table} AS ${literals(answer)}`);
  return kept(engine, table);
}

/** Runs a text after a prefix; errors point into the text. */
async function runBehind(engine: Engine, head: string, text: string, options: RunOptions): Promise<void> {
  try {
    await engine.rows(head + text);
  } catch (error) {
    const explained = readable(error, namesIn(options), head + text);
    throw explained instanceof QueryError ? explained.shifted(-bytesOf(head)) : explained;
  }
}

function literals(answer: Table): string {
  const names = uniqueNames(answer.schema.fields.map(({name}) => name)).map(identifier);
  const rows = Array.from({length: answer.numRows}, (_, row) => {
    const values = names.map((_, i) => answer.getChildAt(i)?.get(row) as string | number | bigint | null);
    return `(${values.map((value) => (value === null ? "NULL" : quoted(`${value}`))).join(", ")})`;
  });
  return `FROM (VALUES ${rows.join(", ")}) AS answer(${names.join(", ")})`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
