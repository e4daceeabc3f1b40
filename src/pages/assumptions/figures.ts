import {csvButtons} from "../../components/figure/csv-buttons.js";
import {html} from "htl";
import {gridFigure} from "../../components/figure/responsive.js";
import {grid} from "../../components/rows/tables.js";
import {type RowsOf} from "../../components/rows/table-types.js";
import {judgementBars} from "./judgement-bars.js";
import {
  judgementFinding,
  judgementGrid,
  judgementQuery,
  judgementTakeaway,
  type JudgementShare
} from "./judgement-share.js";

/** The number of each table's inputs that rest on judgement. */
export function judgementFigure(shares: readonly JudgementShare[]): HTMLElement {
  const options = {
    title: "Inputs based on our judgement",
    finding: judgementFinding(shares),
    unit: "share of each table's inputs; grey: sourced",
    source: "table assumption",
    ariaLabel: judgementTakeaway(shares),
    table: judgementGrid(shares),
    query: {sql: judgementQuery}
  };
  return gridFigure(options, shares, (rows, {width}) => judgementBars(rows, {width}));
}

/** How many assumptions there are, with a button that saves them. */
export function countLine(assumptions: RowsOf<"assumption">): HTMLElement {
  const words = {heading: "All inputs with ranges and sources", source: "table assumption"};
  const saves = csvButtons("assumptions.csv", () => grid(assumptions), () => words);
  return html`<p class="report-buttons">${assumptions.length.toLocaleString("en-US")} inputs. ${saves}</p>`;
}
