import {html} from "htl";
import type {Option} from "../../components/form/controls.js";
import {entry} from "../../components/figure/entries.js";
import {textIn} from "../../components/rows/row-values.js";
import {holds} from "../../components/form/search-input.js";
import {where} from "../../components/rows/filter.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";

/** What a reader looks for in the dictionary: words, and a table or `all`. */
export interface Search {
  words: string;
  table: string;
}

/** The columns of a table whose name, sentence or formula holds every one of the words. */
export function matchingColumns(columns: RowsOf<"columns">, {words, table}: Search): RowsOf<"columns"> {
  return where(columns, (row) => (table === "all" || row.table === table) && holds(textOf(row), words));
}

function textOf(row: RowOf<"columns">): string {
  return (["table", "column", "description", "formula"] as const).map((name) => textIn(row, name)).join(" ");
}

/** The tables of the dictionary, to choose from. */
export function tableOptions(columns: RowsOf<"columns">): Option[] {
  const names = new Set(columns.map((row) => textIn(row, "table")));
  return [...names].map((name) => ({value: name, title: name}));
}

/** A column of the dictionary as an entry of a list: its name and unit, its sentence, its formula. */
export function equationEntry(row: RowOf<"columns">): HTMLElement {
  const name = `${textIn(row, "table")}.${textIn(row, "column")}`;
  const formula = textIn(row, "formula");
  return entry(
    html`<code>${name}</code><br /><small>${textIn(row, "kind")}${unitOf(row)}</small>`,
    html`${textIn(row, "description")}`,
    formula === "" ? html`<small>${originOf(row)}${sourcesOf(row)}</small>` : html`<code>${formula}</code>`
  );
}

/** Where a column without a formula comes from. */
function originOf(row: RowOf<"columns">): string {
  return row.kind === "result" ? "result of an analysis or a list, not of a formula" : "input";
}

function unitOf(row: RowOf<"columns">): string {
  const unit = textIn(row, "unit");
  return unit === "" ? "" : `, ${unit === "1" ? "ratio" : unit}`;
}

function sourcesOf(row: RowOf<"columns">): string {
  const sources = textIn(row, "source");
  return sources === "" ? "" : `; sources: ${sources}`;
}
