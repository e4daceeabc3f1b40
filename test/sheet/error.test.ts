import {describe, expect, it} from "vitest";
import {draw, InputError, knownNames, nearest, oneOf, unknown} from "../../lib/sheet/index.js";

describe("nearest", () => {
  const names = ["hour", "month", "GPU", "kGPU", "GUSD", "power_price"];
  it.each([
    ["huor", "hour"],
    ["GUP", "GPU"],
    ["powerprice", "power_price"],
    ["mnth", "month"],
    ["hour", "hour"]
  ])("%s is near %s", (name, near) => expect(nearest(name, names)).toBe(near));
  it("names that are too different are not suggested", () => expect(nearest("elephant", names)).toBeUndefined());
  it("of no names is undefined", () => expect(nearest("hour", [])).toBeUndefined());
});

describe("knownNames", () => {
  it("gives the suggestion first, then all names", () =>
    expect(knownNames("unit", "huor", ["day", "hour"])).toEqual(["did you mean hour?", "units: day, hour"]));
  it("says none without names", () => expect(knownNames("row", "a", [])).toEqual(["rows: none"]));
  it("lists ten names and counts the rest", () =>
    expect(knownNames("key", "none", "abcdefghijkl")).toEqual(["keys: a, b, c, d, e, f, g, h, i, j and 2 more"]));
  it.each([
    ["company", "companies"],
    ["key", "keys"],
    ["draws", "draws"]
  ])("the plural of %s is %s", (noun, plural) => expect(knownNames(noun, "x", [])).toEqual([`${plural}: none`]));
});

describe("unknown", () => {
  it("states place, name, suggestion, permitted names and hints", () =>
    expect(() => unknown("a.csv:2", "source", "bok", ["book"], "add it to source.csv")).toThrow(
      new InputError('a.csv:2: unknown source "bok"\n  did you mean book?\n  sources: book\n  add it to source.csv')
    ));
  it("without a place starts with the name", () =>
    expect(() => unknown("", "scenario", "x", ["reference"])).toThrow(/^unknown scenario "x"/));
});

describe("oneOf", () => {
  it("returns the word", () => expect(oneOf("--paper", "paper", "a4", ["a4", "letter"])).toBe("a4"));
  it("throws for any other", () =>
    expect(() => oneOf("--paper", "paper", "a3", ["a4", "letter"])).toThrow(
      '--paper: unknown paper "a3"\n  did you mean a4?\n  papers: a4, letter'
    ));
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
  it("without a text is one line", () => expect(draw({place: "t.c", problem: "wrong"})).toBe("t.c: wrong"));
});
