import type {PublishedModel} from "../../lib/library/published-model.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {chain} from "../../lib/model/chain.js";
import type {Override} from "../../lib/model/override.js";
import {override, type Scenario} from "../../lib/model/scenario.js";
import {isOfRows, isRowChange} from "../../lib/model/rows.js";
import {addressOf, columnOfCell} from "../../lib/sheet/address.js";
import {evaluate, type RunOptions} from "../../lib/sheet/evaluate.js";
import {overrideFormulas, type FormulaOverride} from "../../lib/sheet/formula-override.js";
import {DefinitionError, InputError} from "../../lib/sheet/error.js";
import type {Inputs} from "../../lib/sheet/inputs.js";
import {Memory} from "../../lib/sheet/memory.js";
import {keepNewest} from "../../lib/sheet/newest.js";
import type {Run} from "../../lib/sheet/run.js";
import {OWN, type CustomScenario, type Setting} from "./custom-scenario.js";

/** The model in this browser. It runs scenarios, and reuses the unaffected part of the previous run after an edit. */
export interface Session {
  scenarios: readonly Scenario[];
  /** The assumptions, before any scenario. */
  inputs: Inputs;
  /** A scenario's inputs, cached. Throws an `InputError` for a cell or value that does not fit. */
  inputsOf: (scenario: Scenario) => Inputs;
  /** A scenario's run, cached. */
  run: (scenario: Scenario) => Run;
  /** The run of a scenario under edit. It may be read until the edit after next, whose run reuses its memory. */
  edit: (scenario: Scenario) => Run;
  /**
   * Applies a reader's scenario, leaving out and reporting what does not fit; an unknown parent is replaced by the
   * first scenario.
   */
  apply: (own: CustomScenario) => AppliedScenario;
}

/** A reader's scenario as applied to the model. */
export interface AppliedScenario {
  scenario: Scenario;
  /** The part of the reader's scenario that was applied, on the parent actually used. */
  applied: CustomScenario;
  /** Why parts were left out, by cell; for other parts, by what they are. */
  problems: ReadonlyMap<string, string>;
}

/** A session of the published model. */
export function openSession({inputs: all, scenarios: known}: Pick<PublishedModel, "inputs" | "scenarios">): Session {
  const inputs = all.chain!;
  const scenarios = known.filter(({model}) => model === "chain");
  const inputsOf = keepNewest(
    (scenario: Scenario) => override(chain, inputs, scenario.overrides),
    ({overrides}) => overrides
  );
  const problemIn = (overrides: readonly Override[]): string | undefined =>
    problemOf(() => override(chain, inputs, overrides));
  const tried = new Map<string, string | undefined>();
  const judge = (one: Override): string | undefined => {
    const key = `${one.cell}=${one.value}`;
    if (!tried.has(key)) tried.set(key, problemIn([one]));
    return tried.get(key);
  };
  const memory = new Memory();
  const edited: Run[] = [];
  let last: Run | undefined;
  const run = (scenario: Scenario, options: Pick<RunOptions, "memory">): Run => {
    const {formulas, months, start} = scenario;
    const from = last && {from: last};
    return (last = evaluate(overrideFormulas(chain, formulas), inputsOf(scenario), {
      ...from,
      ...options,
      months,
      start
    }));
  };
  return {
    scenarios,
    inputs,
    inputsOf,
    run: keepNewest(
      (scenario: Scenario) => run(scenario, {}),
      ({overrides, formulas, months, start}) => ({overrides, formulas, months, start})
    ),
    edit: (scenario) => {
      if (edited.length > 1) memory.reclaim(edited.shift()!);
      edited.push(run(scenario, {memory}));
      return edited.at(-1)!;
    },
    apply: (own) => applySettings(own, scenarios, {problemIn, judge})
  };
}

/** Place of a custom scenario's values in messages. */
const PLACE = "own scenario";

/** Report what is wrong with overrides, if anything: with several of them, or with one. */
interface Judges {
  problemIn: (overrides: readonly Override[]) => string | undefined;
  judge: (one: Override) => string | undefined;
}

/** If settings do not fit together, they are tried one by one, so that a bad one does not take the others with it. */
function applySettings(
  {parent: name, title, settings, notes = []}: CustomScenario,
  scenarios: readonly Scenario[],
  {problemIn, judge}: Judges
): AppliedScenario {
  const problems = new Map<string, string>();
  const found = scenarios.find((one) => one.name === name);
  const parent = found ?? scenarios.find((one) => one.name === REFERENCE)!;
  if (!found)
    problems.set("parent", `Unknown base scenario “${name}”; your changes are applied to “${parent.name}” instead.`);
  const fits = (cell: string, problem: string | undefined): boolean => {
    if (problem !== undefined) problems.set(cell, problem.replace(`${PLACE}: `, ""));
    return problem === undefined;
  };
  const asCell = settings.filter((one) => !isFormula(one, judge));
  const cells = asCell.map((one): Override => ({...one, place: PLACE}));
  const overrides = problemIn(cells) === undefined ? cells : fitting(cells, {problemIn, judge}, fits);
  const formulas = [...parent.formulas];
  for (const one of settings.filter((setting) => !asCell.includes(setting))) {
    const more = [...formulas, asFormulaOverride(one)];
    const problem = problemOf(() => overrideFormulas(chain, more));
    if (fits(one.cell, problem)) formulas.push(asFormulaOverride(one));
  }
  const applied = {parent: parent.name, title, settings: settings.filter(({cell}) => !problems.has(cell)), notes};
  const count = applied.settings.length;
  const scenario: Scenario = {
    ...parent,
    name: OWN,
    title: title === "" ? "My scenario" : title,
    description: `${count} ${count === 1 ? "change" : "changes"} to “${parent.title}”.`,
    parent: parent.name,
    overrides: [...parent.overrides, ...overrides],
    formulas,
    notes: [...parent.notes, ...notes]
  };
  return {scenario, applied, problems};
}

/** Receives a cell and its problem, if any; returns whether it fits. */
type Verdict = (cell: string, problem: string | undefined) => boolean;

/** The settings that fit. Expressions that are valid alone may form a circle; the later ones are then left out. */
function fitting(all: readonly Override[], {problemIn, judge}: Judges, fits: Verdict): Override[] {
  const changes = all.filter(isRowChange);
  const rows = fittingRows(
    all.filter((one) => isOfRows(chain, changes, one)),
    {problemIn},
    fits
  );
  const cells = all.filter((one) => !isOfRows(chain, changes, one));
  const alone = [...rows, ...cells.filter((one) => fits(one.cell, judge(one)))];
  if (problemIn(alone) === undefined) return alone;
  const applied = alone.filter(({value}) => !value.startsWith("="));
  for (const one of alone.filter(({value}) => value.startsWith("=")))
    if (fits(one.cell, problemIn([...applied, one]))) applied.push(one);
  return applied;
}

/** Row changes apply together with the references to them, or not at all; then the rest of each is checked. */
function fittingRows(part: readonly Override[], {problemIn}: Pick<Judges, "problemIn">, fits: Verdict): Override[] {
  if (part.length === 0 || problemIn(part) === undefined) return [...part];
  const isCore = (one: Override): boolean =>
    isRowChange(one) || chain.columns.get(columnOfCell(one.cell))?.target !== undefined;
  const applied = part.filter(isCore);
  const problem = problemIn(applied);
  for (const one of problem === undefined ? [] : part) fits(one.cell, problem);
  if (problem !== undefined) return [];
  for (const one of part.filter((each) => !isCore(each)))
    if (fits(one.cell, problemIn([...applied, one]))) applied.push(one);
  return applied;
}

/** What is wrong with an input or a definition, in words. */
function problemOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof InputError || error instanceof DefinitionError) return error.message;
    throw error;
  }
}

/**
 * Whether a setting is a column's formula. A cell in a row has an expression instead, and so has a parameter if its
 * text is a valid one, since formulas may read more than expressions.
 */
function isFormula({cell, value}: Setting, judge: Judges["judge"]): boolean {
  if (!value.startsWith("=")) return false;
  const {table, key} = addressOf(cell);
  return key === undefined && !(table === chain.parameter.name && judge({cell, value, place: PLACE}) === undefined);
}

function asFormulaOverride({cell, value}: Setting): FormulaOverride {
  return {column: cell, text: value.slice(1).trim()};
}
