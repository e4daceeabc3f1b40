import {isUnit} from "../../../lib/sheet/unit.js";
import {pasted} from "../pasted.js";
import {extent, type Selection} from "../selection.js";
import type {GridModel} from "../view.js";
import {changeAt, type Pasting} from "./clipboard.js";

/** The possible targets of a paste by name. */
export interface NamedPlaces {
  /** The table with all columns and rows, hidden or not. */
  whole: GridModel;
  /** The visible grid: columns or rows without names start at its active cell. */
  shown: GridModel;
  selection: Selection;
}

/** The changes made by a paste by name, and the names that the table does not have. */
export interface NamedPasting extends Pasting {
  unknown: readonly string[];
}

/**
 * A text whose first row names columns, whose first column names rows, or both; undefined if there are no names. Unless
 * a paste by name is requested, all names must be known, and a first column alone counts only in a list: elsewhere it
 * may be values.
 */
export function pasteByNames(text: string, places: NamedPlaces, asked: boolean): NamedPasting | undefined {
  const rows = pasted(text);
  const {whole} = places;
  const columns = (names: readonly string[]): Found | undefined =>
    rows.length > 1 ? namesIn(names, (name) => columnAt(whole, name), asked) : undefined;
  const keysOf = (body: Rows): Found | undefined =>
    namesIn(
      body.map(([first = ""]) => first),
      (name) => rowAt(whole, name),
      asked
    );
  const [first = [], ...others] = rows;
  const head = columns(first.slice(1));
  const keys = head && keysOf(others);
  if (keys) return put(others, places, {keys, head});
  const all = columns(first);
  if (all) return put(others, places, {head: all});
  const alone = (asked || whole.columns.length === 1) && first.length > 1 ? keysOf(rows) : undefined;
  return alone && put(rows, places, {keys: alone});
}

type Rows = readonly (readonly string[])[];

/** The index in the table of each name; -1 for unknown names. */
type Found = readonly {name: string; at: number}[];

/** The indices of names, if they are names: all of them or, if a paste by name is requested, some. */
function namesIn(texts: readonly string[], find: (name: string) => number, asked: boolean): Found | undefined {
  const found = texts.map((name) => ({name, at: find(name)}));
  const known = found.filter(({at}) => at >= 0).length;
  return texts.length > 0 && (asked ? known > 0 : known === texts.length) ? found : undefined;
}

function columnAt({columns}: GridModel, text: string): number {
  return columns.findIndex(({id}) => nameOf(id) === normal(text));
}

function rowAt({rows}: GridModel, text: string): number {
  const plain = rows.findIndex(({id}) => id === text);
  return plain >= 0 ? plain : rows.findIndex(({id}) => nameOf(id) === normal(text));
}

function nameOf(id: string): string {
  return id.slice(id.indexOf(".") + 1);
}

/** `power price (USD/kWh)` and `power_price` are the same name. */
function normal(text: string): string {
  return text
    .replace(/\s*[([].*[)\]]$/, "")
    .trim()
    .replaceAll(" ", "_");
}

/** A value below a heading with another unit than the column's is in that unit. */
function inUnitOf(heading: string, own: string, value: string): string {
  const [, unit = ""] = /[([]\s*([^()[\]]+?)\s*[)\]]\s*$/.exec(heading) ?? [];
  return value.trim() === "" || unit === own || !isUnit(unit) ? value : `${value} ${unit}`;
}

interface Names {
  keys?: Found | undefined;
  head?: Found | undefined;
}

function put(body: Rows, {whole, shown, selection}: NamedPlaces, {keys, head}: Names): NamedPasting {
  const {top, left} = extent(selection);
  const before = keys ? 1 : 0;
  const columnOf = (k: number): number =>
    head ? (head[k]?.at ?? -1) : whole.columns.findIndex(({id}) => id === shown.columns[left + k]?.id);
  const rowOf = (i: number): number =>
    keys ? keys[i]!.at : whole.rows.findIndex(({id}) => id === shown.rows[top + i]?.id);
  const results = body.flatMap((cells, i) =>
    cells.slice(before).map((value, k) => {
      const place = {row: rowOf(i), column: columnOf(k)};
      if (place.row < 0 || place.column < 0) return "lost";
      return changeAt(whole, place, inUnitOf(head?.[k]?.name ?? "", whole.columns[place.column]!.unit, value));
    })
  );
  return {
    changes: results.filter((one) => one !== undefined && one !== "lost"),
    lost: results.filter((one) => one === "lost").length,
    unknown: [...(keys ?? []), ...(head ?? [])].filter(({at}) => at < 0).map(({name}) => name)
  };
}
