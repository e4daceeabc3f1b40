import {html} from "htl";
import {cellAt, type CellPlace} from "../../lib/sheet/address.js";
import {explainCell, type CitedExplanation, type PublishedRun} from "../../lib/library/index.js";
import {isBooked} from "../../lib/model/book-key.js";
import type {Fault} from "../../lib/sheet/fault.js";
import {dateOf, monthsOf, valueAt, type ReadCell, type Run} from "../../lib/sheet/index.js";
import {printWith, readerCells} from "../../lib/sheet/dependents.js";
import {amount, compact} from "../words/format.js";
import {history} from "./history.js";
import {link} from "./link.js";
import type {CellMark} from "./origin.js";
import {payment} from "./payment.js";

/** Opens another cell. */
type Open = (target: CellMark) => void;

/** The panel for a cell: value, formula in mathematics and with values, precedents, sources, dependents and history. */
export function contents(
  result: PublishedRun,
  target: CellMark,
  equations: Record<string, string>,
  open: Open
): Node[] {
  const go = (cell: string): void => open({cell, scenario: target.scenario});
  return isBooked(target.cell) ? payment(result, target.cell, go) : modelCell(result, target.cell, equations, go);
}

function modelCell(
  result: PublishedRun,
  cell: string,
  equations: Record<string, string>,
  go: (cell: string) => void
): Node[] {
  const {run, scenario} = result;
  const place = cellAt(run, cell);
  const explanation = explainCell(result, cell);
  return [
    title(explanation, place, run, scenario.title),
    formula(run, explanation, place, equations[place.column.id]),
    inputs(explanation, go),
    origin(explanation),
    history(run, place),
    readers(run, place, go)
  ].filter((part) => part !== null);
}

function title(
  explanation: CitedExplanation,
  {column, key, month}: CellPlace,
  run: Run,
  scenario: string
): HTMLElement {
  const row = column.table.single ? "" : ` of ${key}`;
  const when = column.dynamic ? `, ${dateOf(monthsOf(run.start) + month)}` : "";
  return html`<div>
    <h2>${explanation.doc}</h2>
    <p class="inspector-value">${shown(explanation.value, explanation.unit)}</p>
    <p><code>${column.id}</code>${row}${when}; scenario ${scenario}${full(explanation)}</p>
  </div>`;
}

function full({value, unit}: CitedExplanation): string {
  return typeof value === "number" ? `; exact value ${value}${unit === "1" ? "" : ` ${unit}`}` : "";
}

function formula(
  run: Run,
  {kind, formula: text}: CitedExplanation,
  place: CellPlace,
  equation?: string
): HTMLElement | null {
  if (text === "") return null;
  const {column} = place;
  const numbers = withValues(run, place);
  const box = html`<section aria-label="Formula">
    <h3>${kind === "formula" ? "Formula" : words[kind]}</h3>
    <div class="inspector-equation" tabindex="0" role="region" aria-label="Equation"></div>
    <p><code>${column.name} = ${text}</code></p>
    ${numbers === "" ? null : html`<p><code>= ${numbers}</code></p>`}
  </section>`;
  if (equation !== undefined) box.querySelector(".inspector-equation")!.innerHTML = equation;
  return box;
}

/** A formula with the values of this cell's row in place of names. */
function withValues(run: Run, {column, row, month}: CellPlace): string {
  if (!column.expression) return "";
  return printWith(column.expression, (name, type) => {
    const {table} = type === "parameter" ? {table: run.model.parameter} : column;
    const {id, unit} = run.model.columns.get(`${table.name}.${name}`)!;
    const held = valueAt(run, id, type === "parameter" ? 0 : row, month);
    return typeof held === "number"
      ? `(${compact(held, unit.text)})`
      : typeof held === "object"
        ? "(not available)"
        : held;
  });
}

const words: Record<string, string> = {
  lookup: "Lookup in another row",
  rollup: "Total over rows",
  previous: "Previous month's value"
};

function inputs({inputs: read}: CitedExplanation, go: (cell: string) => void): HTMLElement | null {
  if (read.length === 0) return null;
  const shortened = read.slice(0, longest);
  return html`<section aria-label="Calculated from">
    <h3>Calculated from</h3>
    <ul>
      ${shortened.map((one) => html`<li>${link(one.cell, go)} ${value(one)}</li>`)}
    </ul>
    ${read.length > longest ? html`<p>and ${read.length - longest} more</p>` : null}
  </section>`;
}

const longest = 40;

function value({value: held, unit}: ReadCell): HTMLElement {
  return html`<span class="inspector-number">${shown(held, unit)}</span>`;
}

function origin({provenance, sources, unit}: CitedExplanation): HTMLElement | null {
  if (!provenance) return null;
  const {low, high, family, note, place} = provenance;
  const ranged = family !== "exact" && Number.isFinite(low);
  return html`<section aria-label="Source">
    <h3>Input value and source</h3>
    <p>${ranged ? `Range ${shown(low, unit)} to ${shown(high, unit)} (${family}). ` : ""}${note}</p>
    <ul>
      ${sources.map(sourceItem)}
    </ul>
    <p><small>${place}</small></p>
  </section>`;
}

function sourceItem({title, url, date}: CitedExplanation["sources"][number]): HTMLElement {
  const name = url === "" ? title : html`<a href=${url} rel="noopener">${title}</a>`;
  return html`<li>${name}${date === "" ? "" : `, ${date}`}</li>`;
}

function readers(run: Run, place: CellPlace, go: (cell: string) => void): HTMLElement {
  const cells = readerCells(run, place);
  return html`<section aria-label="Used by">
    <h3>Used by</h3>
    ${
      cells.length === 0
        ? html`<p>No other cell: this is a result.</p>`
        : html`<ul>
            ${cells.map(({cell, count}) => html`<li>${link(cell, go)}${moreRows(count)}</li>`)}
          </ul>`
    }
  </section>`;
}

function shown(held: number | string | Fault, unit: string): string {
  if (typeof held === "object") return `not available (${held.message})`;
  return typeof held === "number" ? amount(held, unit) : held;
}

/** How many more rows of the column read the cell. */
function moreRows(count: number): string {
  return count > 1 ? ` and ${count - 1} more row${count > 2 ? "s" : ""}` : "";
}
