import {unitWords} from "../words/unit-words.js";

/** A unit of the model in words, and what is said beside it; what is more than a unit stays as it is. */
export function measureWords(unit: string): string {
  const [first = "", ...rest] = unit.split(", ");
  return [first.includes(" ") ? first : unitWords(first), ...rest].filter((words) => words !== "").join(", ");
}
