import {pageEngine} from "../database/page-engine.js";
import {kept, texts} from "../result/kept.js";
import {arrowStreamOf} from "./arrow-stream.js";
import type {OwnColumn} from "./own-file.js";

/** The columns of an Arrow file or stream with DuckDB's types, each value as DuckDB's own text. */
export async function arrowColumns(bytes: Uint8Array): Promise<OwnColumn[]> {
  const stream = arrowStreamOf(bytes);
  const engine = await pageEngine();
  const connection = await engine.db.connect();
  try {
    await connection.query(`DROP TABLE IF EXISTS ${read}`);
    await connection.insertArrowFromIPCStream(stream, {name: "arrow file", create: true});
    const result = await kept(engine, read);
    const values = await texts(engine, result);
    return result.columns.map(({name, type}, i) => ({name, type, values: values[i]!}));
  } finally {
    await connection.query(`DROP TABLE IF EXISTS ${read}`);
    await connection.close();
  }
}

const read = '"arrow file"';
