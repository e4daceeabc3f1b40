import type {NamedRange} from "hucre";
import type {Cell, WriteSheet} from "hucre/xlsx";
import {numericTerms, solvedTerms, project, type ProjectInputs} from "../../../finance/index.js";
import {typedColumns, type InputValues} from "../../../sheet/index.js";
import {cellsOf} from "./place.js";
import {ofNumbers, ofTexts, styles, widthOf} from "../styles.js";

/** The terms of a project in the order of its table, without those that the first run finds. */
const terms = typedColumns(project).flatMap(([name, column]): [string, Term][] =>
  column.kind === "input" && column.type !== "clock" && solvedTerms.every(([found]) => found !== name)
    ? [[name, {doc: column.doc, unit: column.type === "number" ? column.unit : ""}]]
    : []
);

interface Term {
  doc: string;
  unit: string;
}

const SHEET = "Inputs";
const FIRST = 2;
const VALUE = "C";
const EXPORTED = "G";
const headings = ["Term", "Name", "Value", "Unit", "Low", "High", "As exported", "Sources", "Note"];

/** The sheet of a project's terms, each with its name, its range and the exported value. */
export function inputsSheet(inputs: ProjectInputs): WriteSheet {
  const heading = headings.map((value) => ({value, style: styles.name}));
  const rows = terms.map(([name, term]) => lineOf(name, term, inputs[name]!));
  const widths = [widthOf(terms.map(([, {doc}]) => doc)), 24, 14, 14, 12, 12, 14, 30, 80];
  return {
    name: SHEET,
    columns: widths.map((width) => ({width})),
    rows: [],
    cells: cellsOf([heading, ...rows]),
    freezePane: {rows: 1, columns: 2}
  };
}

function lineOf(name: string, {doc, unit}: Term, {values, provenance}: InputValues): Partial<Cell>[] {
  const {low = null, high = null, sources = [], note = ""} = provenance?.[0] ?? {};
  const value = values[0]!;
  const {input, formula} = typeof value === "string" ? ofTexts : ofNumbers;
  return [
    {value: doc},
    {value: name},
    {value, style: input},
    {value: unit},
    {value: low, style: formula},
    {value: high, style: formula},
    {value, style: formula},
    {value: sources.join("; ")},
    {value: note}
  ];
}

/** The names of the input cells: `in_power_price`. */
export function inputNames(): NamedRange[] {
  return terms.map(([name], row) => ({name: inputName(name), range: `'${SHEET}'!$${VALUE}$${FIRST + row}`}));
}

/** The formula of a term in other sheets; a term left empty is missing there, too. */
export function inputFormula(name: string): string | undefined {
  if (!terms.some(([term]) => term === name)) return undefined;
  const cell = inputName(name);
  return numericTerms.includes(name) ? `IF(ISBLANK(${cell}),NA(),${cell})` : cell;
}

/** Whether any term differs from its exported value. */
export function changedFormula(): string {
  const last = FIRST + terms.length - 1;
  const column = (letter: string): string => `'${SHEET}'!$${letter}$${FIRST}:$${letter}$${last}`;
  return `SUMPRODUCT(--(${column(VALUE)}<>${column(EXPORTED)}))>0`;
}

function inputName(term: string): string {
  return `in_${term}`;
}
