import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";

/** What closes files, addresses and extensions to every query, for good: links carry queries that run at once. */
export const locks = [
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true"
] as const;

/** Closes a database to all but what the page puts into it. */
export async function lock(db: AsyncDuckDB): Promise<void> {
  const connection = await db.connect();
  try {
    await connection.query(locks.join("; "));
  } finally {
    await connection.close();
  }
}
