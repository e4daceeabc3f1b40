import type {Option} from "../../components/form/controls.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import type {Neocloud, NewPrice} from "./data.js";

/** The neoclouds to choose from. */
export function neocloudOptions(neoclouds: readonly Neocloud[]): Option[] {
  const names = new Map(neoclouds.map((row) => [row.key, textIn(row, "name")]));
  return [...names].map(([value, title]) => ({value, title}));
}

/** The accelerators that rental quotes name, most quoted first. */
export function quotedOptions(quotes: readonly RowOf<"rental_quote">[], name: (key: string) => string): Option[] {
  const counts = new Map<string, number>();
  for (const row of quotes) counts.set(textIn(row, "accelerator"), (counts.get(textIn(row, "accelerator")) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => ({value, title: name(value)}));
}

/** The accelerators whose contracts the model prices. */
export function pricedOptions(book: readonly NewPrice[], name: (key: string) => string): Option[] {
  const keys = new Set(book.map((row) => textIn(row, "accelerator")));
  return [...keys].map((value) => ({value, title: name(value)}));
}
