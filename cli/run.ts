import {createHash} from "node:crypto";
import {mkdirSync, writeFileSync} from "node:fs";
import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {parquet, tablesOfRun, type PublishedTable} from "../lib/export/index.js";
import {figures, type ScenarioRun} from "../lib/model/index.js";
import {valueAt, type Run} from "../lib/sheet/index.js";
import {modelHash} from "../scripts/hash.js";
import {overridesOf, wholeNumber} from "./arguments.js";
import {describeRanges, drawnTables, drawsOf, firstRanges, type DrawFlags} from "./draws.js";
import {formatNumber} from "./format.js";

/** The flags of `run`, as they were typed. */
export interface RunFlags extends DrawFlags {
  set?: string[];
  months?: string;
  out?: string;
  json?: boolean;
}

/** Runs a scenario, prints its headline (in its first month), and writes its tables where asked. */
export function runCommand(
  name: string,
  {set, months, out, json, draws, seed}: RunFlags,
  project = loadProject()
): number {
  const overrides = overridesOf(set);
  const length = months === undefined ? undefined : wholeNumber("--months", months, 1, 600);
  const result = runScenario(project, name, overrides, length);
  const drawn = drawsOf(project, result, {...(draws !== undefined && {draws}), ...(seed !== undefined && {seed})});
  const tables = [...tablesOfRun(result), ...(drawn ? drawnTables(drawn) : [])];
  const hash = createHash("sha256")
    .update(JSON.stringify([modelHash(), result.scenario, overrides, length, ...(drawn ? [drawn.study.design] : [])]))
    .digest("hex");
  if (out !== undefined) writeTables(tables, out, hash);
  const ranges = drawn && {ranges: firstRanges(drawn)};
  const drawnLines = drawn
    ? ["", `5, 50 and 95 % of ${drawn.study.design.draws} draws:`, ...describeRanges(drawn)]
    : [];
  console.log(
    json
      ? JSON.stringify({...summary(result, tables, hash), ...ranges}, null, 2)
      : [report(result, tables, hash, out), ...drawnLines].join("\n")
  );
  return 0;
}

function writeTables(tables: readonly PublishedTable[], folder: string, hash: string): void {
  mkdirSync(folder, {recursive: true});
  for (const table of tables) writeFileSync(`${folder}/${table.name}.parquet`, parquet(table, hash));
}

/** The columns that stand for a model in one line: the older program's own headline, or our figures. */
const headlines: Record<string, {table: string; columns: readonly string[]}> = {
  readme: {
    table: "readme_total",
    columns: [
      "raw_materials_cost",
      "productivity_value",
      "value_multiplier",
      "value_per_cost",
      "total_cost",
      "total_revenue",
      "profit"
    ]
  },
  chain: {table: "economy", columns: figures.map(({column}) => column)}
};

interface HeadlineFigure {
  name: string;
  value: number | null;
  unit: string;
  doc: string;
}

function headline(run: Run, model: string): HeadlineFigure[] {
  const {table, columns} = headlines[model]!;
  return columns.map((name) => {
    const {unit, doc} = run.model.columns.get(`${table}.${name}`)!;
    const value = valueAt(run, `${table}.${name}`, 0, 0);
    return {name, value: typeof value === "number" ? value : null, unit: unit.text, doc};
  });
}

function summary({scenario, run}: ScenarioRun, tables: readonly PublishedTable[], hash: string) {
  return {
    scenario: scenario.name,
    hash,
    months: run.months,
    headline: Object.fromEntries(headline(run, scenario.model).map(({name, value}) => [name, value])),
    tables: Object.fromEntries(
      tables.map(({name, columns}) => [name, {rows: columns[0]!.values.length, columns: columns.length}])
    )
  };
}

function report(
  {scenario, run}: ScenarioRun,
  tables: readonly PublishedTable[],
  hash: string,
  out: string | undefined
): string {
  const lines = headline(run, scenario.model).map(
    ({value, unit, doc}) => `  ${formatNumber(value).padStart(12)} ${unit.padEnd(12)} ${doc}`
  );
  const written = out === undefined ? [] : [`${tables.length} tables written to ${out}`];
  return [
    `${scenario.title}: ${run.start}, the first of ${run.months} months (${hash.slice(0, 12)})`,
    ...lines,
    ...written
  ].join("\n");
}
