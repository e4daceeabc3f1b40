import {UNKNOWN} from "./format.js";
import type {Sentence} from "./sentence.js";

/** What a chart shows, in a short sentence without a full stop; none where nothing can be claimed. */
export type Finding = string | Sentence | undefined;

/** Whether something is found: a sentence with a number that is missing says nothing. */
export function isFound(finding: Finding): finding is string | Sentence {
  const words = String(finding ?? "");
  return words !== "" && !words.includes(UNKNOWN);
}
