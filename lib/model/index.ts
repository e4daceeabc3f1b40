export {figures, type Figure} from "./headline.js";
export {complete, incomplete} from "./candidates.js";
export {chain} from "./chain.js";
export {readAssumptions, type Assumptions, type Files} from "./inputs.js";
export {findScenario, override, readScenarios, type Override, type Scenario} from "./scenario.js";
export type {Source} from "./source.js";
export {check, type CheckResult} from "./checks.js";
export {accounts, ledger, sectors, type Account, type Entry, type Kind, type Sector} from "./ledger.js";
