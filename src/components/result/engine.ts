import type {Table} from "apache-arrow";

/** Runs SQL: in the page's DuckDB, or in a test's. */
export interface Engine {
  /** Returns an Arrow table. */
  rows(sql: string): Promise<Table>;
  /** Returns the bytes of an Arrow file. */
  file(sql: string): Promise<Uint8Array>;
}
