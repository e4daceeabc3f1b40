import type {Table} from "apache-arrow";
import {identifier, quoted} from "../../lib/export/sql/identifier.js";
import {describing} from "../database/exact-query.js";
import {QueryError, readable} from "../database/query-error.js";
import {refuseChange, statements, type Statement} from "../database/statements.js";
import {uniqueNames} from "../database/unique-names.js";
import type {Engine} from "./engine.js";
import {kept, keeping, type Kept} from "./kept.js";

/** What a text is run with. */
export interface RunOptions {
  /** The table that keeps the result, as SQL. */
  table: string;
  /** The model's tables, which no statement may change. */
  model: readonly string[];
  /** Other tables that a misspelt name may mean. */
  others?: readonly string[];
  signal?: AbortSignal;
}

/**
 * Runs the statements of a text in their order and keeps the last one's result; undefined where that has none. An error
 * keeps the result that the table has, and points into the text. Throws a `QueryError`.
 */
export async function run(engine: Engine, text: string, options: RunOptions): Promise<Kept | undefined> {
  const all = statements(text);
  const last = all.pop();
  if (!last) throw new QueryError("There is no statement to run.", undefined);
  for (const statement of all) await placed(engine, text, statement, options, () => engine.rows(statement.text));
  return placed(engine, text, last, options, () => keepLast(engine, last.text, options.table));
}

/** Runs a statement, with its errors placed in the text. */
async function placed<Value>(
  engine: Engine,
  text: string,
  statement: Statement,
  {model, others = [], signal}: RunOptions,
  go: () => Promise<Value>
): Promise<Value> {
  try {
    signal?.throwIfAborted();
    refuseChange(statement.text, model);
    return await go();
  } catch (error) {
    signal?.throwIfAborted();
    const told = readable(error, [...others, ...model]);
    throw told instanceof QueryError ? told.shifted(bytesOf(text.slice(0, statement.from))) : told;
  }
}

async function keepLast(engine: Engine, text: string, table: string): Promise<Kept | undefined> {
  if (await isQuery(engine, text)) {
    const head = keeping(table);
    await engine.rows(`${head}${text}\n)`).catch((error: unknown) => {
      const told = readable(error);
      throw told instanceof QueryError ? told.shifted(-bytesOf(head)) : told;
    });
    return kept(engine, table);
  }
  const answer = await engine.rows(text);
  if (answer.numRows === 0) return undefined;
  await engine.rows(`CREATE OR REPLACE TABLE ${table} AS ${literals(answer)}`);
  return kept(engine, table);
}

/** A statement that tells something, such as EXPLAIN, can't be kept as a query can. */
async function isQuery(engine: Engine, text: string): Promise<boolean> {
  return engine.rows(describing(text)).then(
    () => true,
    () => false
  );
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
