import {isTyped, type SheetCell} from "./cells.js";
import {actingOn} from "./acting.js";
import type {Fact} from "./formula-bar.js";
import {keysOf} from "../../lib/sheet/run.js";
import {rule, type ModelColumn} from "../../lib/sheet/model.js";
import type {Computed} from "./store.js";
import {words} from "./view.js";

/** A cell in its place. */
export interface PlacedCell {
  cell: SheetCell;
  column: ModelColumn;
  row: number;
}

/** What is to be known of a cell: its value and change, what acts on it, what it is, where it comes from. */
export function factsOf(computed: Computed, placed: PlacedCell, revert: () => void): Fact[] {
  const {cell, column} = placed;
  if (cell.state === "wrong") return problemFacts(cell, revert);
  const acting = actingOn(computed, cell.id);
  return [
    {text: cell.text, kind: "value"},
    ...changeFacts(cell),
    ...(cell.state === "missing" && cell.reason !== undefined ? [{text: cell.reason} satisfies Fact] : []),
    ...(acting === "" ? [] : [{text: acting, kind: "notice"} satisfies Fact]),
    ...(cell.note === undefined ? [] : [{text: `Note: ${cell.note}`, kind: "notice"} satisfies Fact]),
    ...(cell.range ? [{text: `5 % to 95 %: ${cell.range.low} to ${cell.range.high}`}] : []),
    {text: sentence(computed, placed), kind: "long"},
    ...sourceFacts(computed, placed),
    ...(isTyped(column) || cell.state !== "edited" ? [] : [{text: "Revert the formula", act: revert}])
  ];
}

function changeFacts({before, change}: SheetCell): Fact[] {
  if (before === undefined) return [];
  const was: Fact = {text: `was ${before === "" ? "empty" : before}`};
  if (!change) return [was];
  const text = `${change.rises ? "▲" : "▼"} ${(change.percent ?? change.difference).replace(/^[+\u2212]/, "")}`;
  return [was, {text, kind: change.rises ? "up" : "down"}];
}

function problemFacts({id, reason = "", copied, text}: SheetCell, revert: () => void): Fact[] {
  return [
    {text: reason.replace(`${id}: `, "").replaceAll(/\n\s*/g, "; "), kind: "problem"},
    {text: `“${text}” is not applied: the run uses ${copied === "" ? "nothing" : copied}.`},
    {text: "Revert", act: revert}
  ];
}

function sentence({run}: Computed, {column, cell}: PlacedCell): string {
  const {definition, doc, table, target} = column;
  const rows = keysOf(run, table.name).length;
  const all = rows === 1 ? "" : `: all ${rows} rows`;
  if (cell.live) return `This cell only, kept live. ${doc}`;
  if (target && isTyped(column)) return `${doc}. A row of ${words(target.name)}: Alt and down arrow open the list.`;
  if (isTyped(column)) return `${doc}.`;
  if (definition.kind === "formula") return `Formula of the column${all}. ${doc}.`;
  return `${kinds[definition.kind] ?? ""}${all}: ${rule(column)}. ${doc}.`;
}

const kinds: Readonly<Record<string, string>> = {
  lookup: "Lookup",
  rollup: "Total over rows that refer to this one",
  previous: "Value of the month before"
};

function sourceFacts({run}: Computed, {column, row, cell}: PlacedCell): Fact[] {
  if (cell.state === "edited") return [];
  const sources = run.inputs[column.table.name]?.columns[column.name]?.provenance?.[row]?.sources ?? [];
  return sources.length === 0 ? [] : [{text: `Source: ${sources.map((id) => id.replaceAll("-", " ")).join(", ")}`}];
}
