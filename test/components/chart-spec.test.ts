import {expect, test} from "vitest";
import {plotCode} from "../../src/components/result/chart-plot.js";
import {suggestedChart} from "../../src/components/result/chart-spec.js";

const columns = (types: Record<string, string>) => Object.entries(types).map(([name, type]) => ({name, type}));

test.each([
  [
    {date: "DATE", low: "DOUBLE", central: "DOUBLE"},
    {mark: "line", x: "date", y: "central", color: undefined}
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
