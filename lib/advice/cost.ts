import {InputError, numberAt, parseUnit, unknown, type Run} from "../sheet/index.js";
import {commensurable, times} from "../sheet/unit.js";
import {quantileOf, uniforms, type Design, type Range} from "../uncertainty/index.js";
import {placeAt, rangeAt, readUnit, type Levers} from "./action.js";
import type {Company} from "./company-rows.js";
import {companies} from "./action-definition.js";

/**
 * The one-off cost of an action to a company, USD: a fixed sum, or a rate times one of the company's initial
 * quantities.
 */
export function costOf({lever}: Levers, key: string, company: Company, run: Run): Range {
  const row = lever.keys.indexOf(key);
  const text = (column: string): string => String(lever.columns[column]!.values[row] ?? "");
  const place = placeAt(lever, "per", row);
  const range = rangeAt(lever, "cost", row) ?? {low: 0, central: 0, high: 0, family: "exact"};
  const {unit, value} = measureOf(run, company, text("per"), place);
  const total = times(readUnit(text("cost_unit"), place), unit);
  if (!commensurable(total, parseUnit("USD")))
    throw new InputError(`${place}: cost_unit: ${text("cost_unit")} times ${text("per") || "1"} is not in USD`);
  const scale = total.scale * value;
  return {...range, low: range.low * scale, central: range.central * scale, high: range.high * scale};
}

/** A cost draw by draw, the central value last. */
export function drawnCost(cost: Range, name: string, design: Design): Float64Array {
  const [uniform] = uniforms(design, [`cost of ${name}`]);
  const quantile = quantileOf(cost);
  return Float64Array.from({length: design.draws + 1}, (_, draw) =>
    draw === design.draws ? cost.central : quantile(uniform!(draw))
  );
}

function measureOf(run: Run, {layer, key}: Company, column: string, place: string) {
  if (column === "") return {unit: parseUnit("1"), value: 1};
  const table = companies[layer];
  const found = run.model.columns.get(`${table}.${column}`);
  if (!found) {
    const names = Object.keys(run.model.tables.find(({name}) => name === table)!.columns);
    return unknown(`${place}: per ${table}`, "column", column, names);
  }
  return {unit: found.unit, value: numberAt(run, found.id, run.inputs[table]!.keys.indexOf(key), 0)};
}
