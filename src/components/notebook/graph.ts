import {mentions} from "./sql-names.js";
import type {Cell, Notebook} from "./notebook.js";
import {textValues} from "./text-values.js";

/**
 * The names of other cells that a cell mentions, whether or not they exist; for SQL, also tables that are not cells.
 */
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

/** The cells and all their dependents, direct or indirect. */
export function withReaders(reads: ReadonlyMap<string, readonly string[]>, changed: Iterable<string>): Set<string> {
  const found = new Set(changed);
  for (const name of found) for (const [reader, read] of reads) if (read.includes(name)) found.add(reader);
  return found;
}

/** The cells in dependency order, otherwise in their own order, without those in a circle. */
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

/** The circle that a cell is in, starting and ending with it; undefined if there is none. */
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

/** Empty while a text is invalid; its cell reports the problem when it runs. */
function valuesIn(text: string): string[] {
  try {
    return [...new Set(textValues(text).map(({reads}) => reads))];
  } catch {
    return [];
  }
}
