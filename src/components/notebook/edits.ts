import {InputError} from "../../lib/sheet/error.js";
import {namesIn} from "./graph.js";
import {isCellName, type Cell, type Notebook} from "./notebook.js";
import {mentions, withReplaced, type NamePlace} from "./sql-names.js";
import {valuePattern} from "./text-values.js";

/** The notebook with a cell inserted after another, or at the top if that is undefined. */
export function withCell(notebook: Notebook, cell: Cell, behind: string | undefined): Notebook {
  const at = notebook.cells.findIndex(({name}) => name === behind) + 1;
  return {...notebook, cells: [...notebook.cells.slice(0, at), cell, ...notebook.cells.slice(at)]};
}

/** The notebook without a cell. */
export function withoutCell(notebook: Notebook, name: string): Notebook {
  return {...notebook, cells: notebook.cells.filter((cell) => cell.name !== name)};
}

/** The notebook with the cell of the same name replaced. */
export function withChanged(notebook: Notebook, cell: Cell): Notebook {
  return {...notebook, cells: notebook.cells.map((one) => (one.name === cell.name ? cell : one))};
}

/** The notebook with a cell moved down by a number of places. */
export function withMoved(notebook: Notebook, name: string, by: number): Notebook {
  const cells = [...notebook.cells];
  const from = cells.findIndex((cell) => cell.name === name);
  const to = Math.max(0, Math.min(cells.length - 1, from + by));
  cells.splice(to, 0, ...cells.splice(from, 1));
  return {...notebook, cells};
}

/**
 * The notebook with a cell renamed, including every mention in SQL, charts and texts. Throws an `InputError` if the
 * name is invalid, or taken by a cell or one of the model's tables.
 */
export function withRenamed(notebook: Notebook, from: string, to: string, tables: readonly string[]): Notebook {
  if (to === from) return notebook;
  if (!isCellName(to))
    throw new InputError(`"${to}" is not a valid name: use lower-case letters, digits and _, but no SQL keyword`);
  if (tables.includes(to)) throw new InputError(`${to} is a table of the model: choose another name`);
  if (notebook.cells.some(({name}) => name === to)) throw new InputError(`another cell is called ${to}`);
  return {...notebook, cells: notebook.cells.map((cell) => renamed(cell, from, to))};
}

/** A name that no cell or table has: `offers`, `offers_2`. */
export function freeName(notebook: Notebook, stem: string, tables: readonly string[]): string {
  const taken = new Set([...tables, ...notebook.cells.map(({name}) => name), ...notebook.cells.flatMap(namesIn)]);
  let name = stem;
  for (let copy = 2; taken.has(name); ++copy) name = `${stem}_${copy}`;
  return name;
}

function renamed(cell: Cell, from: string, to: string): Cell {
  const name = cell.name === from ? to : cell.name;
  if (cell.kind === "sql") return {...cell, name, query: renamedIn(cell.query, from, to)};
  if (cell.kind === "chart") return {...cell, name, of: cell.of === from ? to : cell.of};
  if (cell.kind === "input") return {...cell, name};
  const word = new RegExp(`(?<![\\w.])${from}(?!\\w)`);
  const text = cell.text.replace(valuePattern, (value) => value.replace(word, to));
  return {...cell, name, text};
}

function renamedIn(query: string, from: string, to: string): string {
  const {tables, inputs} = mentions(query);
  const places: NamePlace[] = [...tables, ...inputs.map((place) => ({...place, from: place.from + 1}))];
  const found = places.filter(({name}) => name === from).sort((a, b) => a.from - b.from);
  return withReplaced(query, found, () => to);
}
