import {monthly, only, type Spread} from "../../lib/finance/appraise.js";
import {amount, range, share, usd} from "../../components/words/format.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {rangeIn, sortedStack, termOf, type Case, type PathReturn} from "./case.js";
import {ofCovenant, ofCover, ofMeasure, ofPayback, ofProject} from "./inspected.js";

/** A term of a project as a sentence shows it. */
export function termText(project: Case, name: string, format: (value: number) => string): Sentence {
  return cited(format(termOf(project, name)), ofProject(name));
}

/** Whether the project pays, in two sentences. */
export function verdict(project: Case, spreads: readonly Spread[]): Sentence {
  const {irr, npv, cover} = project.appraisal;
  const rate = only(irr);
  const earned = Number.isFinite(rate)
    ? say`Owners earn ${cited(range({central: rate, ...rangeIn(spreads, "irr")}, "share"), ofMeasure("irr"))} a year`
    : project.appraisal.no_irr
      ? `Owners have no return: ${project.appraisal.no_irr}`
      : "Owners have no single return";
  const hurdle = termText(project, "cost_of_equity", share);
  const judged = say`the central value is ${npv >= 0 ? "more" : "less"} than the ${hurdle} that they ask for`;
  const covenant =
    cover.breaches.length === 0
      ? "The covenant holds throughout."
      : say`Lenders see their covenant broken in ${cited(String(cover.breaches.length), ofCovenant())} months.`;
  return say`${earned}; ${judged}. ${covenant}`;
}

/** Whether the financing closes, and how fast the contract pays, in two sentences. */
export function closing(project: Case): Sentence {
  const {cover, hardware_payback, contract_payback} = project.appraisal;
  if (termOf(project, "loan_amount") === 0) return say`Lenders lend nothing on it.`;
  const tightest = Math.max(0, cover.ratios.indexOf(cover.least));
  const ratio = cited(amount(cover.least), ofCover(tightest));
  const covered = say`Cash is at least ${ratio} times debt service.`;
  if (!Number.isFinite(contract_payback)) return covered;
  const [hardware, all] = [hardware_payback, contract_payback].map((years) => cited(amount(years), ofPayback()));
  return say`${covered} The contract earns back the hardware in ${hardware!} years and all that is bought in ${all!};
    Nebius states two years on its new contracts.`;
}

/** What most of a GPU-hour's cost is, and how much of it is electricity, in a sentence. */
export function stackTakeaway(project: Case): Sentence {
  const parts = sortedStack(project);
  const total = project.appraisal.levelised_cost;
  const of = (name: string): string => share((parts.find((part) => part.name === name)?.cost ?? 0) / total);
  const [largest] = parts;
  if (!largest) return say`It sells no hours, so an hour has no cost.`;
  return say`Of the ${amount(total)} USD, ${of(largest.name)} is ${largest.name} and ${of("electricity")} electricity.`;
}

/** What becomes of what is left of the loan at its end, in a sentence. */
export function refinancing(project: Case): Sentence {
  const due = monthly(project.run, "balloon_due");
  const at = due.findIndex((amount) => amount > 1);
  if (at < 0) return say`Nothing is left to refinance at its end.`;
  const of = (column: string): Sentence => cited(usd(monthly(project.run, column)[at]!), ofProject(column, at));
  const left = say`At its end ${of("balloon_due")} are left`;
  return monthly(project.run, "defaulted")[at] === 1
    ? say`${left}, more than the cluster is still worth: owners walk away, and lenders sell it.`
    : say`${left}: ${of("refinanced")} are rolled over at ${termText(project, "refinancing_rate", share)} a year after
      inflation, ${of("balloon_paid")} repaid from cash.`;
}

/** What the price paths come to, in a sentence. */
export function pathTakeaway(paths: readonly PathReturn[]): Sentence {
  const sorted = paths.filter(({irr}) => Number.isFinite(irr)).sort((a, b) => a.irr - b.irr);
  const worst = sorted[0];
  const best = sorted.at(-1);
  if (!worst || !best) return say`On no path do owners have a single return.`;
  if (new Set(paths.slice(0, -1).map(({irr}) => share(irr))).size === 1)
    return say`All scenarios share one path of rental prices, on which owners earn
      ${earned(paths[0]!)} a year; if prices stayed as they are, it would be ${earned(paths.at(-1)!)}.`;
  return say`From ${earned(worst)} a year (${worst.name}) to ${earned(best)} (${best.name}).`;
}

function earned({irr, origin}: PathReturn): Sentence {
  return cited(share(irr), origin);
}
