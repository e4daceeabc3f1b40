export {counterparties, type Counterparty} from "./counterparty.js";
export {
  depreciationMethods,
  straightLine,
  type DepreciationMethod,
  type AssetLife,
  type BookPeriod,
  type Vintage
} from "./depreciation.js";
export {cover, type Cover} from "./dscr.js";
export {irr, xirr} from "./irr.js";
export {costStack, type CostPart} from "./cost-stack.js";
export {levelised} from "./levelised.js";
export {
  amortisations,
  annuity,
  loan,
  projectAmortisations,
  type Amortisation,
  type LoanPeriod,
  type LoanTerms,
  type ProjectAmortisation
} from "./loan.js";
export {dated, monthlyRate, npv, regular, xnpv, yearlyRate, type Flow} from "./npv.js";
export {moic, payback} from "./payback.js";
export {linearRoot, root} from "./root.js";
export {returnOf, type Return} from "./returns.js";
export {taxes, type Tax, type TaxRules} from "./tax.js";
export {
  appraise,
  appraiseRuns,
  cumulative,
  measure,
  measuredColumns,
  measures,
  measuresOf,
  monthly,
  only,
  solvedTerms,
  projectRuns,
  runProject,
  spreads,
  unlevered,
  type Appraisal,
  type Measure,
  type ProjectRuns,
  type Spread
} from "./appraise.js";
export {project, projectModel} from "./project.js";
export type {Project} from "./project/row.js";
export {projectDefault} from "./project-default.js";
export {
  projectInputs,
  set,
  siteIn,
  sites,
  usualChoice,
  type Cell,
  type Choice,
  type ProjectInputs,
  type SiteKind,
  type Terms
} from "./project-inputs.js";
export {termsOfRun} from "./project-terms.js";
export {checkTerm, numericTerms} from "./term-limits.js";
export {projectTerms, typedTerm, typedTerms, type ProjectTerm, type TermGroup} from "./terms.js";
export {termSwings, type TermSwing} from "./tornado.js";
export {breakEven, driver, rangeOf, twoWay, vary, type Driver, type Variant} from "./two-way.js";
export {zeroLine, type Piece} from "./zero-line.js";
export {readings, type Reading} from "./readings.js";
