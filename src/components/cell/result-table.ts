import {html} from "htl";
import type {DescribedColumn} from "../database/exact-query.js";
import {roleOf} from "../result/chart-spec.js";
import type {Engine} from "../result/engine.js";
import {orderedCopy, texts, type Kept, type Window} from "../result/kept.js";
import {summaries, type ColumnSummary} from "../result/summaries.js";
import type {ColumnMeaning} from "../result/units.js";
import {cell} from "../words/format.js";
import {columnSummary} from "./column-summary.js";
import {rowWindow} from "./row-window.js";
import {columnsLeft, cut, SHOWN_COLUMNS} from "./shown-part.js";

type Order = NonNullable<Window["by"]>;

export interface ResultTableOptions {
  /** Descriptions of the columns, where known. */
  meanings: readonly (ColumnMeaning | undefined)[];
  /** Receives the condition for the part of a column that the reader selects. */
  filter: (condition: string) => void;
}

/** A result's rows on the page. */
export interface ResultTable {
  element: HTMLElement;
  /** Shows doubles in full precision or shortened. */
  inFull: (isFull: boolean) => void;
}

/** Height of the box until it is on the page, in pixels. */
const BOX = 400;

/**
 * The rows of a result, in a box that renders only those around the scroll position. Clicking a heading sorts; clicking
 * a part of a column's summary filters.
 */
export async function resultTable(
  engine: Engine,
  whole: Kept,
  {meanings, filter}: ResultTableOptions
): Promise<ResultTable> {
  const result = {...whole, columns: whole.columns.slice(0, SHOWN_COLUMNS)};
  const body = document.createElement("tbody");
  const room = document.createElement("div");
  let by: Order | undefined;
  let source = result;
  let isFull = false;
  let shown = "";
  let fetching: Promise<unknown> = Promise.resolve();

  async function show(): Promise<void> {
    const {from, count, above, below} = rowWindow(result.length, element.scrollTop, element.clientHeight || BOX);
    const requested = JSON.stringify([from, count, above, by, isFull]);
    if (requested === shown) return;
    const columns = await texts(engine, source, source === result ? {from, count, by} : {from, count});
    const rows = rowElements(result.columns, columns, isFull);
    rows.forEach((row, i) => (row.ariaRowIndex = String(from + i + 2)));
    keepWidths();
    body.replaceChildren(...rows);
    room.style.paddingTop = `${above}px`;
    room.style.paddingBottom = `${below}px`;
    shown = requested;
  }
  const showSoon = (): Promise<unknown> => (fetching = fetching.then(show));
  /** Keeps columns from becoming narrower during scrolling. */
  function keepWidths(): void {
    for (const one of headings) if (one.offsetWidth > 0) one.style.minWidth = `${one.offsetWidth}px`;
  }
  const headings = result.columns.map((column, i) => heading(column, meanings[i], () => order(column.name)));
  room.append(
    html`<table aria-rowcount=${result.length + 1}>
      <thead>
        <tr aria-rowindex="1">
          ${headings}
        </tr>
      </thead>
      ${body}
    </table>`
  );
  room.append(columnsLeft(whole.columns.length));
  const element = html`<div class="grid-table result-rows" role="region" aria-label="Query result" tabindex="0">
    ${room}
  </div>`;
  let isAsked = false;
  element.addEventListener("scroll", () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      void showSoon();
    });
  });

  function sumUp(columns: readonly ColumnSummary[]): void {
    columns.forEach((column, i) => {
      const summary = columnSummary(column, roleOf(result.columns[i]!.type), filter);
      headings[i]!.querySelector(".notebook-summary")?.replaceWith(summary);
    });
  }
  function order(column: string): void {
    by = following(by, column);
    headings.forEach((one, i) => one.setAttribute("aria-sort", sortOf(by, result.columns[i]!.name)));
    element.scrollTop = 0;
    fetching = fetching.then(async () => (source = by ? await orderedCopy(engine, result, by) : result));
    void showSoon();
  }
  await showSoon();
  // Rows do not wait for the summaries; a cancelled summary is omitted.
  if (result.length > 1) void summaries(engine, result).then(sumUp, () => undefined);
  return {
    element,
    inFull: (full) => {
      isFull = full;
      void showSoon();
    }
  };
}

/** Clicking a heading sorts ascending, then descending, then not at all. */
function following(by: Order | undefined, column: string): Order | undefined {
  if (by?.column !== column) return {column, descending: false};
  return by.descending ? undefined : {column, descending: true};
}

function sortOf(by: Order | undefined, column: string): "none" | "ascending" | "descending" {
  if (by?.column !== column) return "none";
  return by.descending ? "descending" : "ascending";
}

function heading({name, type}: DescribedColumn, meaning: ColumnMeaning | undefined, order: () => void): HTMLElement {
  const button = html`<button type="button" title=${`Order by ${name}`}>${name}</button>`;
  button.addEventListener("click", order);
  const element = columnHeading({name: button, type}, meaning);
  element.append(html`<div class="notebook-summary"></div>`);
  return element;
}

/** A column's heading: name, type and unit, with the description as a tooltip. */
export function columnHeading({name, type}: {name: string | Node; type: string}, meaning?: ColumnMeaning): HTMLElement {
  const unit = meaning?.unit ? ` · ${meaning.unit}` : "";
  return html`<th scope="col" class=${roleOf(type)} title=${meaning?.description ?? null}>
    ${name}<small>${type}${unit}</small>
  </th>`;
}

/** Table rows from DuckDB's text values, column by column. */
export function rowElements(
  columns: readonly DescribedColumn[],
  values: readonly (string | null)[][],
  isFull = false
): HTMLElement[] {
  return Array.from({length: values[0]?.length ?? 0}, (_, row) => {
    const element = document.createElement("tr");
    element.append(...columns.map(({type}, i) => valueElement(values[i]![row]!, type, isFull)));
    return element;
  });
}

/** Whether numbers of the type are shortened on screen. */
export function isShortened(type: string): boolean {
  return /^(DOUBLE|FLOAT)$/.test(type);
}

/** Distinguishes a missing value from an empty text; a double is shortened, with full precision in its title. */
function valueElement(text: string | null, type: string, isFull: boolean): HTMLElement {
  const element = document.createElement("td");
  element.className = roleOf(type);
  if (text === null || text === "") {
    element.append(html`<span class="sql-none">${text === null ? "NULL" : "''"}</span>`);
    return element;
  }
  const number = isShortened(type) && !isFull ? Number(text) : NaN;
  element.textContent = Number.isFinite(number) ? cell(number) : cut(text);
  if (element.textContent !== text || text.length > LONG) element.title = cut(text);
  return element;
}

/** Length in characters from which a text may exceed its column's width. */
const LONG = 40;
