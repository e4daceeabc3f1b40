/** What it takes to plan a site that is not the usual one. */
export {bestPlan} from "../../lib/greenfield/best-plan.js";
export {buildCase, drawsOf} from "../../lib/greenfield/build.js";
export {drawnWorth, robustPlans} from "../../lib/greenfield/robust.js";
export {usesOf, worthOfMore} from "../../lib/greenfield/worth.js";
