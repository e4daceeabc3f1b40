import {readFileSync} from "node:fs";
import {tableFromIPC, tableToIPC} from "apache-arrow";
import {expect, test} from "vitest";
import {arrowStreamOf} from "../../src/components/own/arrow-stream.js";
import {lz4Frame} from "../../src/components/own/lz4-frame.js";

const file = (name: string): Uint8Array => readFileSync(new URL(`arrow/${name}.arrows`, import.meta.url));
const rowsOf = (bytes: Uint8Array): unknown[] => tableFromIPC(bytes).toArray().map(String);

/** The rows in the files, whose buffers were compressed by the programs lz4 and zstd. */
const rows = Array.from({length: 400}, (_, i) => {
  const name = i % 7 === 3 ? null : `seller ${i % 13} of tokens`;
  const price = i % 11 === 5 ? null : i / 8;
  const seen = Date.UTC(2026, 0, 1 + (i % 28));
  return JSON.stringify({name, price, tier: ["spot", "reserved"][i % 2], seen, none: null});
});

test.each(["lz4", "zstd"])("the buffers of an Arrow stream that %s compressed are read, dictionaries too", (name) => {
  const stream = arrowStreamOf(file(name));
  const found = tableFromIPC(stream).toArray() as {toJSON: () => {seen: Date}}[];
  expect(found.map((row) => JSON.stringify({...row.toJSON(), seen: Number(row.toJSON().seen)}))).toEqual(rows);
});

test("an Arrow file becomes a stream with the same rows, and a stream stays as it is", () => {
  const stream = arrowStreamOf(file("lz4"));
  const again = arrowStreamOf(tableToIPC(tableFromIPC(stream), "file"));
  expect(rowsOf(again)).toEqual(rowsOf(stream));
  expect(arrowStreamOf(stream)).toEqual(stream);
});

test("an Arrow file that was cut off says so", () => {
  const whole = file("zstd");
  expect(() => arrowStreamOf(whole.subarray(0, whole.length - 500))).toThrow("the file was cut off");
});

test("a damaged frame of LZ4 is refused, not read past its end", () => {
  const frame = Uint8Array.from([4, 34, 77, 24, 96, 64, 0, 4, 0, 0, 0, 16, 65, 9, 0, 0, 0, 0, 0]);
  expect(() => lz4Frame(frame, 10)).toThrow("damaged");
  expect(() => lz4Frame(Uint8Array.from([1, 2, 3, 4]), 10)).toThrow("not an LZ4 frame");
});
