import {mentions} from "./sql-names.js";
import type {Cell, Notebook} from "./notebook.js";
import {textValues} from "./text-values.js";

/** The names that a cell mentions of other cells, there or not: for SQL, also tables that are no cells. */
export function namesIn(cell: Cell): string[] {
  if (cell.kind === "input") return [];
  if (cell.kind === "chart") return [cell.of];
  if (cell.kind === "text") return valuesIn(cell.text);
  const {tables, inputs} = mentions(cell.query);
  return [...new Set([...tables, ...inputs].map(({name}) => name))];
}

/** The cells that each cell reads, by name. */
export function readsOf({cells}: Notebook): Map<string, string[]> {
  const names = new Set(cells.map(({name}) => name));
  return new Map(cells.map((cell) => [cell.name, namesIn(cell).filter((name) => names.has(name))]));
}

/** The cells with all that read them, also by way of others. */
export function withReaders(reads: ReadonlyMap<string, readonly string[]>, changed: Iterable<string>): Set<string> {
  const found = new Set(changed);
  for (const name of found) for (const [reader, read] of reads) if (read.includes(name)) found.add(reader);
  return found;
}

/** The cells in the order of their need, without those in a circle; where none needs another, as they stand. */
export function inOrder(reads: ReadonlyMap<string, readonly string[]>): string[] {
  const order: string[] = [];
  const waiting = new Set(reads.keys());
  const next = (): string | undefined =>
    [...waiting].find((name) => reads.get(name)!.every((read) => order.includes(read)));
  for (let name = next(); name !== undefined; name = next()) {
    order.push(name);
    waiting.delete(name);
  }
  return order;
}

/** The circle that a cell is in, from it back to it; undefined where it is in none. */
export function circleOf(reads: ReadonlyMap<string, readonly string[]>, name: string): string[] | undefined {
  const paths: string[][] = [[name]];
  const seen = new Set<string>();
  for (const path of paths)
    for (const read of reads.get(path.at(-1)!) ?? []) {
      if (read === name) return [...path, name];
      if (!seen.has(read)) paths.push([...path, read]);
      seen.add(read);
    }
  return undefined;
}

/** None while a text is not yet as it should be: its cell says so when it runs. */
function valuesIn(text: string): string[] {
  try {
    return [...new Set(textValues(text).map(({reads}) => reads))];
  } catch {
    return [];
  }
}
