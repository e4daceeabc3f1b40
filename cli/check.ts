import {loadProject, runBacktest, type Project} from "../data-loaders/run/project.js";
import {loadValidation} from "../data-loaders/run/validation.js";
import {addressOf, InputError, type TableInput} from "../lib/sheet/index.js";
import {backtest, checkShares, publishedChecks, type PublishedCheck} from "../lib/validation/index.js";
import {backtestJson, backtestOf, backtestReport} from "./backtest.js";
import {folderOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {formatNumber, formatWholeShare} from "./format.js";

/** Flags of `check`, as entered. */
export interface CheckFlags extends GlobalFlags {
  set?: string[];
  draws: string;
  json?: boolean;
  backtest?: boolean;
}

/** Compares a scenario's predictions with published figures. Throws an `InputError` for a scenario of another model. */
export function checkCommand(name: string, flags: CheckFlags, project = loadProject(folderOf(flags))): number {
  const draws = wholeNumber("--draws", flags.draws, 2, 100_000);
  if (flags.backtest) {
    const rows = backtestOf(project, name, {...flags, draws});
    console.log(flags.json ? JSON.stringify(rows.map(backtestJson), null, 2) : backtestReport(rows));
    return 0;
  }
  const checks = checksOf(project, name, {...flags, draws});
  console.log(flags.json ? JSON.stringify(checks.filter(({counted}) => counted).map(asJson), null, 2) : report(checks));
  return 0;
}

function checksOf(project: Project, name: string, {set, draws}: {set?: string[]; draws: number}): PublishedCheck[] {
  const {checks, correlations, facts, folder} = project;
  const {scenario, run} = changedRun(project, name, set, monthsOf(checks));
  if (scenario.model !== "chain")
    throw new InputError(
      `scenario "${scenario.name}" uses the ${scenario.model} model\n  choose a scenario of the chain model`
    );
  const tested = backtest({run: runBacktest(project), facts, correlations, draws});
  return publishedChecks({run, checks, serving: loadValidation(folder).inputs, correlations, draws, tested});
}

/** The number of months needed to cover every checked cell. */
function monthsOf(checks: TableInput): number {
  return Math.max(...checks.columns.cell!.values.map((cell) => Number(addressOf(String(cell)).month ?? 0))) + 1;
}

function asJson({id, cell, predicted, low, high, published, inside, covered, basis}: PublishedCheck) {
  return {id, cell, predicted, low, high, published, inside, covered, basis};
}

function report(checks: readonly PublishedCheck[]): string {
  const counted = checks.filter((check) => check.counted);
  const others = checks.filter((check) => !check.counted);
  return [
    "Predicted (5th to 95th percentile over draws) and published:",
    "inside covered  predicted         5 %      95 %   published: low..high",
    ...counted.flatMap(lines),
    ...(others.length === 0
      ? []
      : ["Not counted, because an input is calibrated on these figures:", ...others.flatMap(lines)]),
    sharesLine(checks)
  ].join("\n");
}

function lines(check: PublishedCheck): string[] {
  const {id, definition, unit, inside, covered, predicted, predicted_low: from, predicted_high: to} = check;
  const marks = `${mark(inside).padEnd(6)} ${mark(covered).padEnd(7)}`;
  const amounts = [predicted, from, to].map((amount, i) => formatNumber(amount).padStart(i === 0 ? 10 : 9));
  const published = `${publishedText(check).padEnd(24)} ${unit.padEnd(13)}`;
  const row = `${marks} ${amounts.join("  ")}   ${published} ${id}: ${definition}`;
  return [row, ...remarks(check).map((remark) => `${" ".repeat(15)}${remark}`)];
}

function remarks({inside, counted, reason, explanation}: PublishedCheck): string[] {
  return [counted ? "" : reason, inside ? "" : explanation].filter((text) => text !== "");
}

function mark(met: boolean): string {
  return met ? "yes" : "no";
}

function publishedText({published, low, high}: PublishedCheck): string {
  const band = `${formatNumber(low)}..${formatNumber(high)}`;
  return published === null ? band : `${formatNumber(published)} (${band})`;
}

function sharesLine(checks: readonly PublishedCheck[]): string {
  const {of, inside, covered} = checkShares(checks);
  const share = (met: number): string => `${met} of ${of} (${formatWholeShare(met / of)})`;
  return `inside ${share(inside)}, covered ${share(covered)}`;
}
