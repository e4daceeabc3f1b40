import {monthly, only, type Spread} from "../../lib/finance/appraise.js";
import {amount, range, share, usd, type Range} from "../../components/words/format.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {rangeIn, sortedStack, termOf, type Case, type PathReturn} from "./case.js";
import {ofCovenant, ofCover, ofMeasure, ofPayback, ofProject} from "./inspected.js";

/** A term of a project as a sentence shows it. */
export function termText(project: Case, name: string, format: (value: number) => string): Sentence {
  return cited(format(termOf(project, name)), ofProject(name));
}

/** Whether the project pays off, in two sentences. */
export function verdict(project: Case, spreads: readonly Spread[]): Sentence {
  const {irr, npv, cover} = project.appraisal;
  const rate = only(irr);
  const reach: Range = {central: rate, ...rangeIn(spreads, "irr")};
  const earned = Number.isFinite(rate)
    ? say`In the central case equity returns ${cited(range(reach, "share"), ofMeasure("irr"))} a year`
    : project.appraisal.no_irr
      ? `Equity has no IRR (${project.appraisal.no_irr})`
      : "Equity has no single IRR";
  const hurdle = termText(project, "cost_of_equity", share);
  const required = termOf(project, "cost_of_equity");
  const spans = reach.low !== undefined && reach.high !== undefined && reach.low < required && reach.high > required;
  const judged = say`${npv >= 0 ? "above" : "below"} its cost of
    ${hurdle}${spans ? "; the range lies on both sides" : ""}`;
  const covenant =
    cover.breaches.length === 0
      ? "The debt service covenant is met throughout."
      : say`The debt service covenant is breached in ${cited(String(cover.breaches.length), ofCovenant())} months.`;
  return say`${earned}, ${judged}. ${covenant}`;
}

/** Whether the financing closes, and how fast the contract pays, in two sentences. */
export function closing(project: Case): Sentence {
  const {cover, hardware_payback, contract_payback} = project.appraisal;
  if (termOf(project, "loan_amount") === 0) return say`The project carries no loan.`;
  const tightest = Math.max(0, cover.ratios.indexOf(cover.least));
  const ratio = cited(amount(cover.least), ofCover(tightest));
  const covered = say`The minimum debt service coverage ratio is ${ratio}.`;
  if (!Number.isFinite(contract_payback)) return covered;
  const [hardware, all] = [hardware_payback, contract_payback].map((years) => cited(amount(years), ofPayback()));
  return say`${covered} The contract pays back the hardware in ${hardware!} years and the whole investment in
    ${all!} years; for
    comparison, Nebius reports two years on its new contracts.`;
}

/** What most of a GPU-hour's cost is, and how much of it is electricity, in a sentence. */
export function stackTakeaway(project: Case): Sentence {
  const parts = sortedStack(project);
  const total = project.appraisal.levelised_cost;
  const of = (name: string): string => share((parts.find((part) => part.name === name)?.cost ?? 0) / total);
  const [largest] = parts;
  if (!largest) return say`The cluster sells no GPU-hours, so there is no levelised cost.`;
  return say`A GPU-hour costs ${amount(total, "USD")}: ${of(largest.name)} of that is ${largest.name} and
    ${of("electricity")} electricity.`;
}

/** The largest part of a GPU-hour's cost; none where no hours are sold. */
export function largestPart(project: Case): string | undefined {
  const [largest] = sortedStack(project);
  const part = largest ? largest.cost / project.appraisal.levelised_cost : NaN;
  return part > 0 ? `The largest part of an hour's cost is ${largest!.name}: ${share(part)}` : undefined;
}

/** What equity has in the end, beside what it paid in. */
export function outcome(sum: number): string | undefined {
  if (!Number.isFinite(sum) || sum === 0) return undefined;
  return `Equity ends with ${usd(Math.abs(sum))} ${sum > 0 ? "more" : "less"} than it paid in`;
}

/** The balloon at the end of the loan, and how it is repaid, in a sentence. */
export function refinancing(project: Case): Sentence {
  const due = monthly(project.run, "balloon_due");
  const at = due.findIndex((amount) => amount > 1);
  if (at < 0) return say`The loan is repaid in full by its end.`;
  const of = (column: string): Sentence => cited(usd(monthly(project.run, column)[at]!), ofProject(column, at));
  const left = say`A balloon of ${of("balloon_due")} falls due at the end of the loan`;
  return monthly(project.run, "defaulted")[at] === 1
    ? say`${left}. That is more than the cluster is worth, so equity walks away and lenders sell it.`
    : say`${left}: ${of("refinanced")} is refinanced at a real rate of
      ${termText(project, "refinancing_rate", share)} a year, and ${of("balloon_paid")} is repaid from cash.`;
}

/** What the price paths come to, in a sentence. */
export function pathTakeaway(paths: readonly PathReturn[]): Sentence {
  const sorted = paths.filter(({irr}) => Number.isFinite(irr)).sort((a, b) => a.irr - b.irr);
  const worst = sorted[0];
  const best = sorted.at(-1);
  if (!worst || !best) return say`Equity has no single IRR on any price path.`;
  if (new Set(paths.slice(0, -1).map(({irr}) => share(irr))).size === 1)
    return say`All scenarios share one path of rental prices, on which equity returns ${earned(paths[0]!)} a year; at
      constant prices it would return ${earned(paths.at(-1)!)}.`;
  return say`Equity IRR ranges from ${earned(worst)} a year (${worst.name}) to ${earned(best)} (${best.name}).`;
}

function earned({irr, origin}: PathReturn): Sentence {
  return cited(share(irr), origin);
}

/** How often the project loses money over draws, in a sentence; nothing before they are known. */
export function lossInWords(spreads: readonly Spread[]): string {
  const loss = spreads.find(({measure}) => measure === "npv")?.loss;
  if (loss === undefined) return "";
  return `The NPV of equity is negative in ${share(loss)} of draws.`;
}
