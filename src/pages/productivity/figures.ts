import {sum} from "d3";
import {html} from "htl";
import {bars} from "../../components/charts/bars.js";
import {forest} from "./forest.js";
import {ratios} from "./ratios.js";
import {factorsQuery, type Ratio} from "./factors.js";
import {amount, share, unitless} from "../../components/words/format.js";
import {tableOf} from "../../components/words/provenance.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {pick} from "../../components/rows/row-values.js";
import {partBars, surplusBars} from "./saved-time.js";
import {effectsFinding, effectsQuery, effectsTakeaway, type Effect} from "./studies.js";
import type {ColumnName, Rows} from "../../components/rows/table-types.js";
import type {Segment} from "./data.js";
import {gridFigure, rowsFigure} from "../../components/figure/responsive.js";

/** Measured effects of a scenario with their intervals, and the means that the model uses; of a task or of all. */
export function studiesFigure(effects: readonly Effect[], scenario: string, task: string): HTMLElement {
  const options = {
    title: "Measured savings of working time",
    finding: effectsFinding(effects),
    unit: "share of task time saved; line: interval; dot area: weight; diamond: weighted mean",
    source: "tables study and task; each study's interval and note are in assumption",
    ariaLabel: effectsTakeaway(effects),
    table: tableOf(effects, {
      shown: ({origin: _, others: __, ...effect}) => effect,
      origin: ({origin, others}, column) => (column === "effect" ? origin : others[column])
    }),
    query: scenario === OWN ? {made: "computed on this page for your scenario"} : {sql: effectsQuery(scenario, task)}
  };
  return gridFigure(options, effects, (rows, {width}) => forest(rows, {width}));
}

/** Hours saved by segment, and those that become output. */
export function hoursFigure(segments: Rows<Segment>): HTMLElement {
  return partFigure(segments, {
    whole: "hours_saved",
    part: "realised_hours",
    columns: ["key", "task", "workers", "assisted_hours", "everyday_effect", "hours_saved", "realised_hours"],
    title: "Hours saved and hours converted to output",
    finding: (part) => `${part} of the hours saved become output`,
    unit: "hours a month by segment; solid: converted to output"
  });
}

/** Face value of the saved hours by segment, and the output gained. */
export function valueFigure(segments: Rows<Segment>): HTMLElement {
  return partFigure(segments, {
    whole: "face_value",
    part: "productivity_value",
    columns: ["key", "task", "compensation", "face_value", "productivity_value"],
    title: "Gross value of time saved and additional output",
    finding: (part) => `${part} of the value of time saved becomes output`,
    unit: "USD a month by segment; solid: additional output"
  });
}

/** How far each factor of the value of a task, called so, may move it. */
export function factorsFigure(factors: readonly Ratio[], task: string, work: string): HTMLElement {
  const widest = factors[0];
  const options = {
    title: "Range of each factor",
    finding: widest && widest.high > widest.low ? `${widest.label} has the widest range` : undefined,
    unit: `${work}: low and high assumption, central value = 1, log scale`,
    source: "table assumption",
    ariaLabel: widest
      ? `${widest.label} has the widest range, ` +
        `${amount(widest.low)} to ${amount(widest.high)} times its central value.`
      : "No factor has a range.",
    table: factors,
    query: {sql: factorsQuery(task)}
  };
  return rowsFigure(options, (rows, {width}) => ratios(rows, {width}));
}

/** Consumer surplus by segment. */
export function surplusFigure(segments: Rows<Segment>): HTMLElement {
  const [largest] = surplusBars(segments);
  if (!largest)
    return html`<p>No segment in this occupation group has private users who would pay more than they do.</p>`;
  const options = {
    title: "Consumer surplus by segment",
    finding: `Consumer surplus is largest in ${largest.label}`,
    unit: "USD a month; not part of output",
    source: "table segment",
    ariaLabel: `Largest in ${largest.label}: ${amount(largest.value, "USD/month")}.`,
    table: pick(segments, ["key", "users", "work_share", "plan_price", "consumer_surplus"])
  };
  return rowsFigure(options, (rows, {width}) => bars(surplusBars(rows), {width, format: unitless}));
}

/** A column of `segment`, the part of it that counts, and the columns of the figure's table. */
interface Part {
  whole: ColumnName<Segment>;
  part: ColumnName<Segment>;
  columns: readonly ColumnName<Segment>[];
  title: string;
  /** What is found, given how large the part is. */
  finding: (part: string) => string;
  unit: string;
}

function partFigure(segments: Rows<Segment>, {whole, part, columns, title, finding, unit}: Part): HTMLElement {
  const found = partBars(segments, whole, part);
  const ratio = sum(found, (bar) => bar.part) / sum(found, ({value}) => value);
  const parts = found.map(({label, part = NaN, value}) => `${label} ${amount(part)} of ${amount(value)}`);
  const options = {
    ...{title, unit, ...(Number.isFinite(ratio) && {finding: finding(share(ratio))})},
    source: "table segment; segments without paid work are left out",
    ariaLabel: `${title}: ${parts.join(", ")}.`,
    table: pick(segments, columns)
  };
  return rowsFigure(options, (rows, {width}) => bars(partBars(rows, whole, part), {width, format: unitless}));
}
