import type {TableInput} from "../sheet/index.js";
import {canonical} from "./canonical.js";

/**
 * The model of ours that a seller's name means, if its shape is known: the whole name has to agree with a model's or
 * with another's of its shape, but for a release of four digits and for reasoning, since smaller models have their
 * larger sibling's name in theirs.
 */
export function modelIn(name: string, {keys, columns}: Pick<TableInput, "keys" | "columns">): string | undefined {
  const common = canonical(name)
    .replace(/-\d{4}$/, "")
    .replace(/-thinking$/, "");
  const others = (row: number): string[] => String(columns.same_shape!.values[row] ?? "").split(/;\s*/);
  return keys.find((key, row) => common === key || others(row).includes(common));
}
