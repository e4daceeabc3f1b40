import {FileAttachment} from "observablehq:stdlib";
import type {Inputs} from "../../lib/sheet/index.js";
import {loadJson} from "../../components/load/until-loaded.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {load} from "../../components/rows/tables.js";

/** What the page reads of a deployment. */
const deploymentColumns = [
  ...(["scenario", "date", "key", "provider", "language_model", "accelerator"] as const),
  ...(["cost_per_output_token", "cost_per_input_token", "cost_per_cached_token"] as const),
  ...(["output_price", "input_price", "cached_price", "energy_per_token"] as const)
] as const;

/** What the page reads of an accelerator. */
const acceleratorColumns = [
  "scenario",
  "date",
  "key",
  "name",
  "accelerator_family",
  "spot_price",
  "on_demand_price"
] as const;

export type Accelerator = Pick<RowOf<"accelerator">, (typeof acceleratorColumns)[number]>;

export type Deployment = Pick<RowOf<"deployment">, (typeof deploymentColumns)[number]>;

/** The tables that the page draws. */
export const tables = () =>
  load(
    {
      scenario: FileAttachment("../../data/scenario.parquet").href,
      rental_level: FileAttachment("../../data/rental_level.parquet").href,
      token_price: FileAttachment("../../data/token_price.parquet").href,
      measurement: FileAttachment("../../data/measurement.parquet").href,
      held_out: FileAttachment("../../data/held_out.parquet").href
    },
    {
      deployment: {href: FileAttachment("../../data/deployment.parquet").href, columns: deploymentColumns},
      provider: FileAttachment("../../data/provider.parquet").href,
      headline: FileAttachment("../../data/headline.parquet").href,
      parameter: FileAttachment("../../data/parameter.parquet").href,
      accelerator: {
        href: FileAttachment("../../data/accelerator.parquet").href,
        columns: acceleratorColumns
      }
    }
  );

/** The assumptions from which the page predicts. */
export const servingInputs = () =>
  loadJson<Inputs>("the inference model's inputs", FileAttachment("../../data/serving_inputs.json").href);
