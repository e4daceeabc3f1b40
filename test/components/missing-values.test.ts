// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {bars} from "../../src/components/charts/bars.js";
import {dumbbell} from "../../src/components/charts/dumbbell.js";
import {fan} from "../../src/components/charts/fan.js";
import {heatTable} from "../../src/components/charts/heat-table.js";
import {intervals} from "../../src/components/charts/intervals.js";
import {sankeyChart} from "../../src/components/charts/sankey.js";
import {stackedMonths} from "../../src/components/charts/stacked-months.js";
import {stackedTotals} from "../../src/components/charts/stacked-totals.js";
import {timeLines} from "../../src/components/charts/time-lines.js";
import {largestStream} from "../../src/components/rows/flows.js";

const [width, color, month] = [800, "red", "2026-12"];
const format = (value: number): string => (Number.isFinite(value) ? String(value) : "unknown");
const note = (_: string, value: number): string => format(value);
const dates = [new Date("2026-12-01"), new Date("2027-01-01")];
const points = (values: readonly number[]) => values.map((value, i) => ({date: dates[i]!, value}));
const stream = (source: string, target: string, value: number) => {
  return {source, target, value, label: format(value), color, targetColor: color};
};
const range = (value: number) => ({low: value, middle: value, high: value});
const path = (value: number, i: number) => ({date: dates[i]!, central: value, low: value, median: value, high: value});

/** Each chart with two values. */
const charts: Record<string, (values: [number, number]) => Element> = {
  sankey: ([a, b]) => sankeyChart([stream("users", "apps", a), stream("apps", "labs", b)], {width, height: 300, note}),
  bars: (values) =>
    bars(
      values.map((value, i) => ({label: `bar ${i}`, value, color})),
      {width, format}
    ),
  dumbbell: ([from, to]) =>
    dumbbell([{label: "pair", from, to}], {width, format, from: {name: "a", color}, to: {name: "b", color}}),
  fan: (values) => fan(values.map(path), {width, color, month}),
  "heat table": (values) =>
    heatTable(
      values.map((value, column) => ({column, row: 0, value})),
      {width, columns: ["a", "b"], rows: ["c"], x: "x", y: "y", turn: 0, line: [], format}
    ),
  intervals: (values) =>
    intervals(
      values.map((value, i) => ({label: `row ${i}`, ...range(value), color, tip: ""})),
      {width, format}
    ),
  "intervals on a logarithmic axis": (values) =>
    intervals(
      values.map((value, i) => ({label: `row ${i}`, ...range(value), color, tip: ""})),
      {
        width,
        format,
        log: true
      }
    ),
  "stacked months": (values) => stackedMonths([{name: "part", color, points: points(values)}], {width, month, format}),
  "stacked totals": (values) =>
    stackedTotals(
      values.map((value, i) => ({total: `total ${i}`, part: "part", value, color})),
      {width, unit: "1"}
    ),
  "time lines": (values) => timeLines([{name: "line", color, points: points(values)}], {width, month, format}),
  "time lines on a logarithmic axis": (values) =>
    timeLines([{name: "line", color, points: points(values)}], {width, month, format, log: true})
};

describe.each(Object.entries(charts))("%s", (_, draw) => {
  it.each<[what: string, values: [number, number]]>([
    ["a missing value", [2, NaN]],
    ["another missing value", [NaN, 2]],
    ["no value at all", [NaN, NaN]],
    ["values beyond the greatest number together", [1.7e308, 1.7e308]],
    ["an infinite value", [Infinity, 2]]
  ])("is drawn with %s", (_, values) => {
    expect(draw(values).outerHTML).not.toMatch(/="[^"]*(NaN|Infinity|undefined)/);
  });
});

describe("a missing value is stated", () => {
  it.each([
    ["sankey", "Not shown, because no value is available: apps to labs"],
    ["bars", "missing"],
    ["dumbbell", "pair: missing"],
    ["heat table", "–"],
    ["intervals", "row 1: missing"],
    ["stacked totals", "total 1: missing"]
  ])("by %s", (chart, text) => expect(charts[chart]!([2, NaN]).textContent).toContain(text));
  it("by the nodes of a sankey that it is a part of", () =>
    expect(charts.sankey!([2, NaN]).textContent).toContain("labsunknown"));
  it("and is not the largest stream", () =>
    expect(largestStream([stream("a", "b", NaN), stream("c", "d", 1), stream("e", "f", 2)])).toBe("e to f: 2"));
});
