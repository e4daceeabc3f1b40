import {flowTable} from "../../lib/export/results.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {sankeyChart} from "../charts/sankey.js";
import {rowsOfScenario} from "../live/rows.js";
import {moneyNote, moneyStreams, type Origin} from "../rows/flows.js";
import {framed, tellCell} from "./frame.js";
import {monthIn, type MonthChoice} from "./month.js";
import type {SheetRun} from "./sheet-run.js";

export interface SankeyOptions {
  /** Width in pixels. */
  width?: number;
  /** Height in pixels. */
  height?: number;
  /** The month, `first`, `last`, or `2028-06`; the last by default. */
  month?: MonthChoice;
  /** Whose spending to follow; users' by default. */
  of?: Origin;
}

/**
 * The payments between sectors in a month, as a Sankey diagram: `sankey(run, {month: "2028-06"})`. Clicking a stream
 * fires `cell` with its address. Throws an `InputError` for a month outside the run.
 */
export function sankey(
  {run, scenario, hash}: Pick<SheetRun, "run" | "scenario" | "hash">,
  {width = 640, height = width < 520 ? 640 : 420, month: asked = "last", of = "users"}: SankeyOptions = {}
): HTMLElement {
  const month = monthIn(run, asked, "sankey");
  const day = `${dateOf(monthsOf(run.start) + month)}-01`;
  const all = rowsOfScenario<"flow">(flowTable([{scenario: scenario.name, run}]), hash, scenario.name);
  const rows = all.filter(({date}) => date.toISOString().startsWith(day));
  const element = framed("tf-sankey");
  element.append(
    sankeyChart(moneyStreams(rows, of), {
      width,
      height,
      note: moneyNote,
      link: (path, {cell}, tabIndex) => {
        path.tabIndex = tabIndex;
        path.dataset.cell = cell;
        path.addEventListener("click", () => tellCell(element, cell, month));
        return path;
      }
    })
  );
  return element;
}
