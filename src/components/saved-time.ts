import type {Bar} from "./charts/bars.js";
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
