import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables behind what the page shows first. */
export const tables = () =>
  load(
    {
      scenario: FileAttachment("../../data/scenario.parquet").href,
      swing: FileAttachment("../../data/swing.parquet").href,
      driver: FileAttachment("../../data/driver.parquet").href
    },
    {headline: FileAttachment("../../data/headline.parquet").href}
  );

/** The published draws. */
export const drawTable = async () => (await load({draw: FileAttachment("../../data/draw.parquet").href})).draw;

/** The published Sobol' indices. */
export const sensitivityTable = async () =>
  (await load({sensitivity: FileAttachment("../../data/sensitivity.parquet").href})).sensitivity;

/** Selected quantiles of every published series. */
export const quantileTable = async () =>
  (await load({quantile: FileAttachment("../../data/quantile.parquet").href})).quantile;
