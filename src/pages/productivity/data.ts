import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    task: FileAttachment("../../data/task.parquet").href,
    study: FileAttachment("../../data/study.parquet").href,
    segment: FileAttachment("../../data/segment.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href,
    economy: FileAttachment("../../data/economy.parquet").href,
    assumption: FileAttachment("../../data/assumption.parquet").href
  });
