import {bridgeOf, loadProject, runScenario, type Project} from "../data-loaders/run/project.js";
import {dateAt} from "../lib/export/run-tables.js";
import {figures, type ScenarioRun} from "../lib/model/index.js";
import {InputError, numberAt, unknown, type Run} from "../lib/sheet/index.js";
import {storyInWords, type Story, type Told} from "../src/pages/scenarios/story.js";
import {folderOf, monthOfRun, type GlobalFlags} from "./arguments.js";
import {editionJson} from "./identity.js";
import {formatNumber, formatUnit} from "./format.js";

/** Flags of `compare`, as entered. */
export interface CompareFlags extends GlobalFlags {
  figure: string;
  month?: string;
  json?: boolean;
}

/** Compares two scenarios of the chain: headline figures side by side, and a bridge of the difference in one figure. */
export function compareCommand(
  a: string,
  b: string,
  flags: CompareFlags,
  project = loadProject(folderOf(flags))
): number {
  const {figure, month, json} = flags;
  const runs = [a, b].map((name) => comparable(project, name)) as [ScenarioRun, ScenarioRun];
  checkFigure(figure);
  const last = Math.min(...runs.map(({run}) => run.months)) - 1;
  const at = month === undefined ? last : monthOfRun("--month", month, {...runs[0].run, months: last + 1});
  const steps = bridgeBetween(project, a, b, figure, at);
  console.log(
    json
      ? JSON.stringify({...editionJson(project.folder), ...asJson(runs, figure, at, steps)}, null, 2)
      : report(runs, figure, at, steps)
  );
  return 0;
}

/** The contribution of a changed input to the difference between two scenarios, in the figure's unit. */
interface Step {
  scenario: string;
  input: string;
  amount: number;
  /** Share of the difference; null without a difference. */
  share: number | null;
}

/** Goes by way of the reference: first reverts A's changes, then makes B's, so that the steps add up. */
function bridgeBetween(project: Project, a: string, b: string, figure: string, month: number): Step[] {
  const steps = [
    ...stepsOf(project, a, figure, month).map((step) => ({...step, amount: -step.amount})),
    ...stepsOf(project, b, figure, month)
  ];
  const total = steps.reduce((sum, {amount}) => sum + amount, 0);
  return steps.map((step) => ({...step, share: total === 0 ? null : step.amount / total}));
}

function stepsOf(project: Project, scenario: string, figure: string, month: number): Omit<Step, "share">[] {
  return bridgeOf(project, scenario)
    .filter((one) => one.column === `economy.${figure}` && one.month === month)
    .map(({input, amount}) => ({scenario, input, amount}));
}

function comparable(project: Project, name: string): ScenarioRun {
  const result = runScenario(project, name);
  if (result.scenario.model === "chain") return result;
  throw new InputError(
    `scenario "${name}" uses the ${result.scenario.model} model and cannot be compared\n  choose a scenario of the ` +
      `chain model`
  );
}

function checkFigure(figure: string): void {
  const names = figures.map(({column}) => column);
  if (!names.includes(figure)) unknown("--figure", "figure", figure, names);
}

function pathOf(run: Run, figure: string): number[] {
  return Array.from({length: run.months}, (_, month) => numberAt(run, `economy.${figure}`, 0, month));
}

function asJson([a, b]: [ScenarioRun, ScenarioRun], figure: string, month: number, bridge: readonly Step[]) {
  return {
    scenarios: [a.scenario.name, b.scenario.name],
    start: a.run.start,
    paths: Object.fromEntries(figures.map(({column}) => [column, [pathOf(a.run, column), pathOf(b.run, column)]])),
    bridge: {figure, date: dateAt(a.run, month), steps: bridge},
    story: storyInWords(storyBetween([a, b], month, bridge))
  };
}

function report([a, b]: [ScenarioRun, ScenarioRun], figure: string, month: number, bridge: readonly Step[]): string {
  const lines = figures.map(({column, title}) => {
    const [first, second] = [a, b].map(({run}) => numberAt(run, `economy.${column}`, 0, month)) as [number, number];
    const change = `${formatNumber(100 * (second / first - 1))} %`;
    const unit = formatUnit(a.run.model.columns.get(`economy.${column}`)!.unit.text);
    const cells = [formatNumber(first), formatNumber(second), change].map((text) => text.padStart(10));
    return `  ${cells.join(" ")}  ${unit.padEnd(12)} ${title}`;
  });
  const column = a.run.model.columns.get(`economy.${figure}`)!;
  const [before, after] = [a, b].map(({run}) => numberAt(run, column.id, 0, month)) as [number, number];
  const amount = `${formatNumber(after - before)} ${formatUnit(column.unit.text)}`.trimEnd();
  const change = `${amount}, ${formatNumber(100 * (after / before - 1))} %`;
  const size = ({input, amount}: Step): number => (input === "other inputs" ? 0 : Math.abs(amount));
  const sorted = [...bridge].sort((x, y) => size(y) - size(x));
  const steps = sorted.map(
    ({scenario, input, amount, share}) =>
      `  ${formatNumber(amount).padStart(10)} ${`${formatNumber(share && 100 * share)} %`.padStart(10)}  ` +
      `${input} (${scenario})`
  );
  const none = bridge.length === 0 ? ["  neither scenario changes an input"] : [];
  return [
    `${a.scenario.title} and ${b.scenario.title} in ${dateAt(a.run, month)}:`,
    ...lines,
    "Why:",
    ...storyInWords(storyBetween([a, b], month, bridge)).map((sentence) => `  ${sentence}`),
    `Difference of ${figure}: ${change}; by changed input (Shapley values, by way of the reference):`,
    ...steps,
    ...none
  ].join("\n");
}

/** The account of differences between two runs. */
function storyBetween([a, b]: [ScenarioRun, ScenarioRun], month: number, bridge: readonly Step[]): Story {
  const described = ({scenario, run}: ScenarioRun): Told => ({
    title: scenario.title,
    at: (table, column, month) => numberAt(run, `${table}.${column}`, 0, month)
  });
  const inputs = [...bridge]
    .sort((x, y) => Math.abs(y.amount) - Math.abs(x.amount))
    .map(({input, share}) => ({name: input.replace(/^parameter\./, "").replaceAll(/[._]/g, " "), part: share ?? NaN}));
  const months = Math.min(a.run.months, b.run.months);
  return {inputs, from: described(a), to: described(b), month, months, start: a.run.start};
}
