import type {DrawnRun} from "../data-loaders/run/uncertainty.js";
import {loadProject} from "../data-loaders/run/project.js";
import {tablesOfRun} from "../lib/export/exported-run.js";
import {identityEntries, type Identity} from "../lib/export/identity.js";
import type {PublishedTable} from "../lib/export/published.js";
import {figures, type ScenarioRun} from "../lib/model/index.js";
import {valueAt, type Run} from "../lib/sheet/index.js";
import {folderOf, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {describeRanges, drawnTables, drawsOf, firstRanges, type DrawFlags} from "./draws.js";
import {formatNumber, formatUnit} from "./format.js";
import {tableFolder} from "./output/table-folder.js";
import {identityJson, identityOf} from "./identity.js";
import {runHashOf} from "./run-hash.js";
import {titleWith} from "./title.js";

/** Flags of `run`, as entered. */
export interface RunFlags extends DrawFlags, GlobalFlags {
  set?: string[];
  months?: string;
  out?: string;
  json?: boolean;
}

/** Runs a scenario, prints the headline figures of its first month and, on request, writes its tables. */
export async function runCommand(
  name: string,
  flags: RunFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const {set, months, out, json} = flags;
  const write = out === undefined ? undefined : tableFolder(out);
  const overrides = overridesOf(set);
  const length = months === undefined ? undefined : wholeNumber("--months", months, 1, 600);
  const result = changedRun(project, name, set, length);
  const drawn = drawsOf(project, result, flags);
  const identity = await identityOf(project, result, overrides, drawn?.study.design);
  const {model} = identity;
  const hash = runHashOf(project, result.scenario, overrides, length, ...(drawn ? [drawn.study.design] : []));
  const tables = out === undefined && !json ? [] : [...tablesOfRun(result), ...(drawn ? drawnTables(drawn) : [])];
  await write?.(tables, model, identityEntries(identity));
  console.log(
    json
      ? JSON.stringify(
          {...summary(result, tables, identity, hash), ...(drawn && {ranges: firstRanges(drawn)})},
          null,
          2
        )
      : [
          ...report(result, model, overrides.length),
          ...(out === undefined ? [] : [`${tables.length} tables written to ${out}`]),
          ...(drawn ? rangeLines(drawn) : [])
        ].join("\n")
  );
  return 0;
}

/** Each model's headline figures: the earlier program's, or the chain's. */
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
  /** Why it has no value. */
  reason?: string;
  unit: string;
  doc: string;
}

function headline(run: Run, model: string): HeadlineFigure[] {
  const {table, columns} = headlines[model]!;
  return columns.map((name) => {
    const {unit, doc} = run.model.columns.get(`${table}.${name}`)!;
    const value = valueAt(run, `${table}.${name}`, 0, 0);
    const found = typeof value === "object" ? {value: null, reason: value.message} : {value: Number(value)};
    return {name, ...found, unit: unit.text, doc};
  });
}

/** The run's identity, and the hash of everything it depends on, including its settings. */
function summary({scenario, run}: ScenarioRun, tables: readonly PublishedTable[], identity: Identity, hash: string) {
  return {
    scenario: scenario.name,
    ...identityJson(identity),
    hash,
    months: run.months,
    headline: Object.fromEntries(headline(run, scenario.model).map(({name, value}) => [name, value])),
    tables: Object.fromEntries(
      tables.map(({name, columns}) => [name, {rows: columns[0]!.values.length, columns: columns.length}])
    )
  };
}

function report({scenario, run}: ScenarioRun, model: string, changes: number): string[] {
  const first = run.months === 1 ? "" : `, the first of ${run.months} months`;
  return [
    `${titleWith(scenario.title, changes)}: ${run.start}${first} (model ${model.slice(0, 12)})`,
    ...headline(run, scenario.model).map(line)
  ];
}

function line({value, reason, unit, doc}: HeadlineFigure): string {
  const figure = `  ${formatNumber(value).padStart(12)} ${formatUnit(unit).padEnd(12)} ${doc}`;
  return reason === undefined ? figure : `${figure}\n${" ".repeat(28)}not available: ${reason}`;
}

function rangeLines(drawn: DrawnRun): string[] {
  const {draws} = drawn.study.design;
  return ["", `5th, 50th and 95th percentile of ${draws} draws:`, ...describeRanges(drawn)];
}
