import {parquetReadObjects} from "hyparquet";

/** A row of a published table, by column. */
export type TableRow = Record<string, unknown>;

/** The rows of a Parquet file, or the first few. */
export async function tableRows(bytes: Uint8Array, rowEnd?: number): Promise<TableRow[]> {
  return parquetReadObjects({file: bufferOf(bytes), ...(rowEnd !== undefined && {rowEnd})});
}

/** A file's bytes in the form that hyparquet takes: Node's bytes may be part of a larger buffer. */
export function bufferOf({buffer, byteOffset, byteLength}: Uint8Array): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
