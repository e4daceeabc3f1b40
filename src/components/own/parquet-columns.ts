import {parquetMetadata, parquetReadObjects, parquetSchema} from "hyparquet";
import {compressors} from "hyparquet-compressors";
import {columnOf} from "./json-columns.js";
import {columnsOfRows, type OwnColumn} from "./own-file.js";

/** The columns of a Parquet file, with any compression; lists and groups become lists and structs. */
export async function parquetColumns(bytes: Uint8Array): Promise<OwnColumn[]> {
  const file = bytes.slice().buffer;
  const names = parquetSchema(parquetMetadata(file)).children.map(({element}) => element.name);
  const rows = await parquetReadObjects({file, compressors});
  return columnsOfRows(rows, names).map(({name, values}) => ({name, ...columnOf(values)}));
}
