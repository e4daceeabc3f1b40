import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";
import {publishedFigures} from "./published-figures.js";
import type {PublishedFigure} from "./published.js";

/** The published figures that a project is compared with. */
export async function figures(): Promise<PublishedFigure[]> {
  const {cross_check} = await load({cross_check: FileAttachment("../../data/cross_check.parquet").href});
  return publishedFigures(cross_check);
}
