import {highs} from "../data-loaders/run/highs.js";
import {loadProject, runScenario, type Project} from "../data-loaders/run/project.js";
import {projectInputs, termsOfRun, usualChoice, type Terms} from "../lib/finance/index.js";
import {
  answerBuild,
  budgetPeriods,
  buildCase,
  drawnWorth,
  drawsOf,
  robustPlans,
  servedRates,
  whyNothing,
  type BuildAnswer,
  type BuildCase,
  type BuildRequest,
  type Candidate,
  type DrawnWorth,
  type UnitValues
} from "../lib/greenfield/index.js";
import {loadValidation} from "../data-loaders/run/validation.js";
import {dateOf, InputError, monthsOf, oneOf} from "../lib/sheet/index.js";
import {folderOf, numberOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {formatNumber, formatUsd, formatWholeShare} from "./format.js";
import type {MadeReport} from "../src/components/report/report-buttons.js";
import {pricePath} from "../src/pages/build/price-path.js";
import {buildReport} from "../src/pages/build/report.js";
import {demandSteps, powerSteps, type Step} from "../src/pages/build/steps.js";
import {placeFrom, setFrom} from "./invest.js";
import {planWorkbook} from "../src/pages/build/workbook.js";
import {reportAt} from "./report-file.js";
import {identityJson, identityOf, madeFrom} from "./identity.js";
import {modelHash} from "../scripts/hash.js";
import {workbookAt, writeWorkbookAt} from "./workbook-file.js";

/** Seed of the price draws. */
const SEED = 1;

/** Flags of `build`, as entered. */
export interface BuildFlags extends GlobalFlags {
  power: string[];
  budget: string;
  budgetBy: string;
  facility?: string;
  site?: string;
  region?: string;
  start?: string;
  horizon: string;
  gpus?: string[];
  leadTime?: string;
  scenario: string;
  flat?: boolean;
  priceChanges?: string;
  beforeTax?: boolean;
  set?: string[];
  robust?: boolean;
  draws: string;
  json?: boolean;
  demand?: string[];
  model?: string;
  ttft: string;
  tpot: string;
  report?: string;
  out?: string;
}

/** Prints what to buy and when for a new site, what it earns, and the value of more power, budget or time. */
export async function build(flags: BuildFlags, files = loadProject(folderOf(flags))): Promise<number> {
  const report = flags.report === undefined ? undefined : reportAt(flags.report);
  const out = flags.out === undefined ? undefined : workbookAt(flags.out);
  const ran = runScenario(files, flags.scenario);
  const {run} = ran;
  const terms = termsOfRun(run, {project_default: files.defaults});
  const request = {...requestOf(flags, terms, run.start), ...demandOf(flags, files.folder, run.start)};
  const one = buildCase(terms, request, run.start);
  const engine = await highs();
  const answer = await answerBuild(one, engine);
  const robust = flags.robust ? await robustness(flags, files, {terms, request, one, answer}) : undefined;
  const identity = await identityOf(files, ran);
  const drawn = {...identity, ...(robust && {design: {seed: SEED, draws: robust.draws}})};
  console.log(
    flags.json
      ? JSON.stringify({...identityJson(drawn), request, ...answer, ...(robust && jsonOf(robust))}, null, 2)
      : [...describe(one, answer), ...(robust ? describeRobust(robust) : [])].join("\n")
  );
  if (out !== undefined)
    await writeWorkbookAt(
      out,
      await planWorkbook({one, plan: answer.plan, facts: factsOf(flags), identity, created: new Date()})
    );
  if (report) {
    const {report: written, meta} = reportOf(flags, files, {terms, request, one, answer}, robust);
    await report({report: written, meta: {...meta, ...(await madeFrom(files, meta.scenario))}});
  }
  return 0;
}

function factsOf({power, budget, budgetBy, site, facility, region, scenario}: BuildFlags): [string, string][] {
  return [
    ["Site", [site ?? facility, region].filter(Boolean).join(", ") || "as the largest cluster's"],
    ["IT power available from", power.join(" ")],
    ["Budget, USD", `${budget}, ${budgetBy === "year" ? "each year" : "whole period"}`],
    ["Scenario", scenario]
  ];
}

/** Writes a report on the plan; the example is the page's initial question. */
function reportOf(
  flags: BuildFlags,
  files: Project,
  {terms, request, one, answer}: Solved,
  robust?: Robustness
): MadeReport {
  const {question, first} = one;
  const scenario = files.scenarios.get(flags.scenario)!;
  const nameIn = (table: string) => (key: string) => String(terms.cell(table, key, "name").value ?? key);
  const report = buildReport({
    built: {one, answer, ...robust},
    title: nameIn("facility")(request.choice.facility),
    accelerator: nameIn("accelerator"),
    scenario: (name) => files.scenarios.get(name)?.title ?? name
  });
  const meta = {
    ...{scenario: scenario.name, title: scenario.title, description: ""},
    changes: `power ${flags.power.join(", ")}; budget ${flags.budget} USD, ${flags.budgetBy}`,
    ...{from: first, to: dateOf(monthsOf(first) + question.horizon - 1)},
    hash: modelHash(files.folder.path).slice(0, 12),
    ...{seed: SEED, draws: robust?.draws ?? 0, date: new Date().toISOString().slice(0, 10)}
  };
  return {report, meta};
}

function requestOf(flags: BuildFlags, terms: Terms, first: string): BuildRequest {
  const usual = usualChoice(terms);
  const {accelerator: _, ...choice} = usual;
  const place = placeFrom(flags, usual, terms);
  const set = {...pricePath(flags.priceChanges ?? "", "--price-changes"), ...setFrom(flags.set)};
  const lead = flags.leadTime === undefined ? undefined : wholeNumber("--lead-time", flags.leadTime, 1, 60);
  const accelerators = flags.gpus?.map((key) => oneOf("--gpus", "accelerator", key, terms.keys("accelerator")));
  projectInputs(terms, {...usual, ...place, set});
  return {
    choice: {
      ...{...choice, ...place, flat: flags.flat ?? false, set},
      ...(lead !== undefined && {lead}),
      ...(accelerators && {accelerators})
    },
    power: stepsOf("--power", flags.power, powerSteps, {
      ...{unit: "MW", first, example: "2027-07=10MW 2028-01=20MW, or 20MW from the first month on"}
    }).map(({date, amount}) => ({date, capacity: amount})),
    budget: numberOf("--budget", flags.budget, {min: 0, max: 1e13}),
    after_tax: !flags.beforeTax,
    budget_by: oneOf("--budget-by", "period", flags.budgetBy, budgetPeriods),
    start: flags.start === undefined ? first : monthOf("--start", flags.start, first),
    years: wholeNumber("--horizon", flags.horizon, 1, 10)
  };
}

/**
 * The demand in `--demand`, with the rate at which each accelerator serves the model within the limits, as in `serve`.
 */
function demandOf(
  {demand, model, ttft, tpot, robust}: BuildFlags,
  folder: Project["folder"],
  first: string
): Pick<BuildRequest, "demand"> {
  if (demand === undefined && model === undefined) return {};
  if (demand === undefined || model === undefined)
    throw new InputError("--demand: --model is missing\n  example: --model llama-3-3-70b --demand 2027-07=100B");
  if (robust)
    throw new InputError(
      "--robust: the cost of meeting a demand does not depend on GPU-hour prices\n  omit --robust or --demand"
    );
  const limits = {
    ttft: numberOf("--ttft", ttft, {min: 1, max: 1e6}),
    tpot: numberOf("--tpot", tpot, {min: 1, max: 1e5})
  };
  const rates = servedRates(loadValidation(folder).inputs, {model, ...limits});
  const example = "2027-07=100B, or 100B from the first month on";
  return {demand: {steps: stepsOf("--demand", demand, demandSteps, {unit: "tokens", first, example}), rates}};
}

/** Parses monthly amounts, one or several. */
function stepsOf(
  flag: string,
  texts: readonly string[],
  read: typeof powerSteps,
  {unit, first, example}: {unit: string; first: string; example: string}
): Step[] {
  const text = texts.join(" ");
  const steps = read(text, first);
  if (steps) return steps;
  throw new InputError(`${flag}: expected month=${unit}, got "${text}"\n  example: ${flag} ${example}`);
}

/** Parses a calendar month; rejects `2027-13`. */
function monthIn(flag: string, text: string): string {
  if (!Number.isNaN(monthsOf(text))) return text;
  throw new InputError(`${flag}: expected a month as YYYY-MM, got "${text}"\n  example: 2027-07`);
}

function monthOf(flag: string, text: string, first: string): string {
  if (monthsOf(monthIn(flag, text)) >= monthsOf(first)) return text;
  throw new InputError(`${flag}: expected a month from ${first} on, as YYYY-MM, got "${text}"`);
}

interface Robustness {
  candidates: Candidate[];
  drawn: DrawnWorth;
  draws: number;
}

interface Solved {
  terms: Terms;
  request: BuildRequest;
  one: BuildCase;
  answer: BuildAnswer;
}

async function robustness(
  flags: BuildFlags,
  files: Project,
  {terms, request, one, answer}: Solved
): Promise<Robustness> {
  const draws = wholeNumber("--draws", flags.draws, 16, 10_000);
  const names = [...files.scenarios.values()].filter(({model}) => model === "chain").map(({name}) => name);
  const scenarios = names.map((name): [string, UnitValues] => {
    const {run} = runScenario(files, name);
    const own = termsOfRun(run, {project_default: files.defaults});
    const accelerators = one.kinds.map(({key}) => key);
    return [name, buildCase(own, {...request, choice: {...request.choice, accelerators}}, run.start).values];
  });
  return {
    candidates: await robustPlans(one.question, one.kinds, new Map(scenarios), await highs()),
    drawn: drawnWorth(answer.plan, drawsOf(terms, request, one, answer.plan, draws)),
    draws
  };
}

function jsonOf({candidates, drawn}: Robustness) {
  const named = candidates.map(({values, regrets, ...candidate}) => ({
    ...candidate,
    values: Object.fromEntries(values),
    regrets: Object.fromEntries(regrets)
  }));
  return {candidates: named, drawn};
}

/** A one-line result of a plan: net present value, or the cost of meeting the demand. */
function resultOf({question, first}: BuildCase, {npv, residual, cost, served}: BuildAnswer["plan"]): string {
  const end = dateOf(monthsOf(first) + question.horizon - 1);
  if (question.demand)
    return (
      (served < 1 ? `only ${formatWholeShare(served)} of the demand can be served; ` : "all demand is served; ") +
      `cost ${formatUsd(cost)}, before tax and without a loan, discounted to ${first}, less residual value in ${end}`
    );
  const left = npv === 0 ? 0 : residual / npv;
  const tax = question.after_tax ? "after" : "before";
  return (
    `net present value ${formatUsd(npv)}, ${tax} tax and without a loan, discounted to ${first}; ` +
    `${formatWholeShare(left)} of it is resale value in ${end}`
  );
}

function describe(one: BuildCase, {plan, uses, worth}: BuildAnswer): string[] {
  const {question, first} = one;
  const month = (at: number): string => dateOf(monthsOf(first) + at);
  if (plan.orders.length === 0) return [`build nothing: ${whyNothing(question, one.kinds, one.values)}`];
  return [
    resultOf(one, plan),
    "",
    `order    opens    units  GPUs      MW      USD      ${question.demand ? "cost" : "adds"}     kind`,
    ...plan.orders.map(
      ({kind, order, opening, units, gpus, power, price, value, cost}) =>
        `${month(order)}  ${month(opening)}  ${String(units).padStart(5)}  ${gpus.toLocaleString("en-US").padEnd(8)}` +
        `${formatNumber(power).padStart(4)}  ${formatNumber(price).padStart(8)}  ` +
        `${formatNumber(question.demand ? cost : value).padStart(8)}  ${kind}`
    ),
    "",
    ...uses.map(({limit, used, bound, unit}) => {
      const share = formatWholeShare(bound > 0 ? used / bound : NaN);
      return `${limit}: ${formatNumber(used)} of ${formatNumber(bound)} ${unit} (${share})`;
    }),
    "",
    `${question.demand ? "cost saved by more" : "value of more"}, found by solving again:`,
    ...worth.map(({change, gain}) => `  ${change.padEnd(26)} ${formatUsd(gain)}`)
  ];
}

function describeRobust({candidates, drawn, draws}: Robustness): string[] {
  const {low, median, high, loss} = drawn;
  return [
    "",
    `over ${draws} draws, seed 1: ${formatUsd(low)}, ${formatUsd(median)}, ${formatUsd(high)} ` +
      `(5th, 50th, 95th percentile); a loss in ${formatWholeShare(loss)}`,
    "",
    "maximum regret over the scenarios, and where:",
    ...candidates.map(({name, regret, regrets}) => {
      const [worst] = [...regrets].reduce((most, next) => (next[1] > most[1] ? next : most));
      return `  ${name.padEnd(34)} ${formatUsd(regret).padStart(12)}  in “${worst}”`;
    })
  ];
}
