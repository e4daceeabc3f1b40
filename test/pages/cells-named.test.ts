import {describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {cellsNamed} from "../../src/pages/sheet/cells-named.js";
import {project} from "../model/project.js";

const {run} = runScenario(project, "reference", [], 1);
const found = (text: string): string[] => cellsNamed(run, text).map(({address}) => address);

describe("cellsNamed(run, text)", () => {
  it("finds a cell by words of its column and its row, in any order", () => {
    expect(found("power price texas")).toContain("region[texas].power_price");
    expect(found("Texas power price")).toEqual(found("power price texas"));
  });
  it("finds all cells of a row whose columns are named", () => {
    const cells = found("b200 price");
    expect(cells).toContain("accelerator[b200].unit_price");
    expect(cells.every((cell) => /\[[^\]]*b200[^\]]*\]\..*/.test(cell))).toBe(true);
  });
  it.each(["texas", "power price", "texas nowhere"])("finds none by “%s”: both row and column must be named", (text) =>
    expect(found(text)).toEqual([])
  );
});
