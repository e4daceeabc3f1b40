import {expect, test} from "vitest";
import {plotCode} from "../../src/components/result/chart-plot.js";
import {chartOf, suggestedChart} from "../../src/components/result/chart-spec.js";

const columns = (types: Record<string, string>) => Object.entries(types).map(([name, type]) => ({name, type}));

test.each([
  [
    {date: "DATE", low: "DOUBLE", central: "DOUBLE"},
    {mark: "line", x: "date", y: "central", color: undefined}
  ],
  [
    {date: "DATE", figure: "VARCHAR", low: "DOUBLE", central: "DOUBLE", high: "DOUBLE"},
    {mark: "band", x: "date", y: "central", low: "low", high: "high", color: "figure"}
  ],
  [
    {scenario: "VARCHAR", t: "TIMESTAMP", n: "BIGINT"},
    {mark: "line", x: "t", y: "n", color: "scenario"}
  ],
  [
    {seller: "VARCHAR", price: "DECIMAL(5,2)"},
    {mark: "bar", x: "price", y: "seller"}
  ],
  [
    {a: "DOUBLE", b: "INTEGER"},
    {mark: "dot", x: "a", y: "b"}
  ],
  [{a: "HUGEINT"}, {mark: "histogram", x: "a"}],
  [{a: "VARCHAR", b: "INTERVAL", c: "DOUBLE[]"}, undefined]
])("%j suggests %j", (types, chart) => {
  expect(suggestedChart(columns(types))).toEqual(chart);
});

test.each([
  ["line", 'Plot.lineY(rows, {x: "a", y: "b", stroke: "c"})'],
  ["bar", 'Plot.barX(rows, {x: "a", y: "b", fill: "c", sort: {y: "-x", limit: 40}})'],
  ["dot", 'Plot.dot(rows, {x: "a", y: "b", stroke: "c"})'],
  ["histogram", 'Plot.rectY(rows, Plot.binX({y: "count"}, {x: "a", fill: "c"}))']
] as const)("the code of a %s", (mark, code) => {
  const margin = mark === "bar" ? "marginLeft: 160, " : "";
  expect(plotCode({mark, x: "a", y: "b", color: "c"}, "rows")).toBe(
    `Plot.plot({${margin}color: {legend: true}, marks: [${code}]})`
  );
});

test("the code of a band, with the line in it", () => {
  const channels = 'x: "a", y1: "l", y2: "h", fill: "c", fx: "f", fillOpacity: 0.25';
  const spec = {mark: "band", x: "a", y: "b", low: "l", high: "h", color: "c", facet: "f"} as const;
  expect(plotCode(spec, "rows")).toBe(
    `Plot.plot({color: {legend: true}, marks: [Plot.areaY(rows, {${channels}}), ` +
      'Plot.lineY(rows, {x: "a", y: "b", stroke: "c", fx: "f"})]})'
  );
  expect(plotCode({mark: "band", x: "a", low: "l", high: "h"}, "rows")).toBe(
    'Plot.plot({marks: [Plot.areaY(rows, {x: "a", y1: "l", y2: "h", fillOpacity: 0.25})]})'
  );
});

test("a band without edges has the columns low and high, else the first number and the last", () => {
  const [named, others] = [
    columns({year: "DATE", high: "DOUBLE", mid: "DOUBLE", low: "DOUBLE"}),
    columns({year: "DATE", p5: "DOUBLE", p50: "DOUBLE", p95: "DOUBLE"})
  ];
  const band = {mark: "band", x: "year"} as const;
  expect(chartOf(band, named)).toEqual({...band, low: "low", high: "high"});
  expect(chartOf(band, others)).toEqual({...band, low: "p5", high: "p95"});
  expect(chartOf({...band, low: "p50"}, others)).toEqual({...band, low: "p50", high: "p95"});
  expect(chartOf({...band, high: "gone"}, others)).toBeUndefined();
});
