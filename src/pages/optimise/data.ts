import {FileAttachment} from "observablehq:stdlib";
import {fetchedJson} from "../../components/load/load-error.js";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    facility: FileAttachment("../../data/facility.parquet").href,
    accelerator: {
      href: FileAttachment("../../data/accelerator.parquet").href,
      opening: true,
      columns: ["scenario", "date", "key", "name"]
    },
    region: FileAttachment("../../data/region.parquet").href,
    plan: FileAttachment("../../data/plan.parquet").href,
    plan_action: FileAttachment("../../data/plan_action.parquet").href,
    plan_service: FileAttachment("../../data/plan_service.parquet").href,
    plan_limit: FileAttachment("../../data/plan_limit.parquet").href,
    plan_money: FileAttachment("../../data/plan_money.parquet").href,
    plan_frontier: FileAttachment("../../data/plan_frontier.parquet").href,
    plan_scarcity: FileAttachment("../../data/plan_scarcity.parquet").href
  });

/** What plans are made from, by scenario: fetched for a question that the published plans do not answer. */
export const planInputs = () => fetchedJson("the planner's inputs", FileAttachment("../../data/plan_inputs.json").href);
