import {parquetReadObjects} from "hyparquet";

/** A row of a published table, by column. */
export type TableRow = Record<string, unknown>;

/** The rows of a Parquet file, or the first of them. */
export async function tableRows(bytes: Uint8Array, rowEnd?: number): Promise<TableRow[]> {
  return parquetReadObjects({file: bufferOf(bytes), ...(rowEnd !== undefined && {rowEnd})});
}

/** A file's bytes as hyparquet takes them: Node's own may lie in a larger buffer. */
export function bufferOf({buffer, byteOffset, byteLength}: Uint8Array): ArrayBuffer {
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
