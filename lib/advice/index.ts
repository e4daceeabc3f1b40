export {actionsOf, settingsOf, type Action, type Levers} from "./action.js";
export {advise, type Advice, type Advised, type Case, type Joint, type ShadowPrice} from "./advise.js";
export {companiesOf, rowsOf, type Company} from "./company-rows.js";
export {relaxations, type Relaxation} from "./constraint.js";
export type {RunVariants} from "./run-variants.js";
export {companies, constraint, lever, leverMove, type AdvisedLayer} from "./action-definition.js";
export type {Limits} from "./limits.js";
export {Outcomes, type Spread} from "./outcome.js";
export type {Valuation} from "./gain.js";
