import {Field, makeData, makeVector, Schema, Table, tableToIPC, Utf8, type Vector} from "apache-arrow";

/** Columns of text as an Arrow stream, under the names c0, c1. */
export function textStream(columns: readonly (readonly (string | null)[])[]): Uint8Array {
  const fields = columns.map((_, i) => new Field(`c${i}`, new Utf8(), true));
  const vectors = Object.fromEntries(columns.map((values, i) => [`c${i}`, textVector(values)]));
  return tableToIPC(new Table(new Schema(fields), vectors), "stream");
}

/** Encodes all texts at once: one by one, a million would take seconds. */
function textVector(values: readonly (string | null)[]): Vector<Utf8> {
  const encoder = new TextEncoder();
  const all = values.join("");
  const data = encoder.encode(all);
  const isAscii = data.length === all.length;
  const offsets = new Int32Array(values.length + 1);
  const bitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  values.forEach((value, i) => {
    const length = value === null ? 0 : isAscii ? value.length : encoder.encode(value).length;
    offsets[i + 1] = offsets[i]! + length;
    if (value === null) ++nullCount;
    else bitmap[i >> 3]! |= 1 << (i & 7);
  });
  const type = new Utf8();
  return makeVector(
    makeData({type, length: values.length, nullCount, nullBitmap: bitmap, valueOffsets: offsets, data})
  );
}
