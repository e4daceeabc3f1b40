import {html} from "htl";
import {only} from "../../lib/finance/appraise.js";
import {readings, type Reading} from "../../lib/finance/readings.js";
import {gridOf, numberColumn, textColumn} from "../../components/figure/grid.js";
import {shortNumberCell} from "../../components/figure/number-cell.js";
import {tableElement} from "../../components/figure/table-element.js";
import type {ReportTable} from "../../components/report/report.js";
import {share} from "../../components/words/format.js";
import type {Case} from "./case.js";

/** A project, and the same cluster without what its return rests on. */
export function readingsOf({inputs}: Case): Reading[] {
  return readings(inputs);
}

/** What each step does to the return, in a sentence; nothing where there is no step. */
export function readingsInWords(all: readonly Reading[]): string {
  const [first, ...rest] = all;
  if (!first || rest.length === 0) return "";
  const steps = rest.map((reading) => `${reading.name}: ${irrOf(reading)}`).join("; ");
  return (
    `As entered, equity returns ${irrOf(first)} a year. The same cluster earns, ${steps}. ` +
    `Two investors with the same hardware can differ by as much as their contracts do.`
  );
}

/** The same as a table. */
export function readingsTable(all: readonly Reading[]): HTMLElement {
  const rows = all.map((reading) => ({
    reading: reading.name,
    equity_irr: irrOf(reading),
    project_irr: rateText(reading.appraisal.unlevered_irr),
    npv: shortNumberCell(reading.appraisal.npv / 1e6),
    minimum_dscr: shortNumberCell(reading.appraisal.cover.least)
  }));
  const columns = [
    textColumn("reading", "The cluster, each step on top of those above"),
    textColumn("equity_irr", "Equity IRR, a year, real"),
    textColumn("project_irr", "Project IRR, a year, real"),
    numberColumn("npv", "million USD", "NPV of equity"),
    numberColumn("minimum_dscr", "", "Minimum debt service coverage ratio")
  ];
  return html`<div class="whole-table">
    ${tableElement(gridOf(rows, columns), {label: "The same cluster, sold and financed differently"})}
  </div>`;
}

/** The same for a report. */
export function readingsRows(all: readonly Reading[]): ReportTable {
  return {
    title: "The same cluster, sold and financed differently",
    source: "each step on top of those above; without an IRR, nearly all or nothing comes back",
    columns: [
      {name: "reading", unit: ""},
      {name: "equity IRR", unit: "share"},
      {name: "project IRR", unit: "share"},
      {name: "NPV of equity", unit: "USD"},
      {name: "minimum DSCR", unit: "1"}
    ],
    rows: all.map(({name, appraisal: {irr, unlevered_irr, npv, cover}}) => [
      name,
      ...[only(irr), only(unlevered_irr), npv, cover.least].map((value) => (Number.isFinite(value) ? value : null))
    ])
  };
}

function irrOf({appraisal}: Reading): string {
  return rateText(appraisal.irr);
}

function rateText(rates: readonly number[]): string {
  return rates.length === 1 ? share(only(rates)) : rates.length === 0 ? "none" : "several";
}
