import {html} from "htl";
import {editionText, stateNotes} from "../../components/cite/state-notes.js";
import {button} from "../../components/figure/button.js";
import {chartButtons} from "../../components/figure/chart-buttons.js";
import {download} from "../../components/figure/download.js";
import {notedCsv} from "../../components/figure/noted-csv.js";
import {imported} from "../../components/load/load-error.js";
import {never} from "../../components/load/or-aborted.js";
import {untilLoaded} from "../../components/load/until-loaded.js";
import {withChanged} from "../../components/notebook/edits.js";
import type {Cell, ChartCell} from "../../components/notebook/notebook.js";
import {chartLabel, drawn, plotCode} from "../../components/result/chart-plot.js";
import {chartMarks, chartOf, columnsOf, scaleTypes, type ChartSpec} from "../../components/result/chart-spec.js";
import type {Kept} from "../../components/result/kept.js";
import {plottedRows, plottedTexts, type Plotted} from "../../components/result/plotted-rows.js";
import type {FirstResult} from "./first-result.js";
import type {CellView} from "./cell-view.js";
import type {Session} from "./session.js";

/** As many rows as a chart draws. */
const DRAWN = 5000;

/** A cell that draws another's result, as the types suggest or the reader says. */
export function chartCell(first: ChartCell, session: Session): CellView {
  let cell = first;
  const box = html`<div aria-hidden="true"></div>`;
  const picture = html`<div class="notebook-chart" role="img" aria-label="Chart">${box}</div>`;
  const settings = html`<details class="notebook-settings"><summary>Chart settings and Plot code</summary></details>`;
  const summary = settings.querySelector("summary")!;
  const saves = html`<details class="notebook-settings notebook-saves"></details>`;
  const savesSummary = html`<summary>Download</summary>`;

  async function work(signal: AbortSignal): Promise<void> {
    const result = session.result(cell.of);
    if (!result) throw new Error(`${cell.of} has no rows to draw`);
    const spec = chartOf(cell.spec, result.columns);
    settings.replaceChildren(summary, chartSettings(cell, spec, result, session));
    if (!spec) throw new Error(reasonOf(cell, result));
    const {plotMarks} = await imported("the chart library", () => import("../../components/result/plot-marks.js"));
    const used = {...result, columns: result.columns.filter(({name}) => columnsOf(spec).includes(name))};
    const rows = await session.using("", signal, (engine) => plottedRows(engine, used, DRAWN));
    show(plotMarks, rows, spec);
    if (result.length > DRAWN) box.append(note);
    const words = {name: cell.name, title: session.notebook().title, note: `${chartLabel(spec)}. ${editionText()}.`};
    const buttons = [...chartButtons(box, () => words), ...csvButtons(used)];
    saves.replaceChildren(savesSummary, html`<div class="sql-bar">${buttons}</div>`);
  }
  function show(Plot: Parameters<typeof drawn>[0], rows: Plotted[], spec: ChartSpec): void {
    picture.ariaLabel = chartLabel(spec);
    box.replaceChildren(drawn(Plot, rows, spec, Math.max(320, roomFor(box))));
  }
  async function preview({rows}: FirstResult): Promise<void> {
    const first = rows[cell.of];
    const spec = first && chartOf(cell.spec, first.columns);
    if (!spec) return;
    const {plotMarks} = await imported("the chart library", () => import("../../components/result/plot-marks.js"));
    if (session.result(cell.of)) return;
    show(plotMarks, plottedTexts(first.columns, first.texts), spec);
  }
  function csvButtons(used: Kept): HTMLElement[] {
    const save = async (notes: readonly string[]): Promise<void> => {
      const {csvFile} = await untilLoaded(() =>
        imported("the file writer", () => import("../../components/result/csv-file.js"))
      );
      const rows = await session.using("", never, (engine) => csvFile(engine, used));
      download(`${cell.name}.csv`, notedCsv(notes, rows), "text/csv");
    };
    const what = `Chart ${cell.name}: the columns of ${cell.of} that it draws`;
    return [
      button("Download CSV", () => void save([what, ...stateNotes()])),
      button("CSV without notes", () => void save([]))
    ];
  }
  return {
    preview,
    element: html`<div>${picture}${saves}${settings}</div>`,
    change: (next: Cell) => {
      if (next.kind === "chart") cell = next;
    },
    work,
    words: () => `of ${cell.of}`
  };
}

/** A chart that is not on the page yet will stand where the build drew one. */
function roomFor(box: Element): number {
  return box.clientWidth || (document.querySelector(".notebook-chart")?.clientWidth ?? 0) || DESK;
}

/** The width, in pixels, of a chart that is drawn at build. */
const DESK = 640;

const note = `The first ${DRAWN.toLocaleString("en-US")} rows.`;

function reasonOf({spec, of}: ChartCell, {columns}: Kept): string {
  const names = columns.map(({name}) => name);
  const missing = columnsOf(spec).find((name) => !names.includes(name));
  return missing === undefined
    ? `${of} has no numeric column to draw`
    : `${of} has no column ${missing}\n  columns: ${names.join(", ")}`;
}

function chartSettings(cell: ChartCell, spec: ChartSpec | undefined, result: Kept, session: Session): HTMLElement {
  const names = ["", ...result.columns.map(({name}) => name)];
  const results = session.notebook().cells.flatMap(({kind, name}) => (kind === "sql" ? [name] : []));
  const set = (next: ChartCell): void => session.change(withChanged(session.notebook(), next), "step");
  const channel = (label: string, member: keyof ChartSpec, options: readonly string[]): HTMLElement =>
    choice(label, options, spec?.[member] ?? "", (value) => set({...cell, spec: specWith(spec, member, value)}));
  return html`<div>
    <div class="sql-bar">
      ${choice("Rows of", results, cell.of, (of) => set({...cell, of, spec: {}}))}
      ${channel("Mark", "mark", chartMarks)} ${channel("X", "x", names)} ${channel("Y", "y", names)}
      ${spec?.mark === "band" ? [channel("Low", "low", names), channel("High", "high", names)] : ""}
      ${channel("Colour", "color", names)} ${channel("Facet", "facet", names)}
      ${channel("X scale", "xScale", ["", ...scaleTypes])} ${channel("Y scale", "yScale", ["", ...scaleTypes])}
    </div>
    ${spec ? html`<pre><code>${plotCode(spec, cell.of)}</code></pre>` : ""}
  </div>`;
}

/** A chart with one of its channels set, or set free. */
function specWith(spec: ChartSpec | undefined, member: keyof ChartSpec, value: string): Partial<ChartSpec> {
  const rest = Object.fromEntries(Object.entries(spec ?? {}).filter(([name]) => name !== member)) as Partial<ChartSpec>;
  return value === "" ? rest : {...rest, [member]: value};
}

function choice(label: string, options: readonly string[], now: string, set: (value: string) => void): HTMLElement {
  const element = html`<select>
    ${options.map((option) => html`<option value=${option}>${option || "none"}</option>`)}
  </select>` as HTMLSelectElement;
  element.value = now;
  element.addEventListener("change", () => set(element.value));
  return html`<label>${label} ${element}</label>`;
}
