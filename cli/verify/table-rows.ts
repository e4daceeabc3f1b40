import {parquetReadObjects} from "hyparquet";

/** A row of a published table, by column. */
export type TableRow = Record<string, unknown>;

/** The rows of a Parquet file. */
export async function tableRows({buffer, byteOffset, byteLength}: Uint8Array): Promise<TableRow[]> {
  return parquetReadObjects({file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer});
}
