import {amount, share} from "../../components/words/format.js";

/**
 * How far a prediction is from what is published, in words: below a half as per cent, otherwise as a factor. Where only
 * a band is published, the gap is from its middle, and is no error.
 */
export function gap(ratio: number, onlyBand: boolean): string {
  const off = Math.abs(ratio - 1);
  const mark = onlyBand ? "the middle of the band" : "the published figure";
  if (off < 0.0005) return `equal to ${mark}`;
  if (off < 0.5 && onlyBand) return `${share(off)} ${ratio < 1 ? "below" : "above"} ${mark}`;
  if (off < 0.5) return `${share(off)} too ${ratio < 1 ? "low" : "high"}`;
  if (ratio > 1) return `${amount(ratio)} times ${mark}`;
  return onlyBand ? `below ${mark} by a factor of ${amount(1 / ratio)}` : `too low by a factor of ${amount(1 / ratio)}`;
}
