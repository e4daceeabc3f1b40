import type {SheetFunction} from "../../../lib/sheet/functions.js";
import {columnsOf, type ModelColumn} from "../../../lib/sheet/model.js";
import {keysOf, valueAt, type Run} from "../../../lib/sheet/run.js";
import {short} from "../../words/format.js";
import {isTyped} from "../cells.js";
import {unitOf} from "../view.js";

/** The context of a formula, which determines the meaning of its names. */
export interface Scope {
  run: Run;
  table: string;
  /** The row whose values are shown beside names. */
  row: number;
  month: number;
  /** Whether only inputs can be read, as in a cell's expression; a column's formula reads all columns of its row. */
  inputsOnly: boolean;
}

export interface Completion {
  /** Replacement text. */
  text: string;
  label: string;
  detail: string;
}

/** Completions of the name at the caret, and the part of the text that they replace. */
export interface Completions {
  from: number;
  items: Completion[];
}

const MOST = 12;

/** The names that fit before the caret of a formula, best first. */
export function completions(text: string, caret: number, scope: Scope): Completions {
  const before = text.slice(0, caret);
  if (!before.startsWith("=")) return {from: caret, items: []};
  const [, table = "", key] = /([a-z]\w*)\[([^\]]*)$/.exec(before) ?? [];
  if (key !== undefined) return offer(caret, key, rowsOf(scope, table));
  const [, of = "", row = "", part] = /([a-z]\w*)\[([^\]]*)\]\.(\w*)$/.exec(before) ?? [];
  if (part !== undefined) return offer(caret, part, columnItems(scope, of, keysOf(scope.run, of).indexOf(row), true));
  const parameter = /\b(?:parameter|p)\.(\w*)$/.exec(before)?.[1];
  if (parameter !== undefined)
    return offer(caret, parameter, columnItems(scope, scope.run.model.parameter.name, 0, true));
  const name = /(?:^|[^\w.])(?:c\.)?([a-z]\w*)$/.exec(before)?.[1] ?? "";
  return name === "" ? {from: caret, items: []} : offer(caret, name, namesIn(scope));
}

/** The signature and description of the function around the caret: `max(a, b, …)`. */
export function hintAt(text: string, caret: number, functions: Readonly<Record<string, SheetFunction>>): string {
  let depth = 0;
  for (let at = caret - 1; at >= 0; --at) {
    if (text[at] === ")") ++depth;
    else if (text[at] === "(" && depth-- === 0) {
      const name = /([a-zA-Z]\w*)$/.exec(text.slice(0, at))?.[1] ?? "";
      return Object.hasOwn(functions, name) ? `${signature(name, functions[name]!)}: ${functions[name]!.doc}` : "";
    }
  }
  return "";
}

function signature(name: string, {takes, units}: SheetFunction): string {
  if (typeof units === "object") return `${name}(${units.takes.join(", ")})`;
  if (takes === "one or more") return `${name}(a, b, …)`;
  return `${name}(${["a", "b", "c", "d", "e", "f"].slice(0, takes).join(", ")})`;
}

/** Names that start with the typed text come before those that only contain it. */
function offer(caret: number, typed: string, all: readonly Completion[]): Completions {
  const wanted = typed.toLowerCase();
  const rank = ({label}: Completion): number =>
    label.toLowerCase().startsWith(wanted) ? 0 : label.toLowerCase().includes(wanted) ? 1 : 2;
  const items = all
    .filter((item) => rank(item) < 2)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST);
  const done = items.some(({text}) => text === typed);
  return {from: caret - typed.length, items: done ? [] : items};
}

function rowsOf({run}: Scope, table: string): Completion[] {
  return keysOf(run, table).map((key) => ({text: `${key}].`, label: key, detail: `row of ${table}`}));
}

function namesIn(scope: Scope): Completion[] {
  const {model} = scope.run;
  const functions = Object.entries(model.functions).map(([name, one]) => ({
    text: `${name}(`,
    label: name,
    detail: `${signature(name, one)}: ${one.doc}`
  }));
  const tables = model.tables
    .filter(({single}) => !single && scope.inputsOnly)
    .map(({name, doc}) => ({text: `${name}[`, label: name, detail: doc}));
  const parameter = {text: "parameter.", label: "parameter", detail: "an input of the whole model"};
  return [...columnItems(scope, scope.table, scope.row, scope.inputsOnly), parameter, ...functions, ...tables];
}

function columnItems({run, month}: Scope, table: string, row: number, inputsOnly: boolean): Completion[] {
  return columnsOf(run.model, table)
    .filter((column) => column.holds === "number" && (!inputsOnly || isTyped(column)))
    .map((column) => ({text: column.name, label: column.name, detail: detailOf(run, column, row, month)}));
}

function detailOf(run: Run, column: ModelColumn, row: number, month: number): string {
  const value = row < 0 ? undefined : valueAt(run, column.id, row, column.dynamic ? month : 0);
  return [typeof value === "number" ? short(value) : "", unitOf(column)].filter((part) => part !== "").join(" ");
}
