import * as aq from "arquero";
import {compile} from "mathjs";
import {formulaOf, type Row} from "./engine.js";
import type {Contestant} from "./measure.js";
import {columnName, expression, inputs, steps} from "./synthetic.js";

const last = `f${steps.length - 1}`;

/** Arquero: one `derive` per formula, since only the next verb can read a derived column. */
export function arquero(rows: number): Contestant {
  const start = aq.table(Object.fromEntries(inputs(rows).map((values, i) => [`i${i}`, values])));
  const derived = steps.map((step, i) => {
    const text = expression(
      step,
      (place) => `d.${columnName(place)}`,
      (name) => `Math.${name}`
    );
    return {[`f${i}`]: `d => ${text}`};
  });
  return {
    name: "Arquero, derive",
    rows,
    run: () => ({sum: total(derived.reduce((t, one) => t.derive(one), start).array(last) as number[])})
  };
}

/** One plain object per row, one function per formula. */
export function objects(rows: number): Contestant {
  const data = inputs(rows);
  const functions = steps.map((_, i) => formulaOf(i));
  const rowOf = (row: number): Row => {
    const cells: Row = {};
    data.forEach((values, i) => (cells[`i${i}`] = values[row]!));
    functions.forEach((formula, i) => (cells[`f${i}`] = formula(cells, {}, Math)));
    return cells;
  };
  const run = () => ({sum: total(Array.from({length: rows}, (_, row) => rowOf(row)).map((cells) => cells[last]!))});
  return {name: "JavaScript, an object a row", rows, run};
}

/** mathjs: each formula compiled once and evaluated row by row. */
export function mathjs(rows: number): Contestant {
  const data = inputs(rows);
  const compiled = steps.map((step, i) => compile(`f${i} = ${expression(step, columnName, (name) => name)}`));
  const valueOf = (row: number): number => {
    const scope: Row = Object.fromEntries(data.map((values, i) => [`i${i}`, values[row]!]));
    for (const one of compiled) one.evaluate(scope);
    return scope[last]!;
  };
  return {
    name: "mathjs, compiled",
    rows,
    run: () => ({sum: total(Array.from({length: rows}, (_, row) => valueOf(row)))})
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
