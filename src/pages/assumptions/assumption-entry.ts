import {html} from "htl";
import {dateOf} from "../../lib/sheet/inputs.js";
import {entry} from "../../components/figure/entries.js";
import {range} from "../../components/words/format.js";
import {cellOf} from "../../components/inspector/cell-link.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {holds} from "../../components/form/search-input.js";
import {cited} from "../../components/words/sentence.js";
import type {Row} from "../../components/rows/tables.js";

/** Whether an assumption's number rests on judgement, alone or together with a source. */
export function isJudgement(row: Row): boolean {
  return textIn(row, "source").includes("Judgement");
}

/** Whether an assumption is asked for: the words are searched in its cell, source and note. */
export function asked(row: Row, {words, table, show}: {words: string; table: string; show: string}): boolean {
  return (
    (table === "all" || row.table === table) &&
    (show === "all" || isJudgement(row)) &&
    holds(`${addressIn(row)} ${textIn(row, "description")} ${textIn(row, "source")} ${textIn(row, "note")}`, words)
  );
}

/** An assumption as an entry of a list: its cell, its value with range, its source, date and note. */
export function assumptionEntry(row: Row): HTMLElement {
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

function addressIn(row: Row): string {
  const [table, key, column] = ["table", "key", "column"].map((name) => textIn(row, name));
  return table === key ? `${table ?? ""}.${column ?? ""}` : `${table ?? ""}[${key ?? ""}].${column ?? ""}`;
}

function valueOf(row: Row): string {
  const [low, central, high] = [numberIn(row, "low"), numberIn(row, "central"), numberIn(row, "high")];
  const unit = textIn(row, "unit");
  if (unit === "month" && !Number.isFinite(low)) return dateOf(central);
  return range(low < high ? {low, central, high} : {central}, unit);
}

/** The address is that of the first source. */
function sourceOf(row: Row): Node | string {
  const [first, ...others] = textIn(row, "source").split("; ");
  const url = textIn(row, "url");
  if (url === "") return textIn(row, "source");
  return html`<a href=${url} rel="noopener">${first}</a>${others.map((other) => `; ${other}`)}`;
}
