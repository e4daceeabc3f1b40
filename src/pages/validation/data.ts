import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    measurement: FileAttachment("../../data/measurement.parquet").href,
    accelerator: {
      href: FileAttachment("../../data/accelerator.parquet").href,
      opening: true,
      columns: ["scenario", "date", "key", "name", "accelerator_family"]
    },
    accelerator_family: {
      href: FileAttachment("../../data/accelerator_family.parquet").href,
      columns: ["scenario", "key", "name"]
    },
    language_model: {
      href: FileAttachment("../../data/language_model.parquet").href,
      columns: ["scenario", "key", "name"]
    },
    accuracy: FileAttachment("../../data/accuracy.parquet").href,
    fitted_value: FileAttachment("../../data/fitted_value.parquet").href,
    simulator: FileAttachment("../../data/simulator.parquet").href,
    cause: FileAttachment("../../data/cause.parquet").href,
    assumption: FileAttachment("../../data/assumption.parquet").href,
    serving_figure: FileAttachment("../../data/serving_figure.parquet").href,
    serving_check: FileAttachment("../../data/serving_check.parquet").href
  });
