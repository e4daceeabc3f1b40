import {unitWords} from "../words/unit-words.js";

/** A unit of the model in words, with any addition; text that is more than a unit stays unchanged. */
export function measureWords(unit: string): string {
  const [first = "", ...rest] = unit.split(", ");
  return [first.includes(" ") ? first : unitWords(first), ...rest].filter((words) => words !== "").join(", ");
}
