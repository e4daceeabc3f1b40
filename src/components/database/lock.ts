import type {AsyncDuckDB} from "@duckdb/duckdb-wasm";

/** Permanently closes files, addresses and extensions to all queries, since queries in links run at once. */
export const locks = [
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true"
] as const;

/** Closes a database to everything except what the page puts into it. */
export async function lock(db: AsyncDuckDB): Promise<void> {
  const connection = await db.connect();
  try {
    await connection.query(locks.join("; "));
  } finally {
    await connection.close();
  }
}
