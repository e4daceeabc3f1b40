import {capital} from "../../components/words/count.js";
import {html} from "htl";
import {
  accuracyInWords,
  accuracyOf,
  groupings,
  groupsInWords,
  groupsQuery,
  medianErrorInWords,
  type Fit,
  type Group,
  type Grouping,
  type Prediction
} from "../../components/rows/accuracy.js";
import {errorGroups} from "./error-groups.js";
import {agreement} from "./agreement.js";
import {entry} from "../../components/figure/entries.js";
import {explanation} from "./explanation.js";
import {amount, share} from "../../components/words/format.js";
import type {ColumnNote} from "../../components/figure/grid.js";
import {recordOf, type Origin} from "../../components/inspector/origin.js";
import {tableOf} from "../../components/words/provenance.js";
import {numberIn, pick, rowOf, textIn, type Names} from "../../components/rows/row-values.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import {tableElement} from "../../components/figure/table-element.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {responsive} from "../../components/figure/responsive.js";

const shown = ["key", "language_model", "accelerator", "publisher", "scenario", "published", "accelerators"] as const;
const rates = ["measured_rate", "predicted_rate", "error", "held_out_rate", "held_out_error", "url"] as const;

/** Predicted against measured rates, coloured by family. */
export function scatterFigure(
  points: readonly Prediction[],
  measurements: RowsOf<"measurement">,
  names: Names
): HTMLElement {
  const options = {
    title: "Predicted and measured throughput",
    finding: capital(String(medianErrorInWords(points, measurements.length, "error of predicted throughput"))),
    unit: "output tokens (else all tokens) per second per accelerator; shaded: within 30\u202f%",
    source:
      "table measurement; each dot is a published figure, with its source on click. Output tokens where published, " +
      "otherwise input and output together.",
    ariaLabel: accuracyInWords(points, measurements.length),
    table: pick(measurements, [...shown, ...rates])
  };
  return responsive(options, (size) => agreement(points, names, size));
}

/** Errors by group. */
export function groupFigure(groups: readonly Group[], grouping: Grouping, fit: Fit, names: Names): HTMLElement {
  const by = groupings.find(({value}) => value === grouping)!.title;
  const options = {
    title: `Ratio of predicted to measured, by ${by}`,
    finding: errorRange(groups),
    unit: "dot: measurement; tick: median; beside the name: median error and count",
    source: "table measurement, with the prediction chosen above",
    ariaLabel: groupsInWords(groups, names),
    table: groups.map(({name, count, median, p90, bias, origin}) => ({name, count, median, p90, bias, origin})),
    query: {sql: groupsQuery(grouping, fit)}
  };
  return responsive(options, (size) => errorGroups(groups, names, size));
}

/** Between which values the groups' median errors lie; undefined without groups. */
function errorRange(groups: readonly Group[]): Sentence | undefined {
  const [best, worst] = [groups[0], groups.at(-1)];
  if (!best || !worst) return undefined;
  const [low, high] = [best, worst].map(({median, origin}) => cited(share(median), origin));
  return say`The median error of predicted throughput ranges from ${low!} to ${high!}`;
}

/** A measurement that is predicted badly, as an entry of a list. */
export function worstEntry(point: Prediction, causes: readonly RowOf<"cause">[], names: Names): HTMLElement {
  const {model, accelerator, row, predicted, measured, url} = point;
  const ratio = cited(predicted > measured ? amount(predicted / measured) : share(predicted / measured), point.off);
  const off = say`${ratio} ${predicted > measured ? "times" : "of"} the measured rate`;
  const expected = cited(amount(predicted), point.origin);
  const rates = say`Predicted ${expected} tokens/s, measured ${cite(row, "measured_rate")}`;
  return entry(
    html`<strong>${off}</strong><br />${rates}`,
    html`<a href=${url} rel="noopener">${names(model)} on ${names(accelerator)}, ${textIn(row, "scenario")}</a><br />
      <small>${textIn(row, "publisher")}</small>`,
    explanation(point, causes)
  );
}

/** The accuracy of other tools below that of this model. */
export function simulatorTable(
  points: readonly Prediction[],
  assumptions: RowsOf<"assumption">,
  tools: RowsOf<"simulator">
): HTMLElement {
  const {median, p90, origin} = accuracyOf(points);
  const own = {
    tool: "this model, as chosen above",
    error: share(median),
    measure: `throughput, median; 90\u202f% within ${share(p90)}`,
    kind: "fitted",
    by: "authors",
    source: "",
    note: "",
    origin
  };
  const rows = [...tools]
    .sort((a, b) => numberIn(a, "error") - numberIn(b, "error"))
    .map((tool) => {
      const assumption = assumptions.find((row) => row.table === "simulator" && row.key === tool.key);
      return {
        ...tool,
        error: share(numberIn(tool, "error")),
        source: textIn(assumption, "url"),
        note: textIn(assumption, "note"),
        origin: recordOf(tool, "error")
      };
    });
  const grid = tableOf([own, ...rows], {
    shown: ({origin: _, ...row}) => row,
    origin: ({origin}, column) => (column === "error" ? origin : undefined),
    columns: toolColumns
  });
  return tableElement(grid, {label: "Published accuracy of other tools"});
}

/** Published costs and powers of serving beside the model's. */
export function checkTable(
  figures: RowsOf<"serving_figure">,
  checks: RowsOf<"serving_check">,
  assumptions: RowsOf<"assumption">
): HTMLElement {
  const figureOf = (check: RowOf<"serving_check">) => rowOf(figures, ({key}) => key === check.key);
  const shown = (check: RowOf<"serving_check">): object => {
    const figure = figureOf(check);
    const assumption = assumptions.find((row) => row.table === "serving_figure" && row.key === check.key);
    return {
      figure: textIn(figure, "figure"),
      measure: `${textIn(figure, "measure")}, ${textIn(figure, "unit")}`,
      published: amount(numberIn(check, "published")),
      predicted: amount(numberIn(check, "predicted")),
      error: signed(numberIn(check, "error")),
      source: textIn(assumption, "url"),
      note: textIn(assumption, "note")
    };
  };
  const origin = (check: RowOf<"serving_check">, column: string): Origin | undefined => {
    if (column === "published") return recordOf(figureOf(check), "value");
    return ["predicted", "error"].includes(column) ? recordOf(check, column) : undefined;
  };
  const grid = tableOf(checks, {shown, origin, columns: checkColumns});
  return tableElement(grid, {label: "Published and predicted power and cost"});
}

/** How far costs and powers are off, in words. */
export function checksInWords(checks: RowsOf<"serving_check">): Sentence {
  const sorted = [...checks].sort((a, b) => numberIn(a, "error") - numberIn(b, "error"));
  const error = (check: RowOf<"serving_check"> | undefined): Sentence =>
    cited(signed(numberIn(check, "error")), recordOf(check, "error"));
  return say`errors on ${checks.length} published figures range from ${error(sorted[0])} to ${error(sorted.at(-1))}`;
}

function signed(error: number): string {
  return `${error > 0 ? "+" : ""}${share(error)}`;
}

function text<N extends string>(name: N, description: string): ColumnNote & {name: N} {
  return {name, type: "text", unit: "", description};
}

const toolColumns: ColumnNote[] = [
  text("tool", "Name of the tool"),
  {...text("error", "Error as a share of the measured figure"), type: "number"},
  text("measure", "Quantity predicted"),
  text("kind", "Method of the tool"),
  text("by", "Who measured the error"),
  text("note", "Note"),
  text("source", "Where it is published")
];

const checkColumns: ColumnNote[] = [
  text("figure", "Published figure"),
  text("measure", "Quantity and unit"),
  {...text("published", "Published value"), type: "number"},
  {...text("predicted", "Prediction for the same configuration"), type: "number"},
  {...text("error", "Predicted divided by published, less 1"), type: "number"},
  text("note", "Basis of the published figure"),
  text("source", "Where it is published")
];
