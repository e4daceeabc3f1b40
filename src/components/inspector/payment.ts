import {html} from "htl";
import type {PublishedRun} from "../../lib/library/index.js";
import {ledgerValue, type Booked, type Term} from "../../lib/model/ledger-entry.js";
import {dateOf, monthsOf} from "../../lib/sheet/index.js";
import {amount, compact} from "../words/format.js";
import {pathOver} from "./history.js";
import {link} from "./link.js";

/** The panel for a number of the ledger: the model's cells that it sums, and where it is used. */
export function payment({run, scenario}: PublishedRun, cell: string, go: (cell: string) => void): Node[] {
  const found = ledgerValue(run, cell);
  return [
    title(found, dateOf(monthsOf(run.start) + found.month), scenario.title),
    formula(found),
    terms(found, go),
    pathOver(run, found.path, found.unit, found.month),
    readers(found, go)
  ].filter((part) => part !== null);
}

function title({doc, value, unit, cell}: Booked, month: string, scenario: string): HTMLElement {
  return html`<div>
    <h2>${doc}</h2>
    <p class="inspector-value">${amount(value, unit)}</p>
    <p><code>${cell.replace(/@.*/, "")}</code>, ${month}; scenario ${scenario}; exact value ${value} ${unit}</p>
  </div>`;
}

function formula({formula, cell, terms, unit}: Booked): HTMLElement {
  const column = /\.(\w+)@/.exec(cell)![1]!;
  return html`<section aria-label="Formula">
    <h3>Total of payments in the double-entry ledger</h3>
    <div class="inspector-equation" tabindex="0" role="region" aria-label="Equation">${sum(column, formula)}</div>
    <p><code>${column} = ${formula}</code></p>
    <p><code>= ${withValues(terms, unit)}</code></p>
  </section>`;
}

/** `sum(segment.revenue)` in mathematics. */
function sum(column: string, formula: string): Node {
  const parts = [...formula.matchAll(/sum\((\w+)\.(\w+)\)/g)].map(
    ([, table, name]) => `<munder><mo>∑</mo><mtext>${table!}</mtext></munder><mtext>${name!}</mtext>`
  );
  const element = html`<span></span>`;
  element.innerHTML = `<math display="block"><mtext>${column}</mtext><mo>=</mo>${parts.join("<mo>+</mo>")}</math>`;
  return element;
}

function withValues(terms: readonly Term[], unit: string): string {
  const shown = bySize(terms).slice(0, few);
  const words = shown.map(({value}) => `(${compact(value, unit)})`).join(" + ");
  return terms.length > few ? `${words} + ${terms.length - few} smaller` : words;
}

const few = 6;

function terms({terms, unit}: Booked, go: (cell: string) => void): HTMLElement {
  return html`<section aria-label="Calculated from">
    <h3>Calculated from</h3>
    <ul>
      ${bySize(terms).map(
        ({cell, value}) => html`<li>${link(cell, go)} <span class="inspector-number">${amount(value, unit)}</span></li>`
      )}
    </ul>
  </section>`;
}

function bySize(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

function readers({readers}: Booked, go: (cell: string) => void): HTMLElement | null {
  if (readers.length === 0) return null;
  return html`<section aria-label="Used by">
    <h3>Used by</h3>
    <ul>
      ${readers.map((cell) => html`<li>${link(cell, go)}</li>`)}
    </ul>
  </section>`;
}
