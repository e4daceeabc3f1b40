import {html} from "htl";
import {design} from "../../lib/uncertainty/design.js";
import {monthOf, of} from "../../components/rows/filter.js";
import {textIn} from "../../components/rows/row-values.js";
import type {Rows, RowsOf} from "../../components/rows/table-types.js";
import type {Report, ReportMeta} from "../../components/report/report.js";
import {reportButtons} from "../../components/report/report-buttons.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {OWN_DRAWS} from "../../components/live/append.js";
import type {ReportTables, Subject} from "./report-tables.js";
import type {ReportKind} from "./reports.js";

/** Which run the published tables are from. */
export function metaOf(scenarios: RowsOf<"scenario">, headline: RowsOf<"headline">, scenario: string): ReportMeta {
  const row = scenarios.find(({name}) => name === scenario);
  const months = of(headline, scenario)
    .map(({date}) => monthOf(date))
    .sort();
  return {
    scenario,
    title: textIn(row, "title"),
    description: textIn(row, "description"),
    changes: textIn(row, "changes"),
    from: months[0] ?? "",
    to: months.at(-1) ?? "",
    hash: headline.modelHash.slice(0, 12),
    seed: design.seed,
    draws: scenario === OWN ? OWN_DRAWS : design.draws,
    date: new Date().toISOString().slice(0, 10)
  };
}

/** A report with what it is about, and buttons to open, print and save it; the tables are loaded when it is made. */
export function reportEntry(
  {title, doc, make}: ReportKind,
  meta: ReportMeta,
  load: () => Promise<ReportTables>
): HTMLElement {
  const made = async (): Promise<Report> => {
    const tables = await load();
    return make(tablesOf(tables, meta.scenario), subjectOf(tables, meta));
  };
  return html`<div class="card">
    <h2>${title}</h2>
    <p>${doc}</p>
    ${reportButtons(async () => ({report: await made(), meta}), {open: "Open report"})}
  </div>`;
}

/** What a report is about; swings are published of the reference. */
function subjectOf({headline, scenario}: ReportTables, {title, changes}: ReportMeta): Subject {
  const swung = textIn(
    scenario.find(({name}) => name === REFERENCE),
    "title"
  );
  return {title, changes, reference: of(headline, REFERENCE), swung};
}

/** The tables of a scenario: those that hold every scenario give the rows of one; those that hold none, all. */
function tablesOf(tables: ReportTables, scenario: string): ReportTables {
  const chosen = Object.entries<Rows<object>>(tables).map(([name, table]) => {
    const divided = name !== "scenario" && table.columns.some((column) => column.name === "scenario");
    return [name, divided ? of(table, scenario) : table] as const;
  });
  return Object.fromEntries(chosen) as unknown as ReportTables;
}
