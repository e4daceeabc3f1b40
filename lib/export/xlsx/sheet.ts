import type {Cell, CellValue, WriteSheet} from "hucre/xlsx";
import {dateOf, monthsOf, rule, valueAt, type ModelColumn, type Run} from "../../sheet/index.js";
import type {Content, Formulas} from "./formulas.js";
import {FIRST, type SheetColumn, type SheetLayout} from "./layout.js";
import {exact, ofNumbers, ofTexts, widthOf, type ColumnStyles} from "./styles.js";

export interface SheetOptions {
  /** Whether to write formulas without their values, so that a program must compute them in full precision. */
  blank?: boolean;
}

/** The sheet of a table: name, unit and kind on top, then one row per key and month. */
export function sheetOf(
  run: Run,
  formulas: Formulas,
  layout: SheetLayout,
  {blank = false}: SheetOptions = {}
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  layout.columns.forEach((column, index) => {
    const content = formulas.content(layout, column);
    heading(run, layout, column, content).forEach((cell, row) => cells.set(`${row},${index}`, cell));
    for (let month = 0; month < layout.months; ++month)
      layout.keys.forEach((_, row) => {
        const cell = cellOf({run, layout, column, content, row, month});
        cells.set(`${FIRST - 1 + month * layout.keys.length + row},${index}`, blank ? blanked(cell) : cell);
      });
  });
  const frozen = layout.columns.findIndex(({is}) => is.kind === "key") + 1;
  const columns = layout.columns.map((column) => ({width: columnWidth(run, layout, column)}));
  return {name: layout.table, columns, rows: [], cells, freezePane: {rows: FIRST - 1, columns: frozen}};
}

function blanked({value, formula}: Partial<Cell>): Partial<Cell> {
  return {style: exact, ...(formula === undefined ? {value} : {formula})};
}

function columnWidth(run: Run, {keys}: SheetLayout, {name, is}: SheetColumn): number {
  if (is.kind === "key") return widthOf([name, ...keys]);
  if (is.kind !== "column") return widthOf([name]);
  const values = keys.map((_, row) => valueAt(run, is.column.id, row, 0));
  return widthOf([name, ...values.filter((value) => typeof value === "string")]);
}

interface Place {
  run: Run;
  layout: SheetLayout;
  column: SheetColumn;
  content: Content;
  row: number;
  month: number;
}

function cellOf(place: Place): Partial<Cell> {
  const {run, layout, column, content, row, month} = place;
  const {is, letter, dynamic} = column;
  const styles = stylesOf(is);
  const count = layout.keys.length;
  switch (is.kind) {
    case "number":
      return {value: month * count + row + 1};
    case "month":
      return {value: month};
    case "date":
      return {value: dateOf(monthsOf(run.start) + month), style: styles.formula};
    case "key":
      return {value: layout.keys[row]!, style: styles.formula};
  }
  const value = cached(place);
  const computed = (formula: string): Partial<Cell> => ({
    formula,
    style: styles.formula,
    ...(value !== undefined && {formulaResult: value})
  });
  if (month > 0 && !dynamic) return computed(`${letter}$${FIRST + row}`);
  if (content.kind === "formula")
    return computed((month > 0 ? content.later : content.first)(FIRST + month * count + row));
  const style = styles[content.kind];
  return value === MISSING ? {formula: "NA()", formulaResult: MISSING, style} : {value, style};
}

/** How a missing value is shown. */
const MISSING = "#N/A";

/** The value of a cell; helper columns are left for the program to compute. */
function cached({run, column: {is}, row, month}: Place): CellValue | undefined {
  if (is.kind !== "column") return undefined;
  const value = valueAt(run, is.column.id, row, month);
  return typeof value === "object" ? MISSING : value;
}

function heading(run: Run, {table}: SheetLayout, {name, is}: SheetColumn, content: Content): Partial<Cell>[] {
  const unit = is.kind === "column" ? is.column.unit.text : "";
  const comment = {text: note(run, table, is)};
  const styles = stylesOf(is);
  return [
    {value: name, style: styles.name, ...(comment.text !== "" && {comment})},
    {value: unit, style: styles.unit},
    {value: kindOf(is, content), style: styles.unit}
  ];
}

function stylesOf(is: SheetColumn["is"]): ColumnStyles {
  return isText(is) ? ofTexts : ofNumbers;
}

function isText(is: SheetColumn["is"]): boolean {
  return is.kind === "date" || is.kind === "key" || (is.kind === "column" && is.column.holds !== "number");
}

function kindOf(is: SheetColumn["is"], content: Content): string {
  if (is.kind !== "column") return is.kind === "row" || is.kind === "weighed" ? "helper" : "";
  return content.kind === "value" ? `value of ${content.algorithm}` : is.column.definition.kind;
}

function note(run: Run, table: string, is: SheetColumn["is"]): string {
  switch (is.kind) {
    case "column":
      return [is.column.doc, ruleOf(is.column)].filter((line) => line !== "").join("\n");
    case "row":
      return `Row of the sheet ${is.column.target!.name} that ${is.column.name} names`;
    case "weighed":
      return `${is.value.name} times ${is.weight.name}, for weighted means; 0 where the weight is 0`;
    case "number":
      return run.model.tables.find(({name}) => name === table)!.doc;
    default:
      return "";
  }
}

function ruleOf(column: ModelColumn): string {
  const text = rule(column);
  return text === "" ? "" : `= ${text}`;
}
