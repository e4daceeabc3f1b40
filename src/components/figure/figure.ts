import {html} from "htl";
import {button} from "./button.js";
import {csv} from "../../lib/export/csv.js";
import {fileName, slug} from "../../lib/export/text/file-name.js";
import {download} from "./download.js";
import {gridOf, type Grid} from "./grid.js";
import {inspectChart} from "../inspector/chart.js";
import {madeOf, originOf} from "../rows/row-source.js";
import type {Sentence} from "../words/sentence.js";
import {isPrerendering} from "../load/prerendering.js";
import {staticTable} from "./static-table.js";
import {tableElement} from "./table-element.js";
import {grid} from "../rows/tables.js";
import {type Rows} from "../rows/table-types.js";

export interface FigureOptions {
  title: string;
  /** The unit of what is drawn, shown behind the title. */
  unit?: string;
  /** Where the numbers come from: a phrase, or a node with links. */
  source: string | Node;
  /** One-sentence summary for screen readers. */
  ariaLabel: string | Sentence;
  /** The rows behind the chart: those of a file, which know their units, any objects, or a table that is made. */
  table: Rows<object> | readonly object[] | Grid;
  /** Whether the chart's marks can be reached by keyboard; else its table is the way for those who have no pointer. */
  reachable?: boolean;
}

/** A chart with its heading, its source and, on demand, its numbers as a table and as CSV. */
export function figure(options: FigureOptions, chart: Node): HTMLElement {
  const {title, unit, source, ariaLabel, table, reachable = false} = options;
  const element = html`<figure class="figure">
    <h3 aria-level="2">${title}${unit === undefined ? null : html` <span class="unit">${unit}</span>`}</h3>
    <div class="figure-chart" role=${reachable ? "group" : "img"} aria-label=${String(ariaLabel)}>
      <div aria-hidden=${reachable ? null : "true"}>${chart}</div>
    </div>
    <figcaption>Source: ${source}</figcaption>
    ${disclosure(title, table)}
  </figure>`;
  inspectChart(element.querySelector(".figure-chart")!, isGrid(table) ? (table.rows ?? []) : table);
  return element;
}

/** The table is made when it is asked for: most readers never do. */
function disclosure(title: string, table: FigureOptions["table"]): HTMLDetailsElement {
  const details = html`<details class="figure-table"><summary>Show table</summary></details>` as HTMLDetailsElement;
  if (isPrerendering()) details.append(staticTable(gridFrom(table), title));
  details.addEventListener("toggle", () => details.append(...contents(title, gridFrom(table))), {once: true});
  return details;
}

function contents(title: string, table: Grid): HTMLElement[] {
  const file = fileName(slug(title), "csv");
  const save = button("Download CSV", () => download(file, csv(table), "text/csv"));
  return [tableElement(table, {label: title}), save, ...queryButton(table)];
}

/** Opens the rows of a published table as a query in the notebook, where one tells them from the table's others. */
function queryButton({rows, columns}: Grid): HTMLElement[] {
  const [first] = rows ?? [];
  const name = first && madeOf(first) === undefined ? originOf(first) : undefined;
  if (!rows || name === undefined || !rows.every((row) => originOf(row) === name)) return [];
  const edit = button("Edit query", () => void open());
  const open = async (): Promise<void> => {
    const {queryAddress} = await import("./query-address.js");
    const address = await queryAddress(name, rows, columns);
    if (address === undefined) edit.replaceWith("No query tells these rows from others of their table.");
    else location.assign(address);
  };
  return [edit];
}

function gridFrom(table: FigureOptions["table"]): Grid {
  if (isGrid(table)) return table;
  return "columns" in table ? grid(table) : gridOf(table);
}

function isGrid(table: FigureOptions["table"]): table is Grid {
  return !Array.isArray(table);
}
