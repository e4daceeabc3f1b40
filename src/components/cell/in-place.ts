import {pageAddress} from "../words/page-address.js";
import {html} from "htl";
import {everyTable} from "../database/every-table.js";
import {pageEngine} from "../database/page-engine.js";
import {placeOf} from "../database/query-error.js";
import {untilStopped} from "../database/until-stopped.js";
import {button} from "../figure/button.js";
import type {FigureElement} from "../figure/figure-query.js";
import {orAborted} from "../load/or-aborted.js";
import {queryHash} from "../notebook/address.js";
import {catalog} from "../rows/catalog.js";
import {plottedRows} from "../result/plotted-rows.js";
import {run} from "../result/run.js";
import {meanings} from "../result/units.js";
import {editor} from "./editor.js";
import {messageOf} from "./message.js";
import {publishedChart} from "./published-chart.js";
import {resultView} from "./result-view.js";

let opened = 0;

/** Maximum number of rows drawn. */
const DRAWN = 5000;

/**
 * Opens a figure's query below its chart. DuckDB runs its text, and the figure draws the result until the published
 * figure is restored. `opener` is disabled meanwhile.
 */
export async function editInPlace(figure: FigureElement, opener: HTMLButtonElement): Promise<void> {
  opener.disabled = true;
  const [told, tables] = await Promise.all([figure.drawn.told(), catalog()]).finally(() => (opener.disabled = false));
  if ("made" in told) return opener.replaceWith(html`<span class="figure-made">No query: ${told.made}.</span>`);
  const {sql} = told;
  opener.hidden = true;
  const chart = publishedChart(figure);
  const status = html`<small role="status"></small>`;
  const fault = html`<div></div>`;
  const output = html`<div></div>`;
  const link = html`<a>Open in notebook</a>` as HTMLAnchorElement;
  const area = editor(sql, tables, {label: `SQL of ${figure.drawn.title}`, run: go, typed, names: () => []});
  const table = `figure_${++opened}`;
  const start = button("Run", go);
  const stop = button("Cancel", () => running?.abort());
  let running: AbortController | undefined;
  start.title = "Ctrl+Enter or Cmd+Enter";
  stop.hidden = true;

  function typed(): void {
    link.href = pageAddress("sql", queryHash(area.text(), figure.drawn.title));
  }
  function go(): void {
    running?.abort();
    const controller = (running = new AbortController());
    stop.hidden = false;
    status.textContent = "Running; the first query loads DuckDB, 8 MB, once";
    void answer(area.text(), controller.signal)
      .catch((error: unknown) => (controller.signal.aborted ? cancelled(controller) : fail(error)))
      .finally(() => (stop.hidden = running === controller));
  }
  function cancelled(controller: AbortController): void {
    if (running === controller) status.textContent = "cancelled";
    output.inert = true;
  }
  function fail(error: unknown): void {
    status.textContent = "";
    area.mark(placeOf(error, area.text()), messageOf(error).split("\n")[0]!);
    fault.replaceChildren(html`<pre class="sql-error" role="alert">${messageOf(error)}</pre>`);
    output.inert = true;
  }
  async function answer(text: string, signal: AbortSignal): Promise<void> {
    const engine = await orAborted(pageEngine(), signal);
    const began = performance.now();
    const model = tables.map(({name}) => name);
    const result = await untilStopped(engine, signal, () =>
      run(engine, text, {table, model, signal, tables: everyTable(engine.db)})
    );
    if (!result) throw new Error("the last statement returns no rows");
    const ms = Math.round(performance.now() - began);
    const known = meanings(text, result.columns, tables);
    const view = await resultView(engine, result, {name: "figure", query: text, meanings: known, filter: narrow});
    if (text !== sql) chart.draw(await plottedRows(engine, result, DRAWN), result.columns);
    area.mark(undefined, "");
    fault.replaceChildren();
    output.replaceChildren(view);
    output.inert = false;
    status.textContent = `${result.length.toLocaleString("en-US")} rows, ${ms} ms`;
  }
  function narrow(condition: string): void {
    area.replace(`FROM (\n${area.text()}\n)\nWHERE ${condition}`);
    go();
  }
  function close(): void {
    running?.abort();
    chart.restore();
    cell.remove();
    opener.hidden = false;
    opener.focus();
  }
  const cell = html`<section class="figure-cell" aria-label=${`Query of ${figure.drawn.title}`}>
    <div class="sql-editor">${area.element}</div>
    <p class="sql-bar">${start} ${stop} ${button("Published figure", close)} ${link} ${status}</p>
    ${fault}${output}
  </section>`;
  figure.querySelector("figcaption")!.after(cell);
  typed();
  go();
}
