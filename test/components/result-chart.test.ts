// @vitest-environment jsdom
import {tableFromArrays} from "apache-arrow";
import {expect, test} from "vitest";
import type {Engine} from "../../src/components/result/engine.js";
import {resultChart} from "../../src/pages/sql/result-chart.js";

const rows = tableFromArrays({name: ["a", "b"], count: ["1", "2"]});
const engine: Engine = {rows: () => Promise.resolve(rows), file: () => Promise.resolve(new Uint8Array())};
const columns = [
  {name: "name", type: "VARCHAR"},
  {name: "count", type: "BIGINT"}
];

test("a result has the chart that its types suggest, which a reader changes, with its code", async () => {
  const chart = (await resultChart(engine, {table: "result", columns, length: 2})) as HTMLElement;
  expect(chart.querySelectorAll('svg [aria-label="bar"] rect').length).toBe(2);
  const mark = chart.querySelector("select")!;
  mark.value = "dot";
  mark.dispatchEvent(new Event("change"));
  await expect.poll(() => chart.querySelectorAll('svg [aria-label="dot"] circle').length).toBe(2);
  expect(chart.querySelector("code")?.textContent).toBe(
    'Plot.plot({marks: [Plot.dot(rows, {x: "count", y: "name"})]})'
  );
});

test("a result without a number has none", async () => {
  expect(await resultChart(engine, {table: "result", columns: [columns[0]!], length: 2})).toBe("");
});
