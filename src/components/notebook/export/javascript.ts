import type {InputCell} from "../notebook.js";
import type {TextValue} from "../text-values.js";
import type {ChartSpec} from "../../result/chart-spec.js";
import {plotCode} from "../../result/chart-plot.js";

/** An input as one of Observable's forms. */
export function inputCode(input: InputCell): string {
  const {name, label, value} = input;
  return `const ${name} = view(${form(input, JSON.stringify({label, value}))});`;
}

/** An input's value in a query that takes `${…}` as parameters. */
export function parameter(input: InputCell): string {
  if (input.control === "month") return `CAST(\${${input.name} + "-01"} AS DATE)`;
  return `\${${input.name}}`;
}

/** A value of a row `rows[0]` as shown in a text. */
export function valueCode(rows: string, i: number, {format}: TextValue): string {
  const value = `${rows}[0].v${i}`;
  if (format === "percent") return `Math.round(100 * ${value}) + " %"`;
  if (format === "month") return `new Date(${value}).toLocaleDateString("en-GB", {month: "long", year: "numeric"})`;
  return format === undefined ? value : `${value}.toLocaleString("en-US", {maximumSignificantDigits: ${format}})`;
}

/** Code that displays a chart. */
export function chartCode(spec: ChartSpec, rows: string): string {
  return `display(${plotCode(spec, rows)});`;
}

/** The query for the options of a scenario input. */
export const scenarioNames = "SELECT name FROM scenario WHERE model = 'chain' ORDER BY name <> 'reference', name";

function form(input: InputCell, options: string): string {
  const {control} = input;
  if (control === "slider") {
    const {min, max, step, label, value} = input;
    return `Inputs.range([${min}, ${max}], ${JSON.stringify({label, step, value})})`;
  }
  if (control === "choice") return `Inputs.select(${JSON.stringify(input.options)}, ${options})`;
  if (control === "scenario") return `Inputs.select(Array.from(scenario_names, (d) => d.name), ${options})`;
  return control === "month" ? `Inputs.text({type: "month", ${options.slice(1)})` : `Inputs.text(${options})`;
}
