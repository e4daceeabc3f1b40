import {only, type Spread} from "../../lib/finance/appraise.js";
import {range, share} from "../../components/words/format.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import {rangeIn, termOf, type Case, type PathReturn} from "./case.js";
import {ofCovenant, ofMeasure, ofProject} from "./inspected.js";

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
    : "Owners have no single return";
  const hurdle = termText(project, "cost_of_equity", share);
  const judged = say`the central value is ${npv >= 0 ? "more" : "less"} than the ${hurdle} that they ask for`;
  const covenant =
    cover.breaches.length === 0
      ? "The covenant holds throughout."
      : say`Lenders see their covenant broken in ${cited(String(cover.breaches.length), ofCovenant())} months.`;
  return say`${earned}; ${judged}. ${covenant}`;
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
