import {FileAttachment} from "observablehq:stdlib";
import type {Inputs} from "../../lib/sheet/index.js";
import {loadJson} from "../../components/load/until-loaded.js";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    deployment: FileAttachment("../../data/deployment.parquet").href,
    provider: FileAttachment("../../data/provider.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href,
    parameter: FileAttachment("../../data/parameter.parquet").href,
    accelerator: FileAttachment("../../data/accelerator.parquet").href,
    rental_level: FileAttachment("../../data/rental_level.parquet").href,
    list_price: FileAttachment("../../data/list_price.parquet").href,
    measurement: FileAttachment("../../data/measurement.parquet").href,
    held_out: FileAttachment("../../data/held_out.parquet").href
  });

/** The assumptions from which the page predicts. */
export const servingInputs = () =>
  loadJson<Inputs>("the inputs of serving", FileAttachment("../../data/serving_inputs.json").href);
