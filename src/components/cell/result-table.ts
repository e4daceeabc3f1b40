import {html} from "htl";
import type {DescribedColumn} from "../database/exact-query.js";
import {roleOf} from "../result/chart-spec.js";
import type {Engine} from "../result/engine.js";
import {texts, type Kept, type Window} from "../result/kept.js";
import {summaries} from "../result/summaries.js";
import type {ColumnMeaning} from "../result/units.js";
import {cell} from "../words/format.js";
import {columnSummary} from "./column-summary.js";

/** As many rows as a table on the page grows to. */
export const SHOWN = 10_000;
const PAGE = 200;

type Order = NonNullable<Window["by"]>;

export interface ResultTableOptions {
  /** What each column means, where that is known. */
  meanings: readonly (ColumnMeaning | undefined)[];
  /** Takes the condition of the part of a column that the reader chose. */
  filter: (condition: string) => void;
}

/**
 * The rows of a result, in a box that fetches more as it is scrolled; a click on a heading orders them, a click on a
 * part of its column's summary filters.
 */
export async function resultTable(
  engine: Engine,
  result: Kept,
  {meanings, filter}: ResultTableOptions
): Promise<HTMLElement> {
  const body = document.createElement("tbody");
  let by: Order | undefined;
  let next = 0;
  let fetching = Promise.resolve();

  async function grow(): Promise<void> {
    const from = next;
    if (from >= Math.min(result.length, SHOWN)) return;
    next += PAGE;
    const columns = await texts(engine, result, {from, count: PAGE, by});
    body.append(...rowElements(result.columns, columns));
  }
  const columns = result.length > 1 ? await summaries(engine, result) : [];
  const headings = result.columns.map((column, i) =>
    heading(
      column,
      meanings[i],
      () => order(column.name),
      columns[i] && columnSummary(columns[i], roleOf(column.type), filter)
    )
  );
  const element = html`<div class="grid-table" role="region" aria-label="Query result" tabindex="0">
    <table>
      <thead>
        <tr>
          ${headings}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
  element.addEventListener("scroll", () => {
    const isNear = element.scrollTop + element.clientHeight > element.scrollHeight - 400;
    if (isNear) fetching = fetching.then(grow);
  });

  function order(column: string): void {
    by = following(by, column);
    next = 0;
    headings.forEach((one, i) => one.setAttribute("aria-sort", sortOf(by, result.columns[i]!.name)));
    fetching = fetching.then(() => body.replaceChildren()).then(grow);
  }
  await grow();
  return element;
}

/** A column is ordered up, then down, then no more. */
function following(by: Order | undefined, column: string): Order | undefined {
  if (by?.column !== column) return {column, descending: false};
  return by.descending ? undefined : {column, descending: true};
}

function sortOf(by: Order | undefined, column: string): "none" | "ascending" | "descending" {
  if (by?.column !== column) return "none";
  return by.descending ? "descending" : "ascending";
}

function heading(
  {name, type}: DescribedColumn,
  meaning: ColumnMeaning | undefined,
  order: () => void,
  summary: HTMLElement | undefined
): HTMLElement {
  const button = html`<button type="button" title=${`Order by ${name}`}>${name}</button>`;
  button.addEventListener("click", order);
  const element = columnHeading({name: button, type}, meaning);
  if (summary) element.append(summary);
  return element;
}

/** A column's heading: its name, type, unit and, behind it, its sentence. */
export function columnHeading({name, type}: {name: string | Node; type: string}, meaning?: ColumnMeaning): HTMLElement {
  const unit = meaning?.unit ? ` · ${meaning.unit}` : "";
  return html`<th scope="col" class=${roleOf(type)} title=${meaning?.description ?? null}>
    ${name}<small>${type}${unit}</small>
  </th>`;
}

/** Rows of a table, of values as DuckDB's text, column by column. */
export function rowElements(columns: readonly DescribedColumn[], values: readonly (string | null)[][]): HTMLElement[] {
  return Array.from({length: values[0]?.length ?? 0}, (_, row) => {
    const element = document.createElement("tr");
    element.append(...columns.map(({type}, i) => valueElement(values[i]![row]!, type)));
    return element;
  });
}

/** A missing value and an empty text are told apart; a double is shortened, and whole in its title. */
function valueElement(text: string | null, type: string): HTMLElement {
  const element = document.createElement("td");
  element.className = roleOf(type);
  if (text === null || text === "") {
    element.append(html`<span class="sql-none">${text === null ? "NULL" : "''"}</span>`);
    return element;
  }
  const number = /^(DOUBLE|FLOAT)$/.test(type) ? Number(text) : NaN;
  element.textContent = Number.isFinite(number) ? cell(number) : text;
  if (element.textContent !== text) element.title = text;
  return element;
}
