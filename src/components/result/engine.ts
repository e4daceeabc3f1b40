import type {Table} from "apache-arrow";

/** What runs SQL: the page's DuckDB, or that of a test. */
export interface Engine {
  /** The result as an Arrow table. */
  rows(sql: string): Promise<Table>;
  /** The result as the bytes of an Arrow file. */
  file(sql: string): Promise<Uint8Array>;
}
