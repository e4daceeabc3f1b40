import {writeXlsx} from "hucre/xlsx";
import {describe, expect, it} from "vitest";
import {readFigures, unreadInWords, yardsticks} from "../../lib/market/index.js";
import {figuresInFile} from "../../src/pages/market/figures-file.js";

const read = (text: string) => readFigures(text, yardsticks.neocloud);
const both = {price: 2.75, utilisation: 0.62};

describe("a company's own figures", () => {
  it.each([
    ["metric,value\nprice,2.75\nutilisation,0.62", "commas"],
    ["metric;value\nprice;2,75\nutilisation;62 %", "semicolons and decimal commas"],
    ["metric;value;unit\nprice;2,75\nutilisation;62;%", "a row without a unit"],
    ["metric\tvalue\nprice\t2,75\nutilisation\t0,62", "tabs"],
    ["sep=;\r\nmetric;value\r\nprice;2.75\r\nutilisation;0.62\r\n", "a line that names the delimiter"],
    ["\uFEFFmetric,value,\rprice,2.75,\rutilisation,0.62,\r", "a byte order mark and a trailing empty column"],
    ["Metric , Value ,note\n,,\nprice,2.75,a; b\nutilisation,62 %,", "notes and blank rows"],
    ["metric,value,unit\nprice,2.75,\nutilisation,62 %,%", "a percentage whose unit says so, too"],
    ["price;utilisation;pue\n2,75;0,62;", "one row under names"],
    ["kpi;Wert\nprice;2,75\nutilisation;62 %", "headings of another language"],
    ["price,2.75\nutilisation,0.62", "no heading"],
    ["2.75,price\n0.62,utilisation", "values first"],
    ["value,unit,metric\n2.75,USD/GPU-hour,price\n62,%,utilisation", "values first, under headings"],
    ["Price of a GPU-hour,2.75\nUtilisation,62 %", "titles as names"],
    ["Price (USD/GPU-hour),2.75\nUtilisation (%),62", "units in the names"],
    ['"price, $/GPU-hour",2.75\nUtilisation [%],62', "units behind a comma and in square brackets"],
    ["price,2.75,$\nutilisation,62,%", "units in a third column without heading"],
    ["price,$2.75\nutilisation,62%", "units beside the numbers"],
    ["price,2.75 USD per GPU-hour\nutilisation,62 per cent", "units in words"],
    ["price (USD/GPU-hour),utilisation (%)\n2.75,62", "a row under names with units"],
    ["price,utilisation\nUSD/GPU-hour,%\n2.75,62", "a line of units under names"],
    ["figure;2023;2025;2024\nprice;3;2,75;2,9\nutilisation;50 %;62 %;60 %", "years"],
    ["figure,2024A,2025A,2026E\nprice,3,2.75,2\nutilisation,0.5,0.62,0.7", "years and a plan"],
    ["figure,Q4 2024,Q1 2025\nprice,3,2.75\nutilisation,0.5,0.62", "quarters"],
    ["year,price,utilisation\n2024,3,0.5\n2025,2.75,0.62", "years down the lines"],
    ["figure,2024,2025,change\nprice,3,2.75,-8 %\nutilisation,0.5,0.62,24 %", "a change beside years"],
    ["Acme Cloud: key figures\n\nkpi;Wert\nprice;2,75\nutilisation;62 %\n\nSource: our books", "a title and a note"],
    ["figure;FY24;FY25\nprice;3;2,75\nutilisation;50 %;62 %", "short years"],
    ["price,2.75,2025-11-30\nutilisation,62 %,2025-11-30", "dates"],
    ["price,2.75,(USD/GPUh)\nutilisation,62,[%]", "units in brackets"],
    ["Price per GPU-hour,2.75\nUtilisation,62 %", "titles with another preposition"],
    [",metric,value\n0,price,2.75\n1,utilisation,0.62", "numbered lines"],
    ["metric,value\nprice,2.75\nutilisation,0.62\nprice,2.75", "a figure twice with one value"]
  ])("%j: %s", (text) => {
    const {figures, unread} = read(text);
    expect({figures, unread}).toEqual({figures: both, unread: []});
  });

  it.each([
    ["metric,value,unit\npower_price,90,USD/MWh", {power_price: 0.09}],
    ["metric;value\nhardware;35.000,00\npue;1,1", {hardware: 35000, pue: 1.1}],
    ["hardware,35k", {hardware: 35000}],
    ["hardware,$35k", {hardware: 35000}],
    ["hardware,0.035 M USD/GPU", {hardware: 35000}],
    ["hardware (k USD),35", {hardware: 35000}],
    ["hardware,35,k USD/GPU", {hardware: 35000}],
    ["metric,Value (k USD)\nhardware,35\nutilisation,62 %", {hardware: 35000, utilisation: 0.62}],
    ["All amounts in k USD\nmetric,value\nhardware,35\npue,1.1", {hardware: 35000, pue: 1.1}],
    ["hardware;1 234 567\nmargin;−10 %", {hardware: 1234567, margin: -0.1}]
  ])("%j: units and thousands", (text, figures) => expect(read(text).figures).toEqual(figures));

  it.each([
    ["price,2.75\nutilization,0.5", 'line 2: unknown figure "utilization": did you mean utilisation?'],
    ["price,2.75\nHardware cost,35000", 'line 2: unknown figure "Hardware cost": did you mean hardware?'],
    ["price,2.75\nstaff,12", 'line 2: unknown figure "staff"'],
    ["prise,3\nprice,2.75", 'line 1: unknown figure "prise": did you mean price?'],
    ["price,2.75\nutilisation,62", "line 2: utilisation: 62 is not a share: use a value such as 0.62 or 62 %"],
    ["price,2.75\npue,0.5", "line 2: pue: 0.5 is not between 1 and 5: check value and unit"],
    ["price,2.75\nhardware,EUR 35000", 'line 2: hardware: "EUR 35000" has a currency sign'],
    ["price,2.75,\nhardware,35000,EUR", 'line 2: hardware: "EUR" is another currency: convert amounts to USD'],
    ["price,2.75\nhardware (EUR),35000", 'line 2: hardware: "EUR" is another currency: convert amounts to USD'],
    [
      "metric,value,unit\nprice,2.75,\npower_price,2,USD/GPU-hour",
      "line 3: power_price: cannot convert USD/GPU-hour to"
    ],
    ["metric,value,unit\nprice,2.75,\nhardware,2,florins", 'line 3: hardware: unknown unit "florins"'],
    ["price,2.75,\nhardware,35000,florins", 'line 2: hardware: unknown unit "florins"'],
    ["price,2.75,\nhardware (k USD),35,USD", 'line 2: hardware: conflicting units: "USD", "k USD"'],
    ["price,2.75,\nhardware,35k,k USD", 'line 2: hardware: conflicting units: "k USD", beside the'],
    ["metric,value,unit\nprice,2.75,\nhardware,35,%", "line 3: hardware: expected an amount, got the percentage 35"],
    ["metric,value\nprice,2.75\npue,1,1", 'line 3: pue: "1" has no heading: this file separates cells'],
    ["price,2.75\npue,1.1,1.2", "line 2: pue: 2 values, 1.1 and 1.2"],
    ["price,2.75,\nhardware,35m,", "line 2: hardware: cannot convert m to USD/GPU"],
    ["metric;value\nprice;2,75\nhardware;35.000", 'line 3: hardware: "35.000" may mean 35.000 or 35000'],
    [
      "All amounts in EUR\nmetric,value\nmargin,-0.1\nprice,2.75",
      'line 4: price: "EUR" is another currency: convert amounts to USD'
    ],
    [
      "metric,value\nmargin,-0.1\nprice,2.75\nPrices are in EUR.",
      'line 3: price: "EUR" is another currency: convert amounts to USD'
    ],
    ["metric,value,metric2,wert2\nprice,2.75,pue,1.1", "line 2: pue: another figure is in the same row"],
    ["metric,value\nprice,2.75\n,3", "line 3: a value without a name"],
    ["metric,2024,2025\nmargin,-0.2,-0.1\nprice,2.75,", "line 3: price: no value for 2025"],
    ["metric,2025,2025\nmargin,-0.1,-0.1\nprice,2.75,2.5", "line 3: price: 2 values, 2.75 and 2.5"]
  ])("%j: the rest is read, and what is not is listed", (text, message) => {
    const {figures, unread} = read(text);
    expect(Object.values(figures)).toHaveLength(1);
    expect([2.75, -0.1]).toContain(Object.values(figures)[0]);
    expect(unread.map(unreadInWords)).toEqual([expect.stringContaining(message)]);
  });

  it("a figure with two values is listed in both places, and is not read", () => {
    const {figures, unread} = read("metric,value\npue,1.1\nprice,2\nprice,3\n");
    expect(figures).toEqual({pue: 1.1});
    expect(unread.map(unreadInWords)).toEqual([
      "line 3: duplicate figure price, also in line 4 (price 3): remove one",
      "line 4: duplicate figure price, also in line 3 (price 2): remove one"
    ]);
  });
  it("a figure with a value and another that can't be read is not read", () =>
    expect(read("metric,value,unit\npue,1.1,\nprice,2,\nprice,3,EUR\n").figures).toEqual({pue: 1.1}));
  it.each([
    ["figure,2023,2025,2024\nprice,3,2,1", ["Values are those of 2025, not of 2023, 2024."]],
    ["metric,target,actual\nprice,2,3", ["Values are those of actual, not of target."]],
    ["figure,2025\nprice,3", []]
  ])("%j: the year that is taken is said", (text, said) => expect(read(text).said).toEqual(said));

  it.each([
    ["metric,value\n\nutilization,0.5", 'line 3: unknown figure "utilization": did you mean utilisation?'],
    ["metric,value\nprice,2,75", 'line 2: price: "75" has no heading: this file separates cells by a comma'],
    ["price,utilisation\n2,75,0,62", '"0" has no heading: this file separates cells by a comma'],
    ['metric,value\nhardware,"35,000"', 'line 2: hardware: "35,000" may mean 35.000 or 35000: use 35000, or 35.0'],
    ["metric;value\nhardware;35.000\nstaff;1,1", 'line 2: hardware: "35.000" may mean 35.000 or 35000'],
    ["metric,value\nprice,cheap", 'line 2: price: "cheap" is not a number: write 2.75, or 62 %'],
    ['metric,value\nprice,"€2.75"', 'line 2: price: "€2.75" has a currency sign'],
    ["metric,value\nprice,12%", "line 2: price: expected an amount, got the percentage 12 %: use USD/GPU-hour"],
    ["metric,value\nprice,0", "line 2: price: 0 USD/GPU-hour is not between 0.01 and 1000: check value"],
    ["metric,value\nutilisation,0", "line 2: utilisation: 0 share is not between 0.001 and 1"],
    ["metric,value\nprice,\u22122.75", "line 2: price: -2.75 USD/GPU-hour is not between"],
    ["metric,value\npower,700", "line 2: power: 700 kW/GPU is not between 0.01 and 50"],
    ["metric,value\nmargin,1.2", "line 2: margin: 1.2 is not between -100 and 1"],
    ["metric,value\nprice,1e400", 'line 2: price: "1e400" is too large for a number'],
    ["metric,value,unit\nprice,2,USD/kWh", "line 2: price: cannot convert USD/kWh to USD/GPU-hour"],
    ["price,pue\n1,2\n3,4", "line 2: price: 2 values, 1 and 3"],
    ["metric\nprice", "no figure can be read"],
    ["metric,value\nprice,\npue,n/a", "the file contains no figures"],
    ["Dear Sir,\nplease find attached 3 files.", "no figure"],
    ["", "the file contains no figures"],
    ['"price,2', "not a CSV file"]
  ])("%j: an error where nothing can be read", (text, message) => expect(() => read(text)).toThrow(message));
});

describe("a company's file", () => {
  const neocloud = (bytes: Uint8Array) => figuresInFile(bytes, "neocloud");
  const cover = {name: "Cover", rows: [["Acme Cloud"], ["Report of", 2025]]};
  const figures = {
    name: "KPIs",
    rows: [["Key figures"], [], ["kpi", 2024, 2025, "unit"], ["price", 3, 2.75, "$"], ["utilisation", 0.5, 0.62, null]]
  };
  it("may be a workbook with the figures on its second sheet", async () => {
    const {figures: own, said, read: rows} = await neocloud(await writeXlsx({sheets: [cover, figures]}));
    expect(own).toEqual(both);
    expect(rows[0]!.place).toBe("sheet KPIs, line 4");
    expect(said).toEqual(["Values are those of 2025, not of 2024.", "Figures are those of sheet KPIs, not of Cover."]);
  });
  it("with two values of one figure on two sheets leaves it out", async () => {
    const other = {
      name: "Plan",
      rows: [
        ["price", 2],
        ["pue", 1.1]
      ]
    };
    const {figures: own, unread} = await neocloud(await writeXlsx({sheets: [figures, other]}));
    expect(own).toEqual({utilisation: 0.62, pue: 1.1});
    expect(unread.map(({place}) => place)).toEqual(["sheet KPIs, line 4", "sheet Plan, line 1"]);
  });
  it.each([
    [Uint8Array.from([112, 114, 105, 99, 101, 59, 50, 44, 55, 53, 10, 128, 59, 49]), {price: 2.75}],
    [new TextEncoder().encode("price;2,75"), {price: 2.75}]
  ])("may be in Windows-1252 or UTF-8", async (bytes, own) => expect((await neocloud(bytes)).figures).toEqual(own));
  it.each([
    ["", "the file is empty"],
    ["PK\u0003\u0004 and no more", "it begins as an XLSX workbook, and is damaged or cut off"],
    ['{"price": 2.75}', "the file is neither CSV nor XLSX"],
    ["\u0001\u0002price,2", "the file is neither CSV nor XLSX"]
  ])("%j says what is wrong", (text, message) =>
    expect(neocloud(new TextEncoder().encode(text))).rejects.toThrow(message)
  );
});
