import {describe, expect, it} from "vitest";
import {published, readFolder} from "../../data-loaders/run/files.js";
import {chain, emptyDerivedTables, readAssumptions} from "../../lib/model/index.js";
import {InputError} from "../../lib/sheet/index.js";

const {facility: _, ...files} = readFolder(published, ".csv");
const empty = {
  keys: [],
  columns: {
    provider: {values: []},
    model: {values: []},
    input: {values: []},
    cached_input: {values: []},
    output: {values: []}
  }
};

describe("readAssumptions", () => {
  it("names a file that is missing", () =>
    expect(() =>
      readAssumptions(chain, files, {folder: "assumptions", given: {list_price: empty, ...emptyDerivedTables}})
    ).toThrow(
      new InputError(
        "assumptions/facility.csv: file not found: the model needs it, with a column for each of its inputs"
      )
    ));
});
