import {html} from "htl";
import {entry} from "../../components/figure/entries.js";
import {textIn} from "../../components/rows/row-values.js";
import {holds} from "../../components/form/search-input.js";
import type {Row} from "../../components/rows/tables.js";

/** Whether a column of the dictionary is asked for: the words are searched in its name, sentence and formula. */
export function askedColumn(row: Row, {words, table}: {words: string; table: string}): boolean {
  const text = ["table", "column", "description", "formula"].map((name) => textIn(row, name)).join(" ");
  return (table === "all" || row.table === table) && holds(text, words);
}

/** A column of the dictionary as an entry of a list: its name and unit, its sentence, its formula. */
export function equationEntry(row: Row): HTMLElement {
  const [name, formula] = [`${textIn(row, "table")}.${textIn(row, "column")}`, textIn(row, "formula")];
  return entry(
    html`<code>${name}</code><br /><small>${textIn(row, "kind")}${unitOf(row)}</small>`,
    html`${textIn(row, "description")}`,
    formula === "" ? html`<small>typed in${sourcesOf(row)}</small>` : html`<code>${formula}</code>`
  );
}

function unitOf(row: Row): string {
  const unit = textIn(row, "unit");
  return unit === "" ? "" : `, ${unit === "1" ? "ratio" : unit}`;
}

function sourcesOf(row: Row): string {
  const sources = textIn(row, "source");
  return sources === "" ? "" : `; sources: ${sources}`;
}
