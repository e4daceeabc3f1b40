import type {NamedRange} from "hucre";
import type {WriteSheet} from "hucre/xlsx";
import {styles} from "../styles.js";
import {changedFormula} from "./inputs-sheet.js";
import {cellsOf, type Range} from "./place.js";

const SHEET = "Checks";
const FIRST = 3;

/** Checks that must hold whatever is entered in the workbook; the first line says whether all do. */
export function checksSheet(checks: readonly Check[]): WriteSheet {
  const all = `AND($B$${FIRST}:$B$${FIRST + checks.length - 1})`;
  const rows = checks.map(({label, formula}) => [
    {value: label},
    {formula: `IFERROR(${formula},FALSE)`, formulaResult: true}
  ]);
  const heading = [
    {value: "All hold", style: styles.name},
    {formula: all, formulaResult: true}
  ];
  return {name: SHEET, columns: [{width: 90}, {width: 12}], rows: [], cells: cellsOf([heading, [], ...rows])};
}

/** The name of the cell that says whether all checks hold. */
export function checkNames(): NamedRange[] {
  return [{name: "All_OK", range: `'${SHEET}'!$B$1`}];
}

interface Check {
  label: string;
  formula: string;
}

/** The checks of a project's workbook; `site` are the figures for the exported inputs. */
export function checksOf(months: Range, cash: Range, years: Range, site: {irr: number; npv: number}): Check[] {
  const sum = (name: string): string => `SUM(${months(name)})`;
  const last = (name: string): string => `INDEX(${months(name)},ROWS(${months(name)}))`;
  const isNothing = (value: string): string => `ABS(${value})<1`;
  const asExported = (name: string, value: number): string =>
    Number.isFinite(value)
      ? `IF(${changedFormula()},TRUE,ABS(${name}-${value})<=1E-9*MAX(1,ABS(${value})))`
      : `IF(${changedFormula()},TRUE,ISNA(${name}))`;
  return [
    {
      label: "Every purchase is paid for",
      formula: isNothing(`${sum("purchases")}-INDEX(${months("investment")},1)`)
    },
    {
      label: "Earnings less tax, interest, purchases and loan repayments equal cash flow to equity",
      formula: isNothing(
        `${sum("ebitda")}-${sum("tax")}-${sum("prepayment_credit")}+${sum("sale")}-${sum("interest")}` +
          `-${sum("purchases")}+${sum("prepayments")}+${sum("draws")}-${sum("repayments")}-${last("receivables")}` +
          `-${sum("owners_cash_flow")}`
      )
    },
    {label: "The loan is repaid at the end", formula: isNothing(last("debt"))},
    {label: "Book value is zero at the end", formula: isNothing(last("book_value"))},
    {label: "Receivables are zero at the end", formula: isNothing(last("receivables"))},
    {label: "Advance payments are delivered in full", formula: isNothing(last("deferred"))},
    {label: "The cluster is sold within the sheet's months", formula: `${last("sold")}=1`},
    {label: "No cash flow to equity is missing", formula: `ISNUMBER(SUM(${cash("owners_cash_flow")}))`},
    {
      label: "Yearly totals equal the sum of months",
      formula: isNothing(`SUM(${years("owners_cash_flow")})-${sum("owners_cash_flow")}`)
    },
    {
      label: "The NPV of equity at its IRR is zero",
      formula:
        `IF(ISNA(Equity_IRR),TRUE,ABS(SUMPRODUCT(${cash("owners_cash_flow")},` +
        `(1+Equity_IRR)^(-${cash("month")}/12)))<=1E-6*Owners_money)`
    },
    {label: "With exported inputs, the IRR equals the site's", formula: asExported("Equity_IRR", site.irr)},
    {label: "With exported inputs, the NPV equals the site's", formula: asExported("Equity_NPV", site.npv)}
  ];
}
