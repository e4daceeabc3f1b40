import type {NamedRange} from "hucre";
import type {WriteSheet} from "hucre/xlsx";
import {
  appraiseRuns,
  only,
  solvedTerms,
  projectModel,
  projectRuns,
  type ProjectInputs,
  type ProjectRuns
} from "../../../finance/index.js";
import type {Run} from "../../../sheet/index.js";
import {about} from "../../about.js";
import {identityFacts, type Identity} from "../../identity.js";
import {Formulas} from "../formulas.js";
import {FIRST, layoutOf, type SheetLayout} from "../layout.js";
import {sheetOf} from "../sheet.js";
import {writeWorkbook} from "../write.js";
import {CASH, cashSeries} from "./cash-sheet.js";
import {checkNames, checksOf, checksSheet} from "./checks-sheet.js";
import {inputFormula, inputNames, inputsSheet} from "./inputs-sheet.js";
import {lettersOf, rangesIn, seriesSheet, type Range} from "./place.js";
import {readmeSheet} from "./readme-sheet.js";
import {figureNames, figuresOf, returnsSheet} from "./returns-sheet.js";
import {YEARS, yearSeries} from "./years-sheet.js";

/** A project, with the facts that its workbook states. */
export interface ExportedProject {
  inputs: ProjectInputs;
  /** Facts, line by line: a label and a text. */
  facts: readonly (readonly [label: string, text: string])[];
  /** Identity of the run that supplies the terms. */
  identity: Identity;
  created: Date;
}

/**
 * The months of a project's workbook: two years of construction, eight of operation and the aftermath, so that either
 * can be changed in the workbook; more if the project takes longer.
 */
const TIMELINE = 122;

/**
 * A project as a workbook with live formulas, as the bytes of an XLSX file: change a term on the input sheet, and cash
 * flow, loan and returns follow. Debt sized by cash flow depends on all later months, so the sheet `Plan` runs the same
 * formulas without loan or sale, and `Project` and `Unlevered` read its last month.
 */
export function projectWorkbook(exported: ExportedProject): Promise<Uint8Array> {
  const {inputs, facts, identity, created} = exported;
  const runs = projectRuns(inputs, TIMELINE);
  const appraisal = appraiseRuns(runs.run, runs.unlevered);
  const layout = layoutOf(runs.run)[0]!;
  const letterOf = lettersIn(layout);
  const months = rangesIn("Project", letterOf, runs.run.months);
  const monthly = cashSeries(runs, appraisal, (sheet, column, row) => `${sheet}!${letterOf(column)}${row}`);
  const cash = rangesIn(CASH, lettersOf(monthly), runs.run.months);
  const yearly = yearSeries(runs, months, cash);
  const years = rangesIn(YEARS, lettersOf(yearly), Math.ceil(runs.run.months / 12));
  const figures = figuresOf(runs, appraisal, months, cash, years);
  const site = {irr: only(appraisal.irr), npv: appraisal.npv};
  return writeWorkbook(
    {
      sheets: [
        readmeSheet([...facts, ...identityFacts(identity)]),
        inputsSheet(inputs),
        returnsSheet(figures),
        seriesSheet(YEARS, yearly),
        seriesSheet(CASH, monthly),
        ...sheetsOf(runs, layout),
        checksSheet(checksOf(months, cash, years, site))
      ],
      namedRanges: [...inputNames(), ...figureNames(figures), ...checkNames()] satisfies NamedRange[],
      properties: {title: `${about.title}: project`, creator: about.authors, created, modified: created}
    },
    identity
  );
}

/** The three runs, each on its own sheet; terms come from the input sheet or from the plan. */
function sheetsOf({plan, run, unlevered}: ProjectRuns, layout: SheetLayout): WriteSheet[] {
  const formulas = new Formulas(projectModel, [layout]);
  const last = FIRST + run.months - 1;
  const found = Object.fromEntries(
    solvedTerms.map(([term, column]) => [term, `Plan!${lettersIn(layout)(column)}${last}`])
  );
  const sheet = (name: string, of: Run, known: Record<string, string>): WriteSheet => {
    const made = sheetOf(of, formulas, layout);
    layout.columns.forEach((column, i) => {
      const formula = known[column.name] ?? inputFormula(column.name);
      const place = `${FIRST - 1},${i}`;
      if (formula !== undefined) made.cells!.set(place, linked(made.cells!.get(place)!, formula));
    });
    return {...made, name};
  };
  return [
    sheet("Plan", plan, {}),
    sheet("Project", run, found),
    sheet("Unlevered", unlevered, {...found, debt_share: "0"})
  ];
}

type Cells = NonNullable<WriteSheet["cells"]>;
type CellOf = Cells extends Map<string, infer C> ? C : never;

/** An input cell as a formula with the same value. */
function linked({value, formulaResult, style}: CellOf, formula: string): CellOf {
  const result = formulaResult ?? value;
  return {formula, ...(style && {style}), ...(result !== undefined && result !== null && {formulaResult: result})};
}

function lettersIn({columns}: SheetLayout): Range {
  return (name) => columns.find((column) => column.name === name)!.letter;
}
