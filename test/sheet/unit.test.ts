import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {DefinitionError} from "../../lib/sheet/index.js";
import {commensurable, dimensionText, one, parseUnit, power, quotient, times} from "../../lib/sheet/unit.js";

fc.configureGlobal({seed: 2026});

describe("parseUnit", () => {
  it.each([
    ["USD/GPU-hour", "GPU^-1·USD·s^-1"],
    ["GPU-hour", "GPU·s"],
    ["W", "J·s^-1"],
    ["kWh/month", "J·s^-1"],
    ["W/GPU", "GPU^-1·J·s^-1"],
    ["USD/Mtok", "USD·token^-1"],
    ["die/wafer", "die·wafer^-1"],
    ["L/kWh", "J^-1·m^3"],
    ["user/user", "1"],
    ["share", "1"],
    ["1", "1"],
    ["1/yr", "s^-1"]
  ])("%s measures %s", (text, dimension) => expect(dimensionText(parseUnit(text).dimension)).toBe(dimension));
  it.each([
    [1, "kW", "W", 1000],
    [1, "kWh", "J", 3.6e6],
    [1, "USD/kW-month", "USD/W-hour", 1 / 1000 / 730.5],
    [1, "month", "day", 30.4375],
    [1, "month30", "hour", 720],
    [1, "yr", "month", 12],
    [1, "yr", "day", 365.25],
    [1, "USD/Mtok", "USD/token", 1e-6],
    [1, "TB", "bit", 8e12],
    [1, "gal", "L", 3.785411784],
    [1, "sqft", "m2", 0.09290304],
    [1, "MUSD", "USD", 1e6],
    [1, "tCO2e", "gCO2e", 1e6],
    [1, "defect/cm2", "defect/mm2", 0.01],
    [1, "m3", "L", 1000]
  ])("%d %s is %s times %d", (n, from, to, factor) => {
    expect(commensurable(parseUnit(from), parseUnit(to))).toBe(true);
    expect((n * parseUnit(from).scale) / parseUnit(to).scale / factor).toBeCloseTo(1, 12);
  });
  it("a unit keeps its text", () => expect(parseUnit("USD/GPU-hour").text).toBe("USD/GPU-hour"));
  it("- multiplies within its part: USD/kW-month is USD/kW/month", () =>
    expect(parseUnit("USD/kW-month")).toMatchObject({
      dimension: parseUnit("USD/kW/month").dimension,
      scale: parseUnit("USD/kW/month").scale
    }));
  it("an unknown unit is underlined, with the near miss", () => {
    expect(() => parseUnit("USD/GPU-huor", "cluster.rent")).toThrow(DefinitionError);
    expect(() => parseUnit("USD/GPU-huor", "cluster.rent")).toThrow(
      /^cluster\.rent: unknown unit "huor"\n {2}USD\/GPU-huor\n {10}~~~~\ndid you mean hour\?\nunits: 1, share, /
    );
  });
  it("an empty part is an unknown unit", () => expect(() => parseUnit("USD/")).toThrow('unit: unknown unit ""'));
});

describe("units as an algebra", () => {
  const units = fc
    .array(
      fc.tuple(fc.constantFrom("USD", "kW", "GPU", "hour", "Mtok", "gal", "share", "yr"), fc.constantFrom("-", "/")),
      {minLength: 1, maxLength: 6}
    )
    .map((parts) => parseUnit(parts.map(([symbol, sign], i) => (i === 0 ? "" : sign) + symbol).join("")));
  it("quotient undoes times", () =>
    fc.assert(
      fc.property(units, units, (a, b) => {
        const back = quotient(times(a, b), b);
        expect(commensurable(back, a)).toBe(true);
        expect(back.scale / a.scale).toBeCloseTo(1, 12);
      })
    ));
  it("times commutes", () => fc.assert(fc.property(units, units, (a, b) => commensurable(times(a, b), times(b, a)))));
  it("a unit over itself is a pure number", () =>
    fc.assert(fc.property(units, (a) => commensurable(quotient(a, a), one))));
  it("the square root undoes the square", () =>
    fc.assert(
      fc.property(units, (a) => {
        const back = power(power(a, 2), 0.5);
        expect(commensurable(back, a)).toBe(true);
        expect(back.scale / a.scale).toBeCloseTo(1, 9);
      })
    ));
  it("a conversion there and back gives the number again", () =>
    fc.assert(
      fc.property(
        fc.double({min: 1e-9, max: 1e9, noNaN: true}),
        fc.constantFrom("W", "kW", "GW", "J/s", "MWh/month", "kWh/yr"),
        (x, unit) => {
          const [there, back] = [
            parseUnit("kW").scale / parseUnit(unit).scale,
            parseUnit(unit).scale / parseUnit("kW").scale
          ];
          expect(Math.abs(x * there * back - x)).toBeLessThanOrEqual(1e-12 * Math.abs(x));
        }
      )
    ));
});
