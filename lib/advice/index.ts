export {actionsOf, settingsOf, type Action, type Levers} from "./action.js";
export {advise, type Advice, type Advised, type Case, type Joint, type ShadowPrice} from "./advise.js";
export {companiesOf, rowsOf, type Company} from "./belongs.js";
export {relaxations, type Relaxation} from "./constraint.js";
export type {RunVariants} from "./jobs.js";
export {companies, constraint, lever, leverMove, type AdvisedLayer} from "./lever.js";
export type {Limits} from "./limits.js";
export {Outcomes, type Spread} from "./outcome.js";
export type {Worth} from "./worth.js";
