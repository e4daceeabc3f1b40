import {html} from "htl";
import {button} from "./button.js";
import {chartButtons} from "./chart-buttons.js";
import {fileName, slug} from "../../lib/export/text/file-name.js";
import {editionText} from "../cite/state-notes.js";
import type {CsvWords} from "./figure-csv.js";
import type {Drawn, FigureElement, FigureQuery} from "./figure-query.js";
import {csvButtons} from "./csv-buttons.js";
import {gridOf, type Grid} from "./grid.js";
import {inspectChart} from "../inspector/chart.js";
import {problem} from "../load/failure.js";
import {imported} from "../load/load-error.js";
import {measureWords} from "./measure.js";
import {isFound, type Finding} from "../words/finding.js";
import type {Sentence} from "../words/sentence.js";
import {isPrerendering} from "../load/prerendering.js";
import {staticTable} from "./static-table.js";
import {tableElement} from "./table-element.js";
import {grid} from "../rows/tables.js";
import {type Rows} from "../rows/table-types.js";

export type FigureOptions = FigureWords & FigureTable;

interface FigureWords {
  /** What is measured: the heading, or the line below it where there is a finding. */
  title: string;
  /** The heading, where there is one. */
  finding?: Finding;
  /** The unit of what is drawn, shown behind the title. */
  unit?: string;
  /** Where the numbers come from: a phrase, or a node with links. */
  source: string | Node;
  /** One-sentence summary for screen readers. */
  ariaLabel: string | Sentence;
  /** Whether the chart's marks can be reached by keyboard; if not, its table serves those without a pointer. */
  reachable?: boolean;
}

/**
 * The rows behind the chart: those of a file, which know their units and their query, or any objects or a table that is
 * made, for which the query is to be told.
 */
export type FigureTable =
  {table: Rows<object>; query?: FigureQuery} | {table: readonly object[] | Grid; query: FigureQuery};

/** A chart with its heading, its source, its query and, on demand, its numbers as a table and as CSV. */
export function figure(options: FigureOptions, chart: Node, redraw?: Drawn["redraw"]): FigureElement {
  const {title, source, ariaLabel, table, query = "rows", reachable = false} = options;
  const drawn: Drawn = {
    title,
    query,
    grid: () => gridFrom(table),
    redraw,
    told: async () => (await imported("the query", () => import("./figure-sql.js"))).figureSql(drawn)
  };
  const element = html`<figure class="figure">
    ${heading(options)}
    <div class="figure-chart" role=${reachable ? "group" : "img"} aria-label=${String(ariaLabel)}>
      <div aria-hidden=${reachable ? null : "true"}>${chart}</div>
    </div>
    <figcaption>Source: ${source} ${questioned(drawn)}</figcaption>
    ${disclosure(title, table, source)}
  </figure>`;
  inspectChart(element.querySelector(".figure-chart")!, isGrid(table) ? (table.rows ?? []) : table);
  return Object.assign(element, {drawn});
}

/** What opens a figure's query below its chart, or the words that say why there is none. */
function questioned(drawn: Drawn): Node {
  const {query} = drawn;
  if (query !== "rows" && "made" in query) return html`<span class="figure-made">No query: ${query.made}.</span>`;
  const edit = button("Edit query", () => void open());
  const open = async (): Promise<void> => {
    try {
      const {editInPlace} = await imported("the query", () => import("../cell/in-place.js"));
      await editInPlace(edit.closest<FigureElement>("figure")!, edit);
    } catch (error) {
      edit.after(problem(error, () => void open()));
    }
  };
  return edit;
}

/** The finding, and what is measured in which unit below it; the measure alone where nothing is found. */
function heading({title, unit, finding}: FigureWords): HTMLElement {
  const measure = [measureWords(unit ?? "")].filter((words) => words !== "");
  if (!isFound(finding))
    return html`<h3 aria-level="2">${title} ${measure.map((words) => html`<span class="unit">${words}</span>`)}</h3>`;
  const words = typeof finding === "string" ? finding : [...finding];
  const below = [title, ...measure].join(", ");
  return html`<h3 aria-level="2">
    ${words}<span class="visually-hidden"> – </span><span class="unit measure">${below}</span>
  </h3>`;
}

/** The table is built on demand: most readers never ask for it. */
function disclosure(title: string, table: FigureOptions["table"], source: string | Node): HTMLDetailsElement {
  const details = html`<details class="figure-table"><summary>Show table</summary></details>` as HTMLDetailsElement;
  if (isPrerendering()) details.append(staticTable(gridFrom(table), title));
  const open = (): void => {
    const told = (typeof source === "string" ? source : (source.textContent ?? "")).trim();
    const element = details.closest("figure")!;
    details.append(...contents(title, gridFrom(table), () => ({heading: headingOf(element), source: told})));
    details.append(...pictureButtons(element, title, `Source: ${told}`));
  };
  details.addEventListener("toggle", open, {once: true});
  return details;
}

function contents(title: string, table: Grid, words: () => CsvWords): HTMLElement[] {
  const file = fileName(slug(title), "csv");
  return [tableElement(table, {label: title}), ...csvButtons(file, () => table, words)];
}

/** Pictures have the heading as it is: where a reader's own query is drawn, it says so. */
function pictureButtons(element: HTMLElement, title: string, note: string): HTMLElement[] {
  const heading = element.querySelector("h3")!;
  return chartButtons(element.querySelector(".figure-chart")!, () => ({
    name: slug(title) + (heading.querySelector(".figure-edited") ? "-edited" : ""),
    title: headingOf(element),
    note: `${note.replace(/\.$/, "")}. ${editionText()}.`
  }));
}

function headingOf(element: Element): string {
  return element.querySelector("h3")!.textContent.replace(/\s+/g, " ").trim();
}

function gridFrom(table: FigureOptions["table"]): Grid {
  if (isGrid(table)) return table;
  return "columns" in table ? grid(table) : gridOf(table);
}

function isGrid(table: FigureOptions["table"]): table is Grid {
  return !Array.isArray(table);
}
