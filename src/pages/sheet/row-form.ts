import {html} from "htl";
import {likeRow, usedBy} from "../../lib/model/rows.js";
import {columnsOf, type ModelColumn} from "../../lib/sheet/model.js";
import {keysOf} from "../../lib/sheet/run.js";
import {button} from "../../components/figure/button.js";
import type {Setting} from "../../components/live/custom-scenario.js";
import {isTyped} from "../../components/sheet/cells.js";
import {inputText} from "../../components/sheet/input-text.js";
import {edit} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {unitOf, words} from "../../components/sheet/view.js";
import {openDialog} from "./dialog.js";
import {RowUses} from "./row-uses.js";

/** Opens the fields for a row that begins as a copy of another: its key, what differs, and what is to use it. */
export function openRowForm(store: Store, table: string, like: string, added: (address: string) => void): void {
  const form = new RowForm(store, table, like, (row) => {
    dialog.close();
    added(row);
  });
  const dialog = openDialog(`Add a row to ${words(table)}`, form.element);
  form.key.focus();
}

class RowForm {
  readonly element: HTMLElement;
  readonly key = html`<input placeholder="a-new-key" spellcheck="false" maxlength="64" />` as HTMLInputElement;
  private readonly like: HTMLSelectElement;
  private readonly columns: readonly ModelColumn[];
  private readonly fields = new Map<string, HTMLInputElement | HTMLSelectElement>();
  private readonly values = html`<div class="wb-row-values" tabindex="0" role="group" aria-label="Values"></div>`;
  private readonly message = html`<pre class="sheet-problem" role="alert"></pre>`;
  private readonly uses: RowUses | undefined;

  constructor(
    readonly store: Store,
    readonly table: string,
    like: string,
    readonly done: (address: string) => void
  ) {
    const {run} = store.current;
    this.columns = columnsOf(run.model, table).filter(isTyped);
    this.like = select(keysOf(run, table), like);
    this.like.addEventListener("change", () => this.fill());
    this.uses = usedBy[table] === undefined ? undefined : new RowUses(store, usedBy[table]);
    const add = button("Add the row", () => this.add());
    add.className = "primary";
    this.element = html`<form class="wb-form" ${{onsubmit: (event: Event) => event.preventDefault()}}>
      <label>Key ${this.key}</label> <label>Begins as ${this.like}</label>
      <h3>What differs</h3>
      ${this.values}${this.uses?.element ?? ""}${this.message}
      <p class="tf-buttons">${add}</p>
    </form>`;
    this.fill();
  }

  /** A field for each column, which holds what the row begins as. */
  private fill(): void {
    const {run} = this.store.current;
    const row = keysOf(run, this.table).indexOf(this.like.value);
    this.values.replaceChildren(
      ...this.columns.map((column) => {
        const text = inputText(run.inputs, column, row);
        const field = column.target ? select(keysOf(run, column.target.name), text) : input(text);
        this.fields.set(column.name, field);
        return html`<label title=${column.doc}>${words(column.name)} <small>${unitOf(column)}</small> ${field}</label>`;
      })
    );
  }

  private add(): void {
    const row = `${this.table}[${this.key.value.trim()}]`;
    const settings = [{cell: row, value: likeRow(this.like.value)}, ...this.differences(row), ...this.used(row)];
    const problem = this.problemOf(row, settings);
    this.message.textContent = problem ?? "";
    if (problem !== undefined) return;
    this.store.change((state) => edit(state, settings));
    this.done(row);
  }

  private used(row: string): Setting[] {
    return this.uses?.settings(row, this.key.value.trim()) ?? [];
  }

  private differences(row: string): Setting[] {
    return [...this.fields].flatMap(([column, {value, dataset}]) =>
      value.trim() === dataset.before ? [] : [{cell: `${row}.${column}`, value: value.trim()}]
    );
  }

  /** What would be wrong with the row; a key without which it has no address is asked for first. */
  private problemOf(row: string, settings: readonly Setting[]): string | undefined {
    if (this.key.value.trim() === "") return "Give the row a key: lower-case letters, digits and - . _ /";
    const {own} = this.store.current.state;
    if (own.settings.some(({cell}) => cell === row)) return `${row} already exists: choose another key`;
    const {problems} = this.store.session.apply({...own, settings: [...own.settings, ...settings]});
    return settings.map(({cell}) => problems.get(cell)).find((problem) => problem !== undefined);
  }
}

function select(keys: readonly string[], chosen: string): HTMLSelectElement {
  const element = html`<select>
    ${keys.map((key) => html`<option value=${key}>${key}</option>`)}
  </select>` as HTMLSelectElement;
  element.value = chosen;
  element.dataset.before = chosen;
  return element;
}

function input(text: string): HTMLInputElement {
  const element = html`<input value=${text} spellcheck="false" />` as HTMLInputElement;
  element.dataset.before = text;
  return element;
}
