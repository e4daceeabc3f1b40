import {describe, expect, it} from "vitest";
import {charactersIn, labelRoom, shortened} from "../../src/components/charts/label-room.js";

describe("names beside a chart", () => {
  it("have room for the longest of them", () => {
    expect(labelRoom(["free", "coder-individual"], 11)).toBeGreaterThan("coder-individual".length * 6.4);
    expect(labelRoom(["coder-individual"], 11)).toBe(labelRoom(["free", "coder-individual"], 11));
    expect(labelRoom([], 11)).toBeLessThan(20);
  });
  it("are cut if they are longer than the space", () => {
    expect(shortened("coder-individual")).toBe("coder-individual");
    expect(shortened("a name of thirty characters or so")).toBe("a name of thirty ch…");
    expect(shortened("abcdef", 4)).toBe("abc…");
    expect("m".repeat(charactersIn(340)).length * 6.8).toBeLessThanOrEqual(340);
  });
});
