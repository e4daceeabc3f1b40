import {expect, test} from "vitest";
import {placeOf, readable} from "../../src/components/database/query-error.js";

const json = '{"exception_type":"Binder","exception_message":"no column \\"pric\\"","position":"9"}';

test("readable(JSON of DuckDB) is its kind and its message", () => {
  expect(readable(new Error(json)).message).toBe('Binder Error: no column "pric"');
});

test("readable(any other error) keeps its message", () => {
  expect(readable(new Error("out of memory")).message).toBe("out of memory");
});

test("placeOf is the word at the position, which DuckDB counts in bytes", () => {
  const query = "SELECT ü pric FROM x";
  const {from, to} = placeOf(readable(new Error(json.replace('"9"', '"10"'))), query) ?? {from: 0, to: 0};
  expect(query.slice(from, to)).toBe("pric");
});

test("placeOf is undefined when the error points nowhere", () => {
  expect(placeOf(readable(new Error("out of memory")), "SELECT 1")).toBeUndefined();
});
