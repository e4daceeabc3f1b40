import {html} from "htl";
import {button} from "../../components/figure/button.js";
import type {Setting} from "../../components/live/custom-scenario.js";
import {edit} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {words} from "../../components/sheet/view.js";
import {openDialog} from "./dialog.js";

/** Opens the fields for a column of one's own in a table: its name, its unit, and what it is computed from. */
export function openColumnForm(store: Store, table: string, added: (address: string) => void): void {
  const name = field("margin_share");
  const unit = field("share");
  const formula = field("=margin / revenue");
  const message = html`<pre class="sheet-problem" role="alert"></pre>`;
  const add = button("Add the column", () => {
    const text = formula.value.trim().replace(/^=/, "").trim();
    const column = {cell: `${table}.${name.value}`, value: `=[${unit.value.trim() || "1"}] ${text}`};
    const problem = nameProblem(name.value) ?? (text === "" ? EMPTY : problemOf(store, column));
    message.textContent = problem ?? "";
    if (problem !== undefined) return;
    dialog.close();
    store.change((state) => edit(state, [column]));
    added(column.cell);
  });
  add.className = "primary";
  const content = html`<div class="wb-form">
    <label>Name ${name}</label> <label>Unit ${unit}</label> <label>Formula ${formula}</label>
    ${message}
    <p class="tf-buttons">${add}</p>
  </div>`;
  const dialog = openDialog(`Add a column to ${words(table)}`, content);
  name.focus();
}

const EMPTY = "enter a formula, such as margin / revenue";

function nameProblem(name: string): string | undefined {
  if (/^[a-z][a-z_0-9]*$/.test(name)) return undefined;
  return `“${name}” is not a valid column name. Use lower-case letters, digits and underscores.`;
}

/** A column that does not fit is not added, nor is one that is there already replaced. */
function problemOf({current, session}: Store, added: Setting): string | undefined {
  const {own} = current.state;
  if (current.run.model.columns.has(added.cell))
    return `${added.cell} already exists: edit its column formula to override it`;
  return session.apply({...own, settings: [...own.settings, added]}).problems.get(added.cell);
}

function field(placeholder: string): HTMLInputElement {
  const input = document.createElement("input");
  input.placeholder = placeholder;
  input.spellcheck = false;
  return input;
}
