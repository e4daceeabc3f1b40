import {html} from "htl";
import {DELETED, referencesTo} from "../../lib/model/rows.js";
import {addressOf} from "../../lib/sheet/address.js";
import {keysOf, type Run} from "../../lib/sheet/run.js";
import {button} from "../../components/figure/button.js";
import type {Setting} from "../../components/live/custom-scenario.js";
import {edit} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {words} from "../../components/sheet/view.js";
import {openDialog} from "./dialog.js";

/** Asks what becomes of what refers to a row, and deletes it, in one step that can be undone. */
export function openDeleteRow(store: Store, table: string, key: string): void {
  const {run} = store.current;
  const row = `${table}[${key}]`;
  const readers = referencesTo(run.model, run.inputs, table, key);
  const others = keysOf(run, table).filter((one) => one !== key);
  const choice = html`<select aria-label="What refers to it">
    <option value=${NONE}>choose …</option>
    <option value="">is deleted, too</option>
    ${others.map((one) => html`<option value=${one}>refers to ${one}</option>`)}
  </select>` as HTMLSelectElement;
  const message = html`<pre class="sheet-problem" role="alert"></pre>`;
  const remove = button(`Delete ${key}`, () => {
    if (readers.length > 0 && choice.value === NONE) {
      message.textContent = "Choose what happens to the cells that refer to this row.";
      return;
    }
    const settings = readers.length === 0 ? [] : settingsFor(run, readers, choice.value);
    const problem = problemOf(store, [{cell: row, value: DELETED}, ...settings]);
    message.textContent = problem ?? "";
    if (problem !== undefined) return;
    dialog.close();
    store.change((state) => edit(state, [{cell: row, value: DELETED}, ...settings]));
  });
  remove.className = "primary";
  const content = html`<div class="wb-form">
    ${readers.length === 0 ? html`<p>No other row refers to it.</p>` : listOf(readers, choice)} ${message}
    <p class="tf-buttons">${remove}</p>
  </div>`;
  const dialog = openDialog(`Delete ${key} from ${words(table)}`, content);
  remove.focus();
}

function listOf(readers: readonly string[], choice: HTMLElement): HTMLElement {
  const refer = readers.length === 1 ? "One cell refers" : `${readers.length} cells refer`;
  return html`<div>
    <p>${refer} to it:</p>
    <ul class="wb-readers">
      ${readers.slice(0, SHOWN).map((cell) => html`<li><code>${cell}</code></li>`)}
      ${readers.length > SHOWN ? html`<li>and ${readers.length - SHOWN} more</li>` : ""}
    </ul>
    <label class="wb-wide">What refers to it ${choice}</label>
  </div>`;
}

/** No choice has been made: not a key, which has no spaces. */
const NONE = "no choice";

const SHOWN = 8;

/** References go over to another row; or their rows are deleted, and what refers to those. */
function settingsFor(run: Run, readers: readonly string[], other: string): Setting[] {
  if (other !== "") return readers.map((cell) => ({cell, value: other}));
  return rowsBelow(run, readers).map((cell) => ({cell, value: DELETED}));
}

function rowsBelow({model, inputs}: Run, readers: readonly string[]): string[] {
  const rows = new Set<string>();
  const visit = (cell: string): void => {
    const {table, key = ""} = addressOf(cell);
    const row = `${table}[${key}]`;
    if (rows.has(row)) return;
    rows.add(row);
    referencesTo(model, inputs, table, key).forEach(visit);
  };
  readers.forEach(visit);
  return [...rows];
}

function problemOf(store: Store, changes: readonly Setting[]): string | undefined {
  const {problems} = store.session.apply(edit(store.current.state, changes).own);
  const before = store.current.problems;
  return [...problems].find(([cell]) => !before.has(cell))?.[1];
}
