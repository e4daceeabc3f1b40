export {bestPlan, type BuildOrder, type BuildPlan} from "./best-plan.js";
export {answerBuild, buildCase, drawsOf, type BuildAnswer, type BuildCase, type BuildRequest} from "./build.js";
export {
  budgetPeriods,
  powerIn,
  type BudgetPeriod,
  type BuildKind,
  type BuildQuestion,
  type PowerStep,
  type UnitFlow,
  type UnitValue,
  type UnitValues
} from "./question.js";
export {drawnWorth, robustPlans, type Candidate, type DrawnWorth} from "./robust.js";
export {siteKinds, tradedKinds, type SiteChoice, type PlacedKind} from "./site.js";
export {drawnValues, unitValues} from "./unit-values.js";
export {usesOf, worthOfMore, type Use, type Worth} from "./worth.js";
export {servedRates, type Service} from "./served-rates.js";
export {whyNothing} from "./nothing.js";
