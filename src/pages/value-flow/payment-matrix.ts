import * as Plot from "@observablehq/plot";
import {amount, unitless} from "../../components/words/format.js";
import {cellOf, marksOf, type CellMark} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {sectorColor} from "../../components/words/sector.js";
import type {RowOf} from "../../components/rows/table-types.js";

const short = new Intl.NumberFormat("en-US", {notation: "compact", maximumSignificantDigits: 2});

interface Cell {
  payer: string;
  payee: string;
  total: number;
  goods: string[];
  origins: CellMark[];
}

/** Who pays (columns) whom (rows): the darker, the more, in steps of ten; the goods are in the tooltip. */
export function paymentMatrix(flow: readonly RowOf<"flow">[], {width}: {width: number}) {
  const narrow = width < 520;
  const cells = cellsOf(flow);
  const payers = unique(cells.map(({payer}) => payer));
  const payees = unique(cells.map(({payee}) => payee));
  const most = Math.max(...cells.map(({total}) => total));
  return Plot.plot({
    width,
    height: (narrow ? 84 : 40) + payees.length * 28,
    marginTop: narrow ? 80 : 34,
    marginLeft: narrow ? 98 : 130,
    marginRight: narrow ? 32 : 10,
    padding: 0.04,
    x: {domain: payers, axis: "top", label: null, tickSize: 0, tickRotate: narrow ? -50 : 0},
    y: {domain: payees, label: null, tickSize: 0},
    style: {fontSize: narrow ? "10px" : "12px"},
    marks: [
      Plot.cell(cells, {
        x: "payer",
        y: "payee",
        fill: ({payer}: Cell) => sectorColor(payer),
        fillOpacity: ({total}: Cell) => opacity(total / most)
      }),
      Plot.text(cells, {
        x: "payer",
        y: "payee",
        text: ({total}: Cell) => (narrow ? short.format(total).replace("K", "k") : unitless(total)),
        fontSize: narrow ? 9 : 12
      }),
      Plot.tip(cells, Plot.pointer({x: "payer", y: "payee", title: titleOf}))
    ]
  });
}

function cellsOf(flow: readonly RowOf<"flow">[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of flow) {
    const payer = textIn(row, "payer_sector");
    const payee = textIn(row, "payee_sector");
    const paid = numberIn(row, "amount");
    const cell = cells.get(`${payer}\n${payee}`) ?? {payer, payee, total: 0, goods: [], origins: []};
    cell.total += paid;
    cell.goods.push(`${textIn(row, "good")}: ${amount(paid, "USD")}`);
    cell.origins.push(...marksOf([cellOf(row, "amount")]));
    cells.set(`${payer}\n${payee}`, cell);
  }
  return [...cells.values()];
}

/** Four steps of ten below the greatest payment fade to nearly nothing. */
function opacity(part: number): number {
  return Math.max(0.06, 0.5 + Math.log10(part) / 9);
}

function titleOf({payer, payee, goods}: Cell): string {
  return `${payer} to ${payee}\n${goods.join("\n")}`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
