import {Field, Schema, Table, tableToIPC, Utf8, vectorFromArray} from "apache-arrow";
import type {OwnColumn} from "./own-file.js";

/** Columns of text as the bytes of an Arrow stream, under the names c0, c1. */
export function textStream(columns: readonly OwnColumn[]): Uint8Array {
  const fields = columns.map((_, i) => new Field(`c${i}`, new Utf8(), true));
  const vectors = Object.fromEntries(columns.map(({values}, i) => [`c${i}`, vectorFromArray(values, new Utf8())]));
  return tableToIPC(new Table(new Schema(fields), vectors), "stream");
}
