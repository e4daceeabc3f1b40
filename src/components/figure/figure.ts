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
import {capital} from "../words/count.js";
import {isFound, type Finding} from "../words/finding.js";
import type {Sentence} from "../words/sentence.js";
import {isPrerendering} from "../load/prerendering.js";
import {staticTable} from "./static-table.js";
import {tableElement} from "./table-element.js";
import {grid} from "../rows/tables.js";
import {type Rows} from "../rows/table-types.js";

export type FigureOptions = FigureWords & FigureTable;

interface FigureWords {
  /** The measure: the heading, or the line below it if there is a finding that does not begin with it. */
  title: string;
  /** The finding, which becomes the heading. */
  finding?: Finding;
  /** Unit of the chart, shown after the title. */
  unit?: string;
  /** Source of the numbers: a phrase, or a node with links. */
  source: string | Node;
  /** One-sentence summary for screen readers. */
  ariaLabel: string | Sentence;
  /** Whether the chart's marks can be reached by keyboard; if not, its table serves readers without a pointer. */
  reachable?: boolean;
}

/**
 * The rows behind the chart: those of a file, with known units and query, or any objects or grid, for which the query
 * must be given.
 */
export type FigureTable =
  {table: Rows<object>; query?: FigureQuery} | {table: readonly object[] | Grid; query: FigureQuery};

/** A chart with its heading, source, query and, on demand, its numbers as a table and as CSV. */
export function figure(options: FigureOptions, chart: Node, redraw?: Drawn["redraw"]): FigureElement {
  const {title, source, ariaLabel, table, query = "rows", reachable = false} = options;
  const drawn: Drawn = {
    title,
    query,
    grid: () => gridFrom(table),
    redraw,
    told: async () => (await imported("the query", () => import("./figure-sql.js"))).figureSql(drawn)
  };
  const stop = textOf(source).endsWith(".") ? "" : ".";
  const element = html`<figure class="figure">
    ${heading(options)}
    <div class="figure-chart" role=${reachable ? "group" : "img"} aria-label=${String(ariaLabel)}>
      <div aria-hidden=${reachable ? null : "true"}>${chart}</div>
    </div>
    <figcaption>Source: ${source}${stop} ${questioned(drawn)}</figcaption>
    ${disclosure(title, table, source)}
  </figure>`;
  inspectChart(element.querySelector(".figure-chart")!, isGrid(table) ? (table.rows ?? []) : table);
  return Object.assign(element, {drawn});
}

/** The button that opens a figure's query below its chart, or the reason why there is none. */
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

/** The finding with measure and unit below it; without a finding, the measure alone. */
function heading({title, unit, finding}: FigureWords): HTMLElement {
  const measure = [measureWords(unit ?? "")].filter((words) => words !== "");
  if (!isFound(finding))
    return html`<h3 aria-level="2">${title} ${measure.map((words) => html`<span class="unit">${words}</span>`)}</h3>`;
  const words = typeof finding === "string" ? finding : [...finding];
  const below = isNamed(title, finding) ? measure.map(begun).join("") : [title, ...measure].join(", ");
  if (below === "") return html`<h3 aria-level="2" data-finding>${words}</h3>`;
  return html`<h3 aria-level="2" data-finding>
    ${words}<span class="visually-hidden"> – </span><span class="unit measure">${below}</span>
  </h3>`;
}

/** A unit at the start of a line: words are capitalised, symbols are not. */
function begun(unit: string): string {
  return /^[a-z]{3}/.test(unit) ? capital(unit) : unit;
}

/** Whether a finding begins with the measure, so that the line below need not repeat it. */
function isNamed(title: string, finding: string | Sentence): boolean {
  return [":", ","].some((mark) => String(finding).startsWith(title + mark));
}

/** The table is built on demand, since most readers never open it. */
function disclosure(title: string, table: FigureOptions["table"], source: string | Node): HTMLDetailsElement {
  const details = html`<details class="figure-table"><summary>Show table</summary></details>` as HTMLDetailsElement;
  if (isPrerendering()) details.append(staticTable(gridFrom(table), title));
  const open = (): void => {
    const sourceText = textOf(source);
    const element = details.closest("figure")!;
    details.append(...contents(title, gridFrom(table), () => ({heading: headingOf(element), source: sourceText})));
    details.append(...pictureButtons(element, title, `Source: ${sourceText}`));
  };
  details.addEventListener("toggle", open, {once: true});
  return details;
}

function textOf(source: FigureOptions["source"]): string {
  return (typeof source === "string" ? source : (source.textContent ?? "")).trim();
}

function contents(title: string, table: Grid, words: () => CsvWords): HTMLElement[] {
  const file = fileName(slug(title), "csv");
  return [tableElement(table, {label: title}), ...csvButtons(file, () => table, words)];
}

/** Pictures have the current heading, which says so if a reader's own query is drawn. */
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
