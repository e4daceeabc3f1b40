import {describe, expect, it} from "vitest";
import {draw, knownNames, nearest} from "../../lib/sheet/index.js";

describe("nearest", () => {
  const names = ["hour", "month", "GPU", "kGPU", "GUSD", "power_price"];
  it.each([
    ["huor", "hour"],
    ["GUP", "GPU"],
    ["powerprice", "power_price"],
    ["mnth", "month"],
    ["hour", "hour"]
  ])("%s is near %s", (name, near) => expect(nearest(name, names)).toBe(near));
  it("what is too far is not offered", () => expect(nearest("elephant", names)).toBeUndefined());
  it("of nothing is nothing", () => expect(nearest("hour", [])).toBeUndefined());
});

describe("knownNames", () => {
  it("gives the near miss first, then all", () =>
    expect(knownNames("units", "huor", ["day", "hour"])).toEqual(["did you mean hour?", "units: day, hour"]));
  it("says none where there are none", () => expect(knownNames("rows", "a", [])).toEqual(["rows: none"]));
});

describe("draw", () => {
  it("underlines the span in its own line", () =>
    expect(
      draw({place: "t.c", problem: "wrong", text: "one\n  two three\nfour", start: 10, end: 15, hints: ["way out"]})
    ).toBe("t.c: wrong\n    two three\n        ~~~~~\nway out"));
  it("a span of several lines is underlined to the end of its first", () =>
    expect(draw({place: "t.c", problem: "wrong", text: "one\ntwo", start: 1, end: 7})).toBe(
      "t.c: wrong\n  one\n   ~~"
    ));
  it("without a text is a line", () => expect(draw({place: "t.c", problem: "wrong"})).toBe("t.c: wrong"));
});
