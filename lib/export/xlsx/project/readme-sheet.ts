import type {WriteSheet} from "hucre/xlsx";
import {about} from "../../about.js";
import {linesSheet, type Line} from "../lines-sheet.js";
import {styles} from "../styles.js";

/** The first sheet of a project's workbook: what the workbook is, how to use it, and what each sheet holds. */
export function readmeSheet(facts: readonly (readonly [string, string])[]): WriteSheet {
  const lines: Line[] = [
    [`${about.title}: an investment in a cluster`, "", {style: styles.name}],
    ...facts,
    ["", ""],
    ["How to use it", "", {style: styles.name}],
    ["Change", "a value on the sheet Inputs, blue on yellow; all other sheets are formulas and follow"],
    [
      "Texts",
      "amortisation: sculpted, straight, level or bullet; depreciation_method: bonus or straight; " +
        "tenure: owned or colocated"
    ],
    ["Money", "2026 US dollars and real rates a year, unless a term says nominal"],
    ["Names", "in_term names the cell of a term; Equity_IRR and similar names are cells of the sheet Returns"],
    ["Missing", "#N/A marks a value that is not known or does not exist"],
    ["", ""],
    ["Sheets", "", {style: styles.name}],
    ["Inputs", "the terms, with ranges, sources and exported values"],
    ["Returns", "IRR, NPV, payback, debt cover and levelised cost"],
    ["Years", "statements, loan and returns by year"],
    ["Cash", "the cash flows behind the returns, month by month"],
    [
      "Plan",
      "a first run without loan or sale: it finds the loan that contracted cash repays, and the best month to sell"
    ],
    ["Project", "all columns of the project, month by month"],
    ["Unlevered", "the same without a loan"],
    ["Checks", "what must hold for any inputs"]
  ];
  return linesSheet("Readme", lines);
}
