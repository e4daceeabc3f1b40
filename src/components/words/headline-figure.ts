import {range} from "./format.js";
import {cellOf, recordOf, type CellMark} from "../inspector/origin.js";
import type {Headline} from "../figure/headline.js";
import {numberIn, textIn} from "../rows/row-values.js";
import {cited, type Sentence} from "./sentence.js";
import type {RowOf} from "../rows/table-types.js";

/** A figure of the `headline` table with its range, for a card. Throws for an unknown figure. */
export function headlineFigure(
  headline: readonly RowOf<"headline">[],
  figure: string
): Headline & {origin: CellMark | undefined} {
  const row = headline.find((candidate) => candidate.figure === figure);
  if (!row) throw new Error(`unknown headline figure: ${figure}`);
  return {
    label: textIn(row, "title"),
    unit: textIn(row, "unit"),
    central: numberIn(row, "central"),
    low: numberIn(row, "low"),
    high: numberIn(row, "high"),
    origin: cellOf(row, "central"),
    ranged: recordOf(row, "low")
  };
}

/** A figure of the `headline` table in a sentence: `1.2 (0.8 to 1.9) B USD/month`. */
export function figureText(headline: readonly RowOf<"headline">[], figure: string): Sentence {
  const {unit, origin, ...value} = headlineFigure(headline, figure);
  return cited(range(value, unit), origin);
}
