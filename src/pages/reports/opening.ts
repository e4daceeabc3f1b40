import type {Changed, KeyNumber, Opening, ReportChart} from "../../components/report/report.js";
import {swingChart} from "../../components/report/swing-chart.js";
import {monthOf} from "../../components/rows/filter.js";
import {monthName} from "../../components/words/month.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {capital, lower} from "../../components/words/count.js";
import {amount, centralText, interval, range} from "../../components/words/format.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import {labelOf, swingBars} from "../uncertainty/draws.js";
import {monthRows} from "./parts.js";
import type {ReportTables, Subject} from "./report-tables.js";

/** What a report's first page is made of, beside the scenario: its figures, and what it finds. */
export interface Finding {
  /** Columns of `economy`; what the first depends on is shown. */
  figures: readonly [string, string, string];
  words: (tables: ReportTables) => string;
}

/** The first page of a report on a scenario. */
export function openingOf(tables: ReportTables, subject: Subject, {figures, words}: Finding): Opening {
  const isReference = subject.changes === "";
  return {
    finding: [words(tables), ...(isReference ? [] : [moved(tables, subject, figures[0])])].join(" "),
    numbers: figures.map((figure) => keyNumber(tables, subject, figure)),
    against: "Reference",
    changed: changedInputs(tables, subject.changes),
    depends: dependence(tables, subject, figures[0])
  };
}

/** A figure in the first month, and in the last beside it. */
function keyNumber({headline}: ReportTables, {reference}: Subject, figure: string): KeyNumber {
  const {label, unit, ...now} = headlineFigure(monthRows(headline, "first"), figure);
  const last = headlineFigure(monthRows(headline, "last"), figure);
  const before = headlineFigure(monthRows(reference, "first"), figure);
  const later = headlineFigure(monthRows(reference, "last"), figure);
  const end = `${monthName(monthOf(monthRows(headline, "last")[0]?.date))}:`;
  return {
    label,
    value: centralText(now, unit),
    range: interval(now, unit),
    later: `${end} ${range(last, unit)}`,
    before: `${amount(before.central, unit)}, ${end} ${amount(later.central, unit)}`
  };
}

/** How far the scenario moves a figure in the last month. */
function moved({headline}: ReportTables, {title, reference}: Subject, figure: string): string {
  const {label, central} = headlineFigure(monthRows(headline, "last"), figure);
  const change = central / headlineFigure(monthRows(reference, "last"), figure).central - 1;
  const direction = change < 0 ? "lowers" : "raises";
  const name = lower(label);
  return Math.abs(change) < UNCHANGED
    ? `“${title}” leaves ${name} in the last month as in the Reference scenario.`
    : `“${title}” ${direction} ${name} in the last month by ${amount(Math.abs(change), "share")} against the ` +
        `Reference scenario.`;
}

const UNCHANGED = 5e-4;

/** Each input that a scenario sets, as the reference has it and as it is here. */
function changedInputs({assumption}: Pick<ReportTables, "assumption">, changes: string): Changed[] {
  const known = new Map(assumption.map((row) => [cellOf(row), row]));
  return changes
    .split("; ")
    .filter((part) => part !== "")
    .map((part) => {
      const [, cell = part, now = ""] = /^(.+?)(?:: |=)(.*)$/.exec(part) ?? [];
      const row = known.get(cell);
      const unit = textIn(row, "unit");
      return {
        input: `${capital(labelOf(cell))}${unit === "" || unit === "1" ? "" : `, ${unit}`}`,
        before: row ? typed(row) : "",
        now: now.replace("..", " to ")
      };
    });
}

function cellOf(row: ReportTables["assumption"][number]): string {
  const [table, key, column] = (["table", "key", "column"] as const).map((name) => textIn(row, name));
  return table === key ? `${table!}.${column!}` : `${table!}[${key!}].${column!}`;
}

function typed(row: ReportTables["assumption"][number]): string {
  const [low, central, high] = (["low", "central", "high"] as const).map((name) => numberIn(row, name));
  const value = plain(central!);
  return Number.isFinite(low!) && Number.isFinite(high!) ? `${value} (${plain(low!)} to ${plain(high!)})` : value;
}

function plain(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))) : "none";
}

/** The inputs that move a figure most in the first month. */
function dependence(
  {headline, swing, driver}: ReportTables,
  {swung}: Subject,
  figure: string
): ReportChart | undefined {
  const first = monthRows(headline, "first");
  const {label, unit} = headlineFigure(first, figure);
  const bars = swingBars(swing, driver, figure, monthOf(first[0]?.date));
  return swingChart(bars, {label, unit, swung: `in “${swung}”`});
}
