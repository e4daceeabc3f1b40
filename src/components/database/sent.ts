import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import type {RecordBatch, Table} from "apache-arrow";

/** The result of a query that is sent rather than run, so that it can be cancelled. */
export async function sent(connection: AsyncDuckDBConnection, text: string): Promise<Table> {
  const {Table} = await import("apache-arrow");
  const reader = await connection.send(text);
  const batches: RecordBatch[] = [];
  for await (const batch of reader) batches.push(batch);
  return batches.length > 0 ? new Table(batches) : new Table(reader.schema);
}
