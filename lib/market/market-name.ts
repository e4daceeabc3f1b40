import type {TableInput} from "../sheet/index.js";
import {canonical} from "./canonical.js";

/**
 * The row of `language_model` that a seller's model name refers to, if its architecture is known. The whole name must
 * match a model's or that of one with the same architecture, apart from a four-digit release and reasoning suffixes,
 * since smaller models carry their larger sibling's name.
 */
export function modelIn(name: string, {keys, columns}: Pick<TableInput, "keys" | "columns">): string | undefined {
  const common = canonical(name)
    .replace(/-\d{4}$/, "")
    .replace(/-thinking$/, "");
  const others = (row: number): string[] => String(columns.same_shape!.values[row] ?? "").split(/;\s*/);
  return keys.find((key, row) => common === key || others(row).includes(common));
}
