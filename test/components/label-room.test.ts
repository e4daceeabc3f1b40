import {describe, expect, it} from "vitest";
import {labelRoom} from "../../src/components/charts/label-room.js";

describe("names beside a chart", () => {
  it("have room for the longest of them", () => {
    expect(labelRoom(["free", "coder-individual"], 11)).toBeGreaterThan("coder-individual".length * 6.4);
    expect(labelRoom(["coder-individual"], 11)).toBe(labelRoom(["free", "coder-individual"], 11));
    expect(labelRoom([], 11)).toBeLessThan(20);
  });
});
