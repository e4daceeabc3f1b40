import {columnsOf, typedColumns, type Model, type ModelColumn, type Table} from "../../sheet/index.js";
import {identifier, quoted} from "./identifier.js";
import {Relations, type Relation} from "./relations.js";
import {CLOCK} from "./select.js";
import {stages} from "./stages.js";

/**
 * The statements that compute the model's tables from the input tables: one view for each table that never changes, and
 * the view `simulation`, which computes each month from the month before.
 */
export function simulation(model: Model): string[] {
  const isTyped = new Set(model.tables.flatMap(({name}) => typed(model, name)));
  const rest = model.order.filter((column) => !isTyped.has(column));
  const fixed = new Relations(model, "fixed.", (table) => ({
    name: `input.${identifier(table)}`,
    columns: typed(model, table)
  }));
  for (const stage of stages(rest.filter(({dynamic}) => !dynamic))) fixed.add(stage);
  const monthly = new Relations(model, "", (table) => ({
    name: table === CLOCK ? CLOCK : `${table}_fixed`,
    columns: fixed.columns(table)
  }));
  for (const stage of stages(rest.filter(({dynamic}) => dynamic))) monthly.add(stage);
  const changing = model.tables.map(({name}) => name).filter((table) => columnsOf(model, table).some(isDynamic));
  return [
    ...fixed.made.map(({name, text}) => `CREATE VIEW ${name} AS\n${text};`),
    ...(changing.length > 0 ? recursion(changing, fixed, monthly) : []),
    ...model.tables.map((table) => view(table, changing.includes(table.name), fixed.latest(table.name))),
    ...[...model.columns.values()].map(comment)
  ];
}

function typed(model: Model, table: string): ModelColumn[] {
  const found = model.tables.find(({name}) => name === table);
  return found ? typedColumns(found).map(([name]) => model.columns.get(`${table}.${name}`)!) : [];
}

function isDynamic({dynamic}: ModelColumn): boolean {
  return dynamic;
}

/** Each step of the recursion adds one row: a month, with the rows of every changing table as a list of structs. */
function recursion(changing: readonly string[], fixed: Relations, monthly: Relations): string[] {
  const steps = [clock, ...changing.map(last), ...monthly.made].map(({name, text}) => `${name} AS (\n${text}\n)`);
  const constant = monthly.model.tables
    .filter(({name}) => steps.some((text) => text.includes(`${name}_fixed`)))
    .map(({name}) => `${name}_fixed AS MATERIALIZED (FROM ${fixed.latest(name)})`);
  const view = `CREATE VIEW simulation AS WITH RECURSIVE
${constant.join(",\n")},
run AS (
SELECT -1e0 AS month,
  ${changing.map((name) => `NULL::${structOf(monthly.columns(name))}[] AS ${identifier(name)}`).join(",\n  ")}
UNION ALL
(WITH ${steps.join(",\n")}
SELECT clock.month,
  ${changing.map((name) => `(SELECT list(t ORDER BY t.row) FROM ${monthly.latest(name)} AS t)`).join(",\n  ")}
FROM clock)
)
SELECT * FROM run WHERE month >= 0;`;
  return [view, "CREATE TABLE run AS FROM simulation;"];
}

const clock: Relation = {
  name: CLOCK,
  text: "SELECT run.month + 1 AS month, start, step FROM run, input.clock WHERE run.month + 1 < months"
};

function last(table: string): Relation {
  return {name: `last_${table}`, text: `SELECT unnest(${identifier(table)}, recursive := true) FROM run`};
}

function structOf(columns: readonly ModelColumn[]): string {
  const fields = columns.map(({name, holds}) => `${identifier(name)} ${holds === "number" ? "DOUBLE" : "VARCHAR"}`);
  return `STRUCT(${['"row" DOUBLE', "key VARCHAR", ...fields].join(", ")})`;
}

function view(table: Table<object>, changes: boolean, fixed: string): string {
  const name = identifier(table.name);
  if (!changes) return `CREATE VIEW ${name} AS FROM ${fixed} ORDER BY row;`;
  const month = "month" in table.columns ? "" : "month, ";
  return (
    `CREATE VIEW ${name} AS FROM (SELECT ${month}unnest(${name}, recursive := true) FROM run) ORDER BY month, ` + `row;`
  );
}

function comment({table, name, unit, doc}: ModelColumn): string {
  const text = unit.text === "" ? doc : `${doc} [${unit.text}]`;
  return `COMMENT ON COLUMN ${identifier(table.name)}.${identifier(name)} IS ${quoted(text)};`;
}
