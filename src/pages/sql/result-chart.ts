import {html} from "htl";
import {imported} from "../../components/load/load-error.js";
import {
  BARS,
  chartMarks,
  plotCode,
  roleOf,
  suggestedChart,
  type ChartMark,
  type ChartSpec
} from "../../components/result/chart-spec.js";
import type {Engine} from "../../components/result/engine.js";
import {texts, type Kept} from "../../components/result/kept.js";

/** As many rows as a chart draws. */
const DRAWN = 5000;

type Plotted = Record<string, number | Date | string | null>;

/** A chart of a result, as its types suggest and a reader changes it, with its code; nothing without a number. */
export async function resultChart(engine: Engine, result: Kept): Promise<HTMLElement | string> {
  const suggested = suggestedChart(result.columns);
  if (!suggested || result.length < 2) return "";
  const Plot = await imported("what draws charts", () => import("@observablehq/plot"));
  const box = html`<div></div>`;
  const code = html`<code></code>`;
  const spec: ChartSpec = {...suggested};
  const columns = result.columns.map(({name}) => name);

  async function draw(): Promise<void> {
    code.textContent = plotCode(spec, "rows");
    const used = result.columns.filter(({name}) => [spec.x, spec.y, spec.color].includes(name));
    const rows = await plottedRows(engine, {...result, columns: used});
    box.replaceChildren(drawn(Plot, rows, spec));
  }
  const choice = (label: string, names: readonly string[], now: string, change: (name: string) => void) => {
    const element = html`<select aria-label=${label}>
      ${names.map((name) => html`<option value=${name}>${name || "none"}</option>`)}
    </select>` as HTMLSelectElement;
    element.value = now;
    element.addEventListener("change", () => {
      change(element.value);
      void draw();
    });
    return html`<label>${label} ${element}</label>`;
  };
  await draw();
  return html`<figure class="sql-chart">
    <div class="sql-bar">
      ${choice("Mark", chartMarks, spec.mark, (name) => (spec.mark = markOf(name)))}
      ${choice("X", columns, spec.x, (name) => (spec.x = name))}
      ${choice("Y", ["", ...columns], spec.y ?? "", (name) => (spec.y = name || undefined))}
      ${choice("Colour", ["", ...columns], spec.color ?? "", (name) => (spec.color = name || undefined))}
    </div>
    ${box}
    ${result.length > DRAWN ? html`<figcaption>The first ${DRAWN.toLocaleString("en-US")} rows.</figcaption>` : ""}
    <details>
      <summary>Plot code</summary>
      <pre>${code}</pre>
    </details>
  </figure>`;
}

function markOf(name: string): ChartMark {
  return chartMarks.find((mark) => mark === name) ?? "dot";
}

async function plottedRows(engine: Engine, result: Kept): Promise<Plotted[]> {
  const columns = await texts(engine, result, {count: DRAWN});
  return Array.from({length: columns[0]?.length ?? 0}, (_, row) =>
    Object.fromEntries(result.columns.map(({name, type}, i) => [name, plotted(columns[i]![row]!, type)]))
  );
}

function plotted(text: string | null, type: string): number | Date | string | null {
  const role = roleOf(type);
  if (text === null || role === "text") return text;
  return role === "number" ? Number(text) : new Date(text.replace(" ", "T").replace(/\+00$/, "Z"));
}

/** Draws what `plotCode` says. */
function drawn(Plot: typeof import("@observablehq/plot"), rows: Plotted[], {mark, x, y, color}: ChartSpec): Element {
  const fill = {x, y, ...(color !== undefined && {fill: color})};
  const stroke = {x, y, ...(color !== undefined && {stroke: color})};
  const marks = {
    line: () => Plot.lineY(rows, stroke),
    bar: () => Plot.barX(rows, {...fill, sort: {y: "-x", limit: BARS}}),
    dot: () => Plot.dot(rows, stroke),
    histogram: () => Plot.rectY(rows, Plot.binX({y: "count"}, {x, ...(color !== undefined && {fill: color})}))
  };
  return Plot.plot({
    marks: [marks[mark]()],
    ...(color !== undefined && {color: {legend: true}}),
    ...(mark === "bar" && {marginLeft: 160}),
    ariaLabel: `${mark} of ${[x, y, color].filter(Boolean).join(", ")}`
  });
}
