import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";
import {textIn} from "../../components/rows/row-values.js";
import {publishedFigures} from "./published-figures.js";
import type {PublishedFigure} from "./published.js";
import type {CitedSource} from "./report.js";

/** All that the assumptions cite. */
export async function sources(): Promise<CitedSource[]> {
  const {source} = await load({source: FileAttachment("../../data/source.parquet").href});
  return source.map((row) => ({title: textIn(row, "title"), url: textIn(row, "url"), date: textIn(row, "date")}));
}

/** The published figures that a project is compared with. */
export async function figures(): Promise<PublishedFigure[]> {
  const {cross_check} = await load({cross_check: FileAttachment("../../data/cross_check.parquet").href});
  return publishedFigures(cross_check);
}
