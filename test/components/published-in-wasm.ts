import type {DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import {arrowStream} from "../../src/components/database/arrow.js";
import {mentioned} from "../../src/components/database/mentioned.js";
import {declaration} from "../../src/components/database/declaration.js";
import {gridOf} from "../../src/components/figure/grid.js";
import {catalog, rowsOf} from "../export/published-tables.js";
import {memoryDuckdb} from "./memory-duckdb.js";

/** The DuckDB of pages, with the published tables that its queries mention. */
export interface PublishedInWasm {
  /** The rows of a query, each value as DuckDB's own text. */
  texts: (query: string) => Promise<(string | null)[][]>;
}

export async function publishedInWasm(): Promise<PublishedInWasm> {
  const connection = await memoryDuckdb();
  const inserted = new Map<string, Promise<void>>();
  return {
    texts: async (query) => {
      for (const table of mentioned(catalog, query)) {
        const done = inserted.get(table.name) ?? insert(connection, table);
        inserted.set(table.name, done);
        await done;
      }
      const answer = connection.query(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${query}\n)`);
      const columns = answer.schema.fields.map((_, i) => Array.from(answer.getChildAt(i)!, (text) => text as string));
      return Array.from({length: answer.numRows}, (_, row) => columns.map((values) => values[row]!));
    }
  };
}

async function insert(connection: DuckDBConnection, table: (typeof catalog)[number]): Promise<void> {
  connection.query(declaration(table));
  const stream = arrowStream(gridOf(await rowsOf(table.name), table.columns));
  connection.insertArrowFromIPCStream(stream, {name: table.name, create: false});
}
