import {readFileSync} from "node:fs";
import {parquetMetadata} from "hyparquet";
import type {IdentityEntries} from "../../lib/export/identity.js";
import type {PublishedTable} from "../../lib/export/published.js";
import {folderAt, type Contents} from "./write-folder.js";

/** Writes tables to a folder checked beforehand, with the run's hash in the files' metadata. */
export type WriteTables = (
  tables: readonly PublishedTable[],
  hash: string,
  identity?: IdentityEntries
) => Promise<void>;

/**
 * The `--out` folder for one run's tables as Parquet, which replace an earlier run's. Throws an `InputError` if the
 * folder is not writable or holds other files.
 */
export function tableFolder(out: string): WriteTables {
  const write = folderAt("--out", out, contents);
  return async (tables, hash, identity) => {
    const {parquet} = await import("../../lib/export/parquet.js");
    await write(new Map(tables.map((table) => [`${table.name}.parquet`, parquet(table, hash, identity)])));
  };
}

/** The hash of model and assumptions in the metadata of a table's file; undefined for other files. */
export function modelHashOf(path: string): string | undefined {
  try {
    const {buffer, byteOffset, byteLength} = new Uint8Array(readFileSync(path));
    const {key_value_metadata: facts = []} = parquetMetadata(buffer.slice(byteOffset, byteOffset + byteLength));
    return facts.find(({key}) => key === "model_hash")?.value;
  } catch {
    return undefined;
  }
}

const contents: Contents = {
  of: "this program's tables",
  isOurs: (name, path) => name.endsWith(".parquet") && modelHashOf(path) !== undefined,
  stays: () => false
};
