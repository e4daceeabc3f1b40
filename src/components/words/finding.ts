import {UNKNOWN} from "./format.js";
import type {Sentence} from "./sentence.js";

/** A chart's finding as a short sentence without a full stop; undefined if none can be claimed. */
export type Finding = string | Sentence | undefined;

/** Whether there is a finding: a sentence with a missing number says nothing. */
export function isFound(finding: Finding): finding is string | Sentence {
  const words = String(finding ?? "");
  return words !== "" && !words.includes(UNKNOWN);
}
