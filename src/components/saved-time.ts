import type {Bar} from "./charts/bars.js";
import {amount} from "./format.js";
import {layerColor} from "./layer.js";
import {numberIn, textIn} from "./row-values.js";
import type {Row} from "./tables.js";

/** Bars of a whole and the part of it that counts, a bar a segment, greatest first; segments without any are left out. */
export function partBars(segments: readonly Row[], whole: string, part: string): Bar[] {
  return segments
    .map((row) => ({
      label: textIn(row, "key"),
      value: numberIn(row, whole),
      part: numberIn(row, part),
      color: layerColor("value")
    }))
    .filter(({value}) => value !== 0)
    .sort((a, b) => b.value - a.value);
}

/** A sentence on the segment that gains most output: how much, and of how much. */
export function greatestGain(segments: readonly Row[], total: Row | undefined): string {
  const [first] = partBars(segments, "productivity_value", "productivity_value");
  if (!first) return "No segment of this kind of work gains output.";
  const whole = numberIn(total, "productivity_value");
  return `The segment ${first.label} gains most: ${amount(first.value, "USD/month")} of the ${amount(whole, "USD/month")} of all segments, ${amount(first.value / whole, "share")}.`;
}

/** Consumer surplus by segment, in a grey that belongs to no layer; segments without any are left out. */
export function surplusBars(segments: readonly Row[]): Bar[] {
  return segments
    .map((row) => ({
      label: textIn(row, "key"),
      value: numberIn(row, "consumer_surplus"),
      color: "var(--theme-foreground-muted)"
    }))
    .filter(({value}) => value !== 0)
    .sort((a, b) => b.value - a.value);
}
