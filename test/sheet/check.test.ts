import {describe, expect, it} from "vitest";
import {
  define,
  DefinitionError,
  mathematics,
  model,
  tableBuilder,
  type Callable,
  type Table
} from "../../lib/sheet/index.js";

const library = {
  ...mathematics,
  dies: define("die/wafer", ["mm2/die", "mm"], "Gross dies", (area: number, diameter: number) => diameter ** 2 / area)
};

interface Row {
  other: Row;
  gpus: number;
  rent: number;
  fee: number;
  power: number;
  ratio: number;
  area: number;
  site: "owned" | "rented";
  status: "owned" | "rented";
  computed: number;
  result: number;
}

interface Stock {
  stock: number;
  last: number;
  power: number;
}

interface Parameter {
  rate: number;
}

type Formula = (row: Omit<Row, "other">, p: Parameter, functions: Callable<typeof library>) => number | boolean;

describe("units that fit", () => {
  it.each<[unit: string, formula: Formula]>([
    ["USD/hour", (r) => r.rent * r.gpus + r.fee],
    ["USD/month", (r) => r.rent * r.gpus],
    ["USD", (r, p) => r.fee / p.rate],
    ["kW", (r) => r.power],
    ["J/s", (r) => r.power],
    ["W", (r) => r.power + 0],
    ["W", (r) => (r.power > 0 ? r.power : 0)],
    ["W", (r, _, {max, min}) => max(0, min(r.power, r.power * 2))],
    ["1", (r, _, {exp}) => exp(r.ratio)],
    ["GPU-GPU", (r) => r.gpus ** 2],
    ["GPU", (r, _, {sqrt}) => sqrt(r.gpus * r.gpus)],
    ["1", (r) => r.ratio ** r.ratio],
    ["GPU", (r, _, {known}) => known(r.gpus, 1 * r.gpus)],
    ["1", (r) => r.site === "owned"],
    ["1", (r) => r.power > 0 && !(r.gpus === 0)],
    ["GPU", (r) => 0 * r.gpus + r.gpus],
    ["die/wafer", (r, _, {dies}) => dies(r.area, 0)]
  ])("%s: %s", (unit, formula) => expect(() => build(unit, formula)).not.toThrow());
});

describe("units that do not fit are underlined", () => {
  it("USD/GPU-hour times GPU can't be added to USD", () =>
    expect(() => build("USD", (r, p) => r.rent * r.gpus + r.fee / p.rate)).toThrow(
      new DefinitionError(
        [
          "t.result: unit mismatch: cannot combine USD with USD·s^-1",
          "  (r, p) => r.rent * r.gpus + r.fee / p.rate",
          "                              ~~~~~~~~~~~~~~"
        ].join("\n")
      )
    ));
  it.each<[problem: string, piece: string, unit: string, formula: Formula]>([
    ["the formula gives USD·s^-1, the column has W (J·s^-1)", "r.rent * r.gpus", "W", (r) => r.rent * r.gpus],
    ["cannot combine W (J·s^-1) with GPU (GPU)", "r.power", "GPU", (r) => r.gpus - r.power],
    ["cannot combine 1 with GPU (GPU)", "1", "GPU", (r) => r.gpus + 1],
    ["cannot combine W (J·s^-1) with GPU (GPU)", "r.power", "GPU", (r, _, {max}) => max(r.gpus, r.power)],
    ["cannot combine W (J·s^-1) with GPU (GPU)", "r.power", "GPU", (r) => (r.ratio > 0 ? r.gpus : r.power)],
    ["cannot combine W (J·s^-1) with GPU (GPU)", "r.power", "1", (r) => r.gpus > r.power],
    ["cannot combine 1 with GPU (GPU)", "1", "1", (r) => r.gpus > 1],
    ["what exp takes must be a pure number, not GPU (GPU)", "r.gpus", "1", (r, _, {exp}) => exp(r.gpus)],
    ["an exponent must be a pure number, not GPU (GPU)", "r.gpus", "1", (r) => r.ratio ** r.gpus],
    ["the exponent of a value with a unit must be a plain number", "r.ratio", "GPU", (r) => r.gpus ** r.ratio],
    ["a formula must give a number, not a text", "r.site", "1", (r) => r.site as unknown as number],
    ["a number is needed here, not a text", "r.site", "1", (r) => (r.site as unknown as number) * 2],
    ["a number is needed here, not a truth", "r.gpus > 0", "1", (r) => ((r.gpus > 0) as unknown as number) + 1],
    ["a comparison is needed here", "r.ratio", "1", (r) => (r.ratio ? 1 : 0)],
    ["a comparison is needed here", "r.ratio", "1", (r) => r.ratio > 0 && r.ratio],
    ['a text may only be compared by === or !== with a "text"', "r.site === r.status", "1", (r) => r.site === r.status],
    ['a text may only be compared by === or !== with a "text"', 'r.site > "owned"', "1", (r) => r.site > "owned"],
    [
      'a text may only be compared by === or !== with a "text"',
      'r.ratio === "1"',
      "1",
      (r) => (r.ratio as unknown as string) === "1"
    ],
    [
      "a reference is not a number: define a lookup column",
      "r.other",
      "1",
      (r) => (r as unknown as Row).other as unknown as number
    ],
    [
      "known(a, b) asks about an input column, which may be left empty",
      "r.computed",
      "GPU",
      (r, _, {known}) => known(r.computed, r.gpus)
    ],
    [
      "known(a, b) asks about an input column, which may be left empty",
      "r.gpus * 2",
      "GPU",
      (r, _, {known}) => known(r.gpus * 2, r.gpus)
    ],
    ["dies takes mm2/die (die^-1·m^2) here, not GPU (GPU)", "r.gpus", "die/wafer", (r, _, {dies}) => dies(r.gpus, 0)]
  ])("%s", (problem, piece, unit, formula) => {
    const text = formula.toString();
    const drawn = message(() => build(unit, formula)).split("\n");
    expect(drawn[0]).toBe(`t.result: unit mismatch: ${problem}`);
    expect(drawn[1]).toBe(`  ${text}`);
    expect(text.slice(drawn[2]!.indexOf("~") - 2, drawn[2]!.length - 2)).toBe(piece);
  });
  it("an unknown function is underlined, with a suggestion", () =>
    expect(
      message(() => build("1", (r, _, f) => (f as unknown as {maxx: (x: number) => number}).maxx(r.ratio)))
    ).toContain('unknown function "maxx"'));
  it("a function with fixed units takes as many arguments as it has units", () =>
    expect(message(() => build("die/wafer", (r, _, {dies}) => dies(r.area)))).toContain(
      "t.result: dies takes 2 values, not 1\n"
    ));
  it("a previous column that carries itself forward has the unit of its initial value", () => {
    const first: Table<Stock> = table<Stock>("first", "", ({input, formula, previous}) => ({
      power: input("W", ""),
      last: previous("last", "power"),
      stock: formula("kW", "", (s) => s.last)
    }));
    expect(model([first], first, {}).columns.get("first.last")!.unit.text).toBe("W");
  });
  it("a previous column must start with a value of its own dimension", () => {
    const first: Table<Stock> = table<Stock>("first", "", ({input, formula, previous}) => ({
      stock: formula("GPU", "", (r) => r.last),
      last: previous("stock", "power"),
      power: input("W", "")
    }));
    expect(message(() => model([first], parameter, library))).toBe(
      "first.last: starts with power in W (J·s^-1), the column has GPU (GPU)"
    );
  });
});

const table = tableBuilder<Parameter, Callable<typeof library>>();
const parameter = table<Parameter>("parameter", "", ({input}) => ({rate: input("1/hour", "")}), {single: true});

function build(unit: string, result: Formula): void {
  const t: Table<Row> = table<Row>("t", "", ({ref, text, input, formula}) => ({
    other: ref(() => t, ""),
    gpus: input("GPU", ""),
    rent: input("USD/GPU-hour", ""),
    fee: input("USD/hour", ""),
    power: input("W", ""),
    ratio: input("1", ""),
    area: input("mm2/die", ""),
    site: text<Row["site"]>(""),
    status: text<Row["site"]>(""),
    computed: formula("GPU", "", (r) => r.gpus),
    result: formula(unit, "", result)
  }));
  model([t], parameter, library);
}

function message(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was thrown";
}
