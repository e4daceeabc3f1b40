import type {Bar} from "../../components/charts/bars.js";
import {amount, share} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, cited, say, type Sentence} from "../../components/words/sentence.js";
import type {ColumnName, RowOf} from "../../components/rows/table-types.js";
import type {Segment} from "./data.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {rowName} from "../../components/words/row-name.js";

/**
 * Bars of a whole and the part of it that counts, a bar a segment, largest first; segments without any are left out.
 */
export function partBars(segments: readonly Segment[], whole: ColumnName<Segment>, part: ColumnName<Segment>): Bar[] {
  return segments
    .map((row) => ({
      label: rowName(textIn(row, "key")),
      value: numberIn(row, whole),
      part: numberIn(row, part),
      color: layerColor("value"),
      origin: cellOf(row, whole)
    }))
    .filter(({value}) => value !== 0)
    .sort((a, b) => b.value - a.value);
}

/** A sentence on the segment that gains most output: how much, and of how much. */
export function greatestGain(segments: readonly Segment[], total: RowOf<"economy"> | undefined): Sentence {
  const [first] = partBars(segments, "productivity_value", "productivity_value");
  if (!first) return say`No segment in this occupation group gains output.`;
  const gain = cited(amount(first.value, "USD/month"), first.origin);
  const part = amount(first.value / numberIn(total, "productivity_value"), "share");
  return say`${first.label} gains most: ${gain}, or ${part} of the
    ${cite(total, "productivity_value", "USD/month")} gained by all segments.`;
}

/** Sentences on segments that pay: what they spend, what output they gain for it, and what is left to free users. */
export function payersReturn(segments: readonly Segment[]): Sentence {
  const payers = segments.filter((row) => numberIn(row, "revenue") > 0);
  const [spent, gained] = [summed(payers, "revenue"), summed(payers, "productivity_value")];
  const free = 1 - gained.value / summed(segments, "productivity_value").value;
  if (spent.value === 0) return say`Nobody in this occupation group pays.`;
  const perDollar = amount(gained.value / spent.value);
  return say`Paying users spend ${spent.text} and gain output worth ${gained.text}, or ${perDollar}
    dollars for each dollar. Users who pay nothing gain ${share(free)} of all output.`;
}

function summed(segments: readonly Segment[], column: "revenue" | "productivity_value") {
  const value = segments.reduce((sum, row) => sum + numberIn(row, column), 0);
  const cells = segments.map((row) => cellOf(row, column));
  return {value, text: cited(amount(value, "USD/month"), derivedFrom("The sum over segments of", cells))};
}

/** Consumer surplus by segment, in a grey that belongs to no layer; segments without any are left out. */
export function surplusBars(segments: readonly Segment[]): Bar[] {
  return segments
    .map((row) => ({
      label: rowName(textIn(row, "key")),
      value: numberIn(row, "consumer_surplus"),
      color: "var(--theme-foreground-muted)",
      origin: cellOf(row, "consumer_surplus")
    }))
    .filter(({value}) => value !== 0)
    .sort((a, b) => b.value - a.value);
}
