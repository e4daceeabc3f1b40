import {FileAttachment} from "observablehq:stdlib";
import {loadJson} from "../../components/load/until-loaded.js";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    sweep_summary: FileAttachment("../../data/sweep_summary.parquet").href
  });

/** How the shipped sweep was made and run. */
export interface SweepRun {
  /** Its specification, as YAML. */
  spec: string;
  /** The commands that ran it. */
  commands: string;
  seconds: number;
  runs: number;
  shards: number;
  points: number;
}

/** The record of the shipped sweep's run. */
export const sweepRun = () => loadJson<SweepRun>("the sweep", FileAttachment("../../data/sweep.json").href);
