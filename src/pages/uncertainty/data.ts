import {FileAttachment} from "observablehq:stdlib";
import {untilLoaded} from "../../components/load/until-loaded.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {load, rows} from "../../components/rows/tables.js";

/** The tables behind what the page shows first. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href,
    swing: FileAttachment("../../data/swing.parquet").href,
    driver: FileAttachment("../../data/driver.parquet").href
  });

/** The published draws. */
export const drawTable = () => untilLoaded(() => rows(FileAttachment("../../data/draw.parquet").href));

/** The published Sobol' indices. */
export const sensitivityTable = () =>
  untilLoaded(() => rows<RowOf<"sensitivity">>(FileAttachment("../../data/sensitivity.parquet").href));

/** Every published series at some of its quantiles. */
export const quantileTable = () =>
  untilLoaded(() => rows<RowOf<"quantile">>(FileAttachment("../../data/quantile.parquet").href));
