import {html} from "htl";
import {dateOf} from "../../lib/sheet/inputs.js";
import {entry} from "../../components/figure/entries.js";
import {range} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {holds} from "../../components/form/search-input.js";
import {cited} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** Whether an assumption's number rests on judgement, alone or together with a source. */
export function isJudgement(row: RowOf<"assumption">): boolean {
  return textIn(row, "source").includes("Judgement");
}

/** What a reader searches for: words, the table or all, and all numbers or those that rest on judgement. */
export interface Search {
  words: string;
  table: string;
  show: "all" | "judgement";
}

/** Whether an assumption matches a search; the words are searched in its cell, source and note. */
export function matches(row: RowOf<"assumption">, {words, table, show}: Search): boolean {
  const text = [addressIn(row), textIn(row, "description"), textIn(row, "source"), textIn(row, "note")].join(" ");
  return (table === "all" || row.table === table) && (show === "all" || isJudgement(row)) && holds(text, words);
}

/** An assumption as an entry of a list: its cell, its value with range, its source, date and note. */
export function assumptionEntry(row: RowOf<"assumption">): HTMLElement {
  return entry(
    html`<code>${addressIn(row)}</code><br /><small>${textIn(row, "description")}</small>`,
    html`<strong class="number">${cited(valueOf(row), cellOf(row, "central"))}</strong><br /><small
        >${textIn(row, "place")}</small
      >`,
    html`${sourceOf(row)}${textIn(row, "date") === "" ? null : ` (${textIn(row, "date")})`}<br /><small
        >${textIn(row, "note")}</small
      >`
  );
}

function addressIn(row: RowOf<"assumption">): string {
  const table = textIn(row, "table");
  const key = textIn(row, "key");
  const column = textIn(row, "column");
  return table === key ? `${table}.${column}` : `${table}[${key}].${column}`;
}

function valueOf(row: RowOf<"assumption">): string {
  const low = numberIn(row, "low");
  const central = numberIn(row, "central");
  const high = numberIn(row, "high");
  const unit = textIn(row, "unit");
  if (unit === "month" && !Number.isFinite(low)) return dateOf(central);
  return range(low < high ? {low, central, high} : {central}, unit);
}

/** The address is that of the first source. */
function sourceOf(row: RowOf<"assumption">): Node | string {
  const [first, ...others] = textIn(row, "source").split("; ");
  const url = textIn(row, "url");
  if (url === "") return textIn(row, "source");
  return html`<a href=${url} rel="noopener">${first}</a>${others.map((other) => `; ${other}`)}`;
}
