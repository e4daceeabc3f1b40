import {describe, expect, it} from "vitest";
import {
  checkReferences,
  evaluate,
  InputError,
  readParameters,
  readTable,
  valueAt,
  type TableInput
} from "../../lib/sheet/index.js";
import {parseCsv} from "../../lib/sheet/csv.js";
import {accelerator, cluster, fiveRows, inputs, parameter, table} from "./five-rows.js";

const sources = new Set(["data-sheet", "survey", "judgement"]);
const dated = table<{released: number}>("dated", "", ({date}) => ({released: date("When it was first sold")}));

describe("a wide table", () => {
  const read = (rows: string, header = "key,vendor,tdp [W/GPU],source,note"): TableInput =>
    readTable(accelerator, `${header}\n${rows}`, "accelerator.csv", sources);

  it("reads values and their provenance", () =>
    expect(read("big,A,1000 (900..1200 normal) @survey,data-sheet,peak")).toEqual({
      keys: ["big"],
      columns: {
        vendor: {
          values: ["A"],
          provenance: [
            {low: NaN, high: NaN, family: "exact", sources: ["data-sheet"], note: "peak", place: "accelerator.csv:2"}
          ]
        },
        tdp: {
          values: [1000],
          provenance: [
            {low: 900, high: 1200, family: "normal", sources: ["survey"], note: "peak", place: "accelerator.csv:2"}
          ]
        }
      }
    }));
  it("converts units: kW in the file, W in the column", () => {
    const {tdp} = read("big,A,1 (0.9..1.2),data-sheet,", "key,vendor,tdp [kW/GPU],source,note").columns;
    expect(tdp!.values).toEqual([1000]);
    expect(tdp!.provenance![0]).toMatchObject({low: 900, high: 1200});
  });
  it("missing stays missing, and needs no source", () => {
    const {tdp, vendor} = read("big,,,data-sheet,").columns;
    expect(tdp).toEqual({values: [null], provenance: [null]});
    expect(vendor!.values).toEqual([null]);
  });
  it.each([
    ["5", {low: 5, high: 5, family: "exact"}],
    ["5 (4..7)", {low: 4, high: 7, family: "pert"}],
    ["1 to 25", {low: 1, high: 25, family: "lognormal"}],
    ["5(4..7)", {low: 4, high: 7, family: "pert"}],
    ["5 ( 4 .. 7 uniform )", {low: 4, high: 7, family: "uniform"}],
    ["5 (4..7 triangular)", {low: 4, high: 7, family: "triangular"}],
    ["5e3 (.4e4..7.e3 lognormal) @survey", {low: 4000, high: 7000, family: "lognormal", sources: ["survey"]}],
    ["5 @survey", {low: 5, high: 5, sources: ["survey"]}],
    ["5 @survey;data-sheet", {low: 5, high: 5, sources: ["survey", "data-sheet"]}]
  ])("the cell %s", (cell, provenance) =>
    expect(read(`big,A,${cell},data-sheet,`).columns.tdp!.provenance![0]).toMatchObject(provenance)
  );
  it("the cell 0 to 10, though no power is below 0, is refused", () =>
    expect(() => read("big,A,0 to 10,data-sheet,")).toThrow("if these are the ends of the range, use 5 (0..10)"));
  it("several sources", () =>
    expect(read("big,A,1,data-sheet; survey,").columns.tdp!.provenance![0]!.sources).toEqual(["data-sheet", "survey"]));
  it("columns in any order, a byte order mark, Windows lines, quotes, blank lines", () =>
    expect(
      read(
        '\r\n"big",judgement,"guess, \r\nin two lines","A ""B""",1000\r\n',
        "\uFEFFkey,source,note,vendor,tdp [W/GPU]\r"
      ).columns
    ).toMatchObject({
      tdp: {values: [1000]},
      vendor: {values: ['A "B"']}
    }));
  it("dates are months since 2000-01", () => {
    const read = readTable(
      dated,
      "key,released,source,note\na,2001-02,survey,\nb,2000-01-16,survey,\n",
      "dated.csv",
      sources
    );
    expect(read.columns.released!.values).toEqual([13, 15 / 31]);
  });

  it.each([
    [
      "ends in the wrong order",
      "big,A,20 to 5,data-sheet,",
      "key,vendor,tdp [W/GPU],source,note",
      'accelerator.csv:2: tdp: "20 to 5": 20 is greater than 5\n  put the smaller one first: low to high'
    ],
    [
      "a wrong unit",
      "big,A,1,data-sheet,",
      "key,vendor,tdp [W],source,note",
      'accelerator.csv:1: tdp: "W": wrong unit: it measures J·s^-1, the column GPU^-1·J·s^-1\n  use W/GPU, or ' +
        "another unit of the same kind"
    ],
    [
      "an unknown unit",
      "big,A,1,data-sheet,",
      "key,vendor,tdp [W/GUP],source,note",
      'accelerator.csv:1: tdp: unknown unit "GUP"\n  W/GUP\n    ~~~\ndid you mean GPU?'
    ],
    [
      "no unit",
      "big,A,1,data-sheet,",
      "key,vendor,tdp,source,note",
      "accelerator.csv:1: tdp: no unit: use tdp [W/GPU]"
    ],
    [
      "an unknown header",
      "big,A,1,data-sheet,",
      "key,vendro,tdp [W/GPU],source,note",
      'accelerator.csv:1: unknown column "vendro"\n  did you mean vendor?\n  columns: key, vendor, tdp, source, note'
    ],
    [
      "a formula's column typed in",
      "big,A,1,1,data-sheet,",
      "key,vendor,tdp [W/GPU],draw [kW],source,note",
      'accelerator.csv:1: unknown column "draw"\n  columns: key, vendor, tdp, source, note'
    ],
    [
      "a missing header",
      "big,A,1,data-sheet",
      "key,vendor,tdp [W/GPU],source",
      'accelerator.csv:1: the column "note" is missing: add it to the header'
    ],
    [
      "a missing column",
      "big,A,data-sheet,",
      "key,vendor,source,note",
      'accelerator.csv:1: the column "tdp" is missing: add it to the header'
    ],
    [
      "a header that stands twice",
      "big,A,A,1,data-sheet,",
      "key,vendor,vendor,tdp [W/GPU],source,note",
      'accelerator.csv:1: duplicate header "vendor": rename or remove one'
    ],
    [
      "a column in two units",
      "big,A,1,1,data-sheet,",
      "key,vendor,tdp [W/GPU],tdp [kW/GPU],source,note",
      'accelerator.csv:1: duplicate column "tdp": rename or remove one'
    ]
  ])("%s is an error", (_, rows, header, message) => {
    const thrown = failure(() => read(rows, header));
    expect(thrown).toBeInstanceOf(InputError);
    expect(thrown!.message.slice(0, message.length)).toBe(message);
  });

  it.each([
    [
      "low above central",
      "big,A,5 (6..7),data-sheet,",
      'accelerator.csv:2: tdp: "5 (6..7)": low 6 is greater than central 5\n  order them low <= central <= high'
    ],
    [
      "central above high",
      "big,A,5 (3..4),data-sheet,",
      'accelerator.csv:2: tdp: "5 (3..4)": central 5 is greater than high 4\n  order them low <= central <= high'
    ],
    [
      "a duplicate key",
      "big,A,1,data-sheet,\nbig,B,2,data-sheet,",
      'accelerator.csv:3: key: "big": the same key is in line 2\n  remove one of the rows, or give it another key'
    ],
    ["no key", ",A,1,data-sheet,", 'accelerator.csv:2: key: "": a row needs a key'],
    [
      "no source",
      "big,A,1,,",
      'accelerator.csv:2: source: "": no source\n  name an id of source.csv, or judgement and say why in the note'
    ],
    [
      "an unknown source",
      "big,A,1,data-shet,",
      `accelerator.csv:2: source: unknown source "data-shet"\n  did you mean data-sheet?\n  sources: ` +
        `${[...sources].join(", ")}\n  add it to source.csv`
    ],
    [
      "an unknown source of its own",
      "big,A,1 @servey,data-sheet,",
      `accelerator.csv:2: tdp: unknown source "servey"\n  did you mean survey?\n  sources: ` +
        `${[...sources].join(", ")}\n  add it to source.csv`
    ],
    [
      "a judgement without a note",
      "big,A,1,judgement,",
      'accelerator.csv:2: note: "": a judgement needs a note\n  say why this value and this range'
    ],
    [
      "a judgement of its own without a note",
      "big,A,1 @judgement,data-sheet,",
      'accelerator.csv:2: note: "": a judgement needs a note\n  say why this value and this range'
    ],
    [
      "an unknown distribution",
      "big,A,5 (4..7 gaussian),data-sheet,",
      'accelerator.csv:2: tdp: unknown distribution "gaussian"\n  distributions: exact, pert, triangular, uniform, ' +
        "normal, lognormal, beta, discrete"
    ],
    ...["about 5", "(4..7)", "5 (4-7)", "5 (4..)", "1.00,5", "NaN", "Infinity", "0x10", "--5"].map(
      (cell): [string, string, string] => [
        `${cell} for a number`,
        `big,A,"${cell}",data-sheet,`,
        `accelerator.csv:2: tdp: "${cell}": is not a number\n  use 5, "5 (4..7)", "5 (4..7 lognormal)", "4 to 7" ` +
          `or any of these followed by " @source-id"`
      ]
    ),
    [
      "5 apples for a number",
      "big,A,5 apples,data-sheet,",
      'accelerator.csv:2: tdp: "5 apples": "apples" is not a unit\n  write the number alone, in the unit of its column'
    ],
    [
      "a number with a unit",
      "big,A,5 W,data-sheet,",
      'accelerator.csv:2: tdp: "5 W": has a unit, W, which is not converted here\n  write the number alone, in the ' +
        "unit of its column"
    ],
    [
      "a comma that may be a thousands separator",
      'big,A,"1,000",data-sheet,',
      'accelerator.csv:2: tdp: "1,000": may mean 1.000 or 1000\n  use 1000, or 1.0'
    ],
    [
      "one in a range",
      'big,A,"5 (4..7,000)",data-sheet,',
      'accelerator.csv:2: tdp: "5 (4..7,000)": "7,000" may mean 7.000 or 7000\n  use 7000, or 7.0'
    ],
    [
      "a percentage of watts",
      "big,A,5%,data-sheet,",
      'accelerator.csv:2: tdp: "5%": a value in W/GPU is not a percentage\n  write it in W/GPU'
    ],
    [
      "the sign of a currency",
      "big,A,$5,data-sheet,",
      'accelerator.csv:2: tdp: "$5": has a currency sign\n  write the number alone; amounts are in USD'
    ]
  ])("%s is an error", (_, rows, message) => expect(() => read(rows)).toThrow(new InputError(message)));

  it("blank rows are left out", () =>
    expect(read("big,A,1,data-sheet,\n,,,,,,\n\nsmall,A,2,data-sheet,").keys).toEqual(["big", "small"]));
  it("empty columns behind the last header are left out", () =>
    expect(read("big,A,1,data-sheet,,,", "key,vendor,tdp [W/GPU],source,note,,").keys).toEqual(["big"]));
  it("a cell beyond the last header is an error", () =>
    expect(() => read("big,A,1,000,data-sheet,")).toThrow("accelerator.csv: line 2 has 6 cells under 5 headers"));
  it("semicolons between cells are an error that names them", () =>
    expect(() => parseCsv('key;note\na;"b;c"', "memory.csv")).toThrow(
      "memory.csv:1: cells are separated by a semicolon: save the file with commas"
    ));
  it("unbalanced quotes are an error that names the file", () =>
    expect(() => read('big,"A,1,data-sheet,')).toThrow(/^accelerator\.csv: .*Quote Not Closed/s));
  it("a row with too few cells is an error that names the file and line", () =>
    expect(() => read("big,A,1,data-sheet")).toThrow(/^accelerator\.csv: .*line 2/s));
  it.each(["2001-13", "2001", "01/2001", "2001-2-3", "2001-02-32", "soon"])("the date %s is an error", (text) =>
    expect(() => readTable(dated, `key,released,source,note\na,${text},survey,\n`, "dated.csv", sources)).toThrow(
      new InputError(`dated.csv:2: released: "${text}": is not a date\n  use YYYY-MM or YYYY-MM-DD`)
    )
  );
});

describe("parameters", () => {
  const header = "key,layer,name,unit,low,central,high,distribution,source,note";
  const price = "power_price,energy,Price,USD/MWh,80,100,150,,survey,";
  const growth = "growth,market,Growth,1/yr,,0.1,,,survey,";
  const read = (...rows: string[]): TableInput =>
    readParameters(parameter, [header, ...rows].join("\n"), "parameter.csv", sources);

  it("reads one row in the columns' units", () => {
    const {keys, columns} = read(price, growth);
    expect(keys).toEqual(["parameter"]);
    expect(columns.power_price!.values[0]).toBeCloseTo(0.1, 15);
    expect(columns.power_price!.provenance![0]).toMatchObject({
      family: "pert",
      sources: ["survey"],
      place: "parameter.csv:2"
    });
    expect(columns.growth).toMatchObject({values: [0.1], provenance: [{low: 0.1, high: 0.1, family: "exact"}]});
  });
  it.each([
    [
      "an unknown key",
      ["power_prise,,,USD/MWh,,1,,,survey,", growth],
      'parameter.csv:2: key: unknown parameter "power_prise"\n  did you mean power_price?\n  parameters: growth, ' +
        "power_price"
    ],
    ["a missing key", [growth], 'parameter.csv: the parameter "power_price" is missing: add a row for it'],
    [
      "a duplicate key",
      [growth, price, growth],
      'parameter.csv:4: key: "growth": the same key is in line 2\n  remove one of the rows, or give it another key'
    ],
    [
      "a wrong unit",
      [growth, "power_price,,,USD/kW,,1,,,survey,"],
      'parameter.csv:3: unit: "USD/kW": wrong unit: it measures J^-1·USD·s, the column J^-1·USD\n  use USD/kWh, ' +
        "or another unit of the same kind"
    ],
    [
      "no central value",
      [growth, "power_price,,,USD/kWh,1,,2,,survey,"],
      'parameter.csv:3: central: "": a parameter needs a central value'
    ],
    [
      "a percentage of dollars",
      [growth, "power_price,,,USD/kWh,,12 %,,,survey,"],
      'parameter.csv:3: central: "12 %": a value in USD/kWh is not a percentage\n  write it in USD/kWh'
    ],
    [
      "a range in one cell",
      [growth, "power_price,,,USD/kWh,,1 (0..2),,,survey,"],
      'parameter.csv:3: central: "1 (0..2)": is not a plain number\n  ranges go into low, central and high'
    ],
    [
      "low above central",
      [growth, "power_price,,,USD/kWh,2,1,,,survey,"],
      'parameter.csv:3: central: "1": low 2 is greater than central 1\n  order them low <= central <= high'
    ],
    [
      "an unknown distribution",
      [growth, "power_price,,,USD/kWh,1,2,3,bell,survey,"],
      'parameter.csv:3: distribution: unknown distribution "bell"\n  did you mean beta?\n  distributions: exact, ' +
        "pert, triangular, uniform, normal, lognormal, beta, discrete"
    ],
    [
      "no source",
      [growth, "power_price,,,USD/kWh,,1,,,,"],
      'parameter.csv:3: source: "": no source\n  name an id of source.csv, or judgement and say why in the note'
    ],
    [
      "a judgement without a note",
      [growth, "power_price,,,USD/kWh,,1,,,judgement,"],
      'parameter.csv:3: note: "": a judgement needs a note\n  say why this value and this range'
    ]
  ])("%s is an error", (_, rows, message) => expect(() => read(...rows)).toThrow(new InputError(message)));
  it("one that has moved to another table is an error that says where to", () =>
    expect(() =>
      readParameters(
        {...parameter, moved: {tax: "site.tax"}},
        `${header}\ntax,,,1,,1,,,survey,`,
        "parameter.csv",
        sources
      )
    ).toThrow(new InputError('parameter.csv:2: key: "tax" is now site.tax\n  move this row to site.csv')));
  it("a missing header is an error", () =>
    expect(() => readParameters(parameter, "key,unit,central\n", "parameter.csv", sources)).toThrow(
      new InputError('parameter.csv:1: the column "layer" is missing: add it to the header')
    ));
});

describe("references", () => {
  const header = "key,gpu,site,count [GPU],added [GPU/month],source,note";
  const read = (rows: string): TableInput => readTable(cluster, `${header}\n${rows}`, "cluster.csv", sources);

  it("an unknown one is an error, with a suggestion", () =>
    expect(() => checkReferences(fiveRows, {...inputs, cluster: read("east,bgi,owned,1,0,survey,")})).toThrow(
      new InputError('cluster.csv:2: gpu: unknown accelerator "bgi"\n  did you mean big?\n  accelerators: big, small')
    ));
  it("an empty one is not", () =>
    expect(() => checkReferences(fiveRows, {...inputs, cluster: read("east,,owned,1,0,survey,")})).not.toThrow());
  it("the inputs read can be run", () => {
    const run = evaluate(fiveRows, {
      ...inputs,
      cluster: read("east,big,owned,1,0,survey,\nwest,small,colocated,2,,survey,")
    });
    expect([0, 1].map((row) => valueAt(run, "cluster.power", row, 0))).toEqual([1, 1]);
  });
});

function failure(run: () => void): Error | undefined {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
