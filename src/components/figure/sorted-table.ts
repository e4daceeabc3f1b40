import {html} from "htl";
import {isPrerendering} from "../load/prerendering.js";
import {whenIdle} from "../load/when-idle.js";
import {button} from "./button.js";
import type {Grid, Value} from "./grid.js";
import {rowElements} from "./table-element.js";

/**
 * A table that sorts by a column when its heading is clicked, and in reverse on the second click, missing values last.
 * It starts in the grid's order; `label` names it. Hundreds of rows take long to lay out: all but the first are added
 * while the browser is idle, or when the reader scrolls or prints.
 */
export function sortedTable(grid: Grid, label: string): HTMLElement {
  const body = html`<tbody></tbody>`;
  let order: Order = {column: "", descending: false};
  let most = isPrerendering() ? Infinity : FIRST;
  const headings = grid.columns.map(({name, type, unit, description}) => {
    const sort = button(name, () => show({column: name, descending: order.column === name && !order.descending}));
    return html`<th scope="col" class=${type} title=${description || null}>${sort}<small>${unit}</small></th>`;
  });
  const show = (next: Order): void => {
    order = next;
    body.replaceChildren(...rowsIn(grid, order, 0, most));
    headings.forEach((heading, i) => heading.setAttribute("aria-sort", directionOf(grid.columns[i]!.name, order)));
  };
  const add = (count: number): void => {
    body.append(...rowsIn(grid, order, most, most + count));
    most += count;
  };
  show(order);
  const region = html`<div class="grid-table sorted-table" role="region" aria-label=${label} tabindex="0">
    <table>
      <thead>
        <tr>
          ${headings}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
  addEventListener("beforeprint", completeTables);
  for (const name of SIGNS) region.addEventListener(name, () => add(Infinity), {once: true});
  const fill = (): void => {
    if (most >= grid.length || !region.isConnected) return;
    add(STEP);
    whenIdle(fill);
  };
  whenShown(region, () => whenIdle(fill));
  return region;
}

function whenShown(element: Element, work: () => void): void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    work();
  });
  observer.observe(element);
}

/** The number of rows shown at once. */
const FIRST = 60;

/** The number of rows added at a time. */
const STEP = 200;

/** Signs that the reader wants further rows. */
const SIGNS = ["scroll", "keydown", "print"] as const;

function completeTables(): void {
  for (const region of document.querySelectorAll(".sorted-table")) region.dispatchEvent(new Event("print"));
}

function rowsIn(grid: Grid, order: Order, first: number, end: number): Node[] {
  return placesIn(grid, order)
    .slice(first, end)
    .flatMap((place) => rowElements(grid, place, place + 1));
}

interface Order {
  /** Empty for the order of the grid. */
  column: string;
  descending: boolean;
}

/** The indices of the grid's rows in an order. */
export function placesIn({columns, length}: Pick<Grid, "columns" | "length">, {column, descending}: Order): number[] {
  const places = Array.from({length}, (_, place) => place);
  const values = columns.find(({name}) => name === column)?.values;
  if (!values) return places;
  const isMissing = (place: number): boolean => (values[place] ?? null) === null || Number.isNaN(values[place]);
  return places.sort((a, b) => {
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    return (descending ? -1 : 1) * compare(values[a]!, values[b]!);
  });
}

function compare(a: Value, b: Value): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");
}

function directionOf(name: string, {column, descending}: Order): string {
  return name !== column ? "none" : descending ? "descending" : "ascending";
}
