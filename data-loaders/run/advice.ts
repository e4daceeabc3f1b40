import {advise, constraint, lever, leverMove, Outcomes, type Advice, type RunVariants} from "../../lib/advice/index.js";
import {adviceDesign} from "../../lib/advice/design.js";
import {JUDGEMENT, readTable, type Table, type TableInput} from "../../lib/sheet/index.js";
import type {Study} from "../../lib/uncertainty/index.js";
import {readFolder} from "./files.js";
import {runStudy, type ParallelOptions} from "./parallel.js";
import type {Project} from "./project.js";
import type {ScenarioRun} from "../../lib/model/index.js";

/** The input tables of actions and constraints. */
export interface AdviceTables {
  lever: TableInput;
  lever_move: TableInput;
  constraint: TableInput;
}

/** Reads the actions and the constraints. Throws an `InputError` with file, line, column and value. */
export function loadAdvice({models, folder}: Project): AdviceTables {
  const known = new Set([JUDGEMENT, ...models.get("chain")!.sources.map(({id}) => id)]);
  const files = readFolder(folder, ".csv");
  const read = (table: Table<object>): TableInput =>
    readTable(table, files[table.name] ?? "", `${folder.name}/${table.name}.csv`, known);
  return {lever: read(lever), lever_move: read(leverMove), constraint: read(constraint)};
}

export interface AdviceOptions extends ParallelOptions {
  /** The key of the only company to advise. */
  company?: string | undefined;
}

/** Advises every company of a scenario, or one. */
export function adviseScenario(
  project: Project,
  {scenario, run}: ScenarioRun,
  design: Study["design"] = adviceDesign,
  {company, ...options}: AdviceOptions = {}
): Advice {
  const {correlations} = project;
  const tables = loadAdvice(project);
  const {months, start, model, inputs} = run;
  const runVariants: RunVariants = (changed, variants, design, outputs) => {
    const study: Study = {
      inputs: changed,
      months,
      start,
      design,
      scheme: {kind: "variants", variants},
      correlations,
      outputs,
      at: Array.from({length: months}, (_, month) => month),
      series: []
    };
    // A few draws finish before another thread could start.
    const threads = variants.length * (design.draws + 1) < 4096 ? {threads: 1} : {};
    return new Outcomes(study, runStudy(scenario.model, model, study, {...options, ...threads}).draws);
  };
  return advise(
    {model, inputs, months, start, correlations, levers: tables, constraint: tables.constraint, company},
    design,
    runVariants
  );
}
