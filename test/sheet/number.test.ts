import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decimalMark, typedNumber} from "../../lib/sheet/number.js";

const read = (text: string, mark?: "." | ",") => {
  const typed = typedNumber(text, mark);
  return "value" in typed ? typed.value : typed.problem;
};

describe("typedNumber(text)", () => {
  it.each([
    ["0.085", 0.085],
    ["1.125", 1.125],
    ["-1e-3", -0.001],
    [".5", 0.5],
    ["5.", 5],
    ["0,085", 0.085],
    ["0,435", 0.435],
    ["2,75", 2.75],
    [",5", 0.5],
    ["1234,567", 1234.567],
    ["12,5000", 12.5],
    ["1,000,000", 1e6],
    ["1,234.5", 1234.5],
    ["1.234.567", 1234567],
    ["35.000,00", 35000],
    ["1 234 567", 1234567],
    ["2\u202f750", 2750],
    ["1\u00a0234,5", 1234.5],
    ["1’234.5", 1234.5],
    ["\u22122.75", -2.75],
    ["62 %", 0.62],
    ["62%", 0.62],
    ["8,5\u202f%", 0.085],
    ["0,125%", 0.00125],
    [" 7 ", 7]
  ])("%j is %d", (text, value) => expect(read(text)).toBe(value));
  it.each([
    "",
    "many",
    "1,2,3",
    "1,00,000",
    "0,085,000",
    "1.2.3",
    "12.03.2026",
    "1 23",
    "=2+0.75",
    "Infinity",
    "NaN",
    "0x10"
  ])("%j is not a number", (text) => expect(read(text)).toBe("is not a number"));
  it("rejects an ambiguous number", () => {
    expect(typedNumber("1,085")).toEqual({problem: "may mean 1.085 or 1085", hint: "use 1085, or 1.085"});
    expect(typedNumber("35,000")).toEqual({problem: "may mean 35.000 or 35000", hint: "use 35000, or 35.0"});
    expect(read("35.000", ",")).toBe("may mean 35.000 or 35000");
  });
  it("of an ambiguous group follows the neighbours' decimal mark", () => {
    expect(read("1,085", ".")).toBe(1085);
    expect(read("1,085", ",")).toBe(1.085);
  });
  it.each(["$2.75", "2.75 €", "US$ 3", "EUR 2.75", "35,000 USD"])("%j has a currency sign", (text) =>
    expect(read(text)).toBe("has a currency sign")
  );
  it("rejects what is too large for a number", () => expect(read("1e400")).toBe("is too large for a number"));
  it("reads any locale's notation or reports a doubt, and is never wrong by a factor of a thousand", () =>
    fc.assert(
      fc.property(
        fc.double({min: -1e7, max: 1e7, noNaN: true}).map((value) => Number(value.toFixed(3))),
        fc.constantFrom("en-US", "de-DE", "fr-FR", "de-CH", "sv-SE"),
        (value, locale) => {
          const text = value.toLocaleString(locale, {maximumFractionDigits: 3});
          const typed = typedNumber(text);
          if ("value" in typed && !/^[-\u2212]?[1-9]\d{0,2}\.\d{3}$/.test(text))
            expect(typed.value).toBeCloseTo(value, 9);
        }
      )
    ));
});

describe("decimalMark(texts)", () => {
  it.each([
    [["1,000", "12.5"], "."],
    [["1,000", "12,5"], ","],
    [["1,234.5"], "."],
    [["1.234,5"], ","],
    [["8,5 %"], ","],
    [["1,000", "12.03.2026"], undefined],
    [["1,000", "2,000"], undefined],
    [["1.5", "1,5"], undefined]
  ] as const)("%j: %s", (texts, mark) => expect(decimalMark(texts)).toBe(mark));
});
