import {html} from "htl";
import {csv} from "../../lib/export/csv.js";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
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

/** How many of each table's numbers rest on judgement. */
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
  const save = (): void => download("assumptions.csv", csv(grid(assumptions)), "text/csv");
  return html`<p>${assumptions.length.toLocaleString("en-US")} inputs. ${button("Download CSV", save)}</p>`;
}
