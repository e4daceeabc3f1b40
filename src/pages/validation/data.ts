import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The measurements, and the names of what was measured. */
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
    }
  });

/** Likely causes of the largest errors. */
export const causeTable = async () => (await load({cause: FileAttachment("../../data/cause.parquet").href})).cause;

/** Published figures of power and cost, and the accuracy of other tools. */
export const checkTables = () =>
  load({
    simulator: FileAttachment("../../data/simulator.parquet").href,
    serving_figure: FileAttachment("../../data/serving_figure.parquet").href,
    serving_check: FileAttachment("../../data/serving_check.parquet").href
  });

/** How the model was fitted, and tested on what was held out. */
export const fitTables = () =>
  load({
    accuracy: FileAttachment("../../data/accuracy.parquet").href,
    fitted_value: FileAttachment("../../data/fitted_value.parquet").href
  });

/** All inputs, with their sources. */
export const assumptionTable = async () =>
  (await load({assumption: FileAttachment("../../data/assumption.parquet").href})).assumption;
