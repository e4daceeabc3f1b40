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

test("placeOf is the missing name if DuckDB gives no position, with a suggestion", () => {
  const error = readable(new Error("Catalog Error: Table with name clusterr does not exist!\nDid you mean x?"), [
    "cluster"
  ]);
  const query = "SELECT *\nFROM clusterr";
  const {from, to} = placeOf(error, query) ?? {from: 0, to: 0};
  expect(query.slice(from, to)).toBe("clusterr");
  expect(error).toHaveProperty("suggestion", "cluster");
});

test("placeOf is undefined when the error points nowhere", () => {
  expect(placeOf(readable(new Error("out of memory")), "SELECT 1")).toBeUndefined();
});

test("for a misspelt table, the model's nearest table is suggested, not DuckDB's", () => {
  const error = new Error(
    'Catalog Error: Table with name clusterr does not exist!\nDid you mean "sqlite_master"?\n\nLINE 1'
  );
  expect(readable(error, ["cluster", "economy"]).message).toBe(
    "Catalog Error: Table with name clusterr does not exist!\n  did you mean cluster?\n  tables: cluster, economy"
  );
});

test("a term that has moved to another table is told where it is", () => {
  const error = new Error(
    'Binder Error: Referenced column "debt_tail" not found in FROM clause!\nCandidate bindings: "tax_life"\n\nLINE 1'
  );
  expect(readable(error, ["project_default"]).message).toBe(
    'Binder Error: Referenced column "debt_tail" not found in FROM clause!\n  it has moved: did you mean ' +
      "parameter.debt_tail?"
  );
});

test.each([
  'Permission Error: Cannot access file "https://example.com/x.csv" - file system operations are disabled by ' +
    "configuration",
  'Catalog Error: Table Function with name "read_parquet" is not in the catalog, but it exists in the parquet ' +
    "extension.",
  'Invalid Input Error: Cannot change configuration option "threads" - the configuration has been locked'
])("what the page has closed is said to be closed: %s", (first) => {
  expect(readable(new Error(`${first}\n\nTry INSTALL parquet`)).message).toMatch(
    new RegExp(`^[^\n]+\n  This page's DuckDB reads the model's tables only, no files, .* in a DuckDB of your own\\.$`)
  );
});
