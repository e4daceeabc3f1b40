import {html} from "htl";
import {design} from "../../lib/uncertainty/design.js";
import {button} from "../../components/figure/button.js";
import {monthOf, of} from "../../components/rows/filter.js";
import {problem} from "../../components/load/failure.js";
import {download} from "../../components/figure/download.js";
import {textIn} from "../../components/rows/row-values.js";
import type {Rows, RowsOf} from "../../components/rows/table-types.js";
import {formats, reportFiles, type Format} from "./files.js";
import {reportHtml} from "./html.js";
import type {Report, ReportMeta, ReportTables} from "./report.js";
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
    draws: design.draws,
    date: new Date().toISOString().slice(0, 10)
  };
}

const formatNames: Record<Format, string> = {html: "HTML", json: "JSON", csv: "CSV", xlsx: "Excel"};

/** A report with what it is about, and buttons to open, print and save it; the tables are loaded when it is made. */
export function reportEntry(
  {title, doc, make}: ReportKind,
  meta: ReportMeta,
  load: () => Promise<ReportTables>
): HTMLElement {
  const status = html`<small role="status"></small>`;
  const made = async (use: (report: Report) => Promise<void> | void): Promise<void> => {
    status.textContent = "Building the report …";
    try {
      await use(make(tablesOf(await load(), meta.scenario)));
      status.textContent = "";
    } catch (error) {
      status.replaceChildren(
        "The report failed: ",
        problem(error, () => void made(use))
      );
    }
  };
  return html`<div class="card">
    <h2>${title}</h2>
    <p>${doc}</p>
    <p class="report-buttons">
      ${button("Open report", () => void open(made, meta))}
      ${formats.map((format) => button(formatNames[format], () => void made((report) => save(report, meta, format))))}
      ${status}
    </p>
  </div>`;
}

async function save(report: Report, meta: ReportMeta, format: Format): Promise<void> {
  for (const {name, content, type} of await reportFiles(report, meta, format))
    download(name, content as BlobPart, type);
}

/** Opens a report in a window of its own, at once, so that no blocker minds; the browser's print makes a PDF of it. */
function open(made: (use: (report: Report) => void) => Promise<void>, meta: ReportMeta): Promise<void> {
  const opened = window.open("", "_blank");
  return made((report) => {
    const url = URL.createObjectURL(new Blob([reportHtml(report, meta)], {type: "text/html"}));
    if (opened) opened.location.href = url;
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  });
}

/** The tables of a scenario: those that hold every scenario give the rows of one; those that hold none, all. */
function tablesOf(tables: ReportTables, scenario: string): ReportTables {
  const chosen = Object.entries<Rows<object>>(tables).map(([name, table]) => {
    const divided = name !== "scenario" && table.columns.some((column) => column.name === "scenario");
    return [name, divided ? of(table, scenario) : table] as const;
  });
  return Object.fromEntries(chosen) as unknown as ReportTables;
}
