import {html} from "htl";
import {likeRow, usedBy} from "../../lib/model/rows.js";
import {keysOf, valueAt, type Run} from "../../lib/sheet/run.js";
import type {Setting} from "../../components/live/custom-scenario.js";
import type {Store} from "../../components/sheet/store.js";
import {words} from "../../components/sheet/view.js";

/** Which rows are to use a new one: each goes over to it, or is copied for it. */
export class RowUses {
  readonly element: HTMLElement;
  private readonly user: string;
  private readonly column: string;
  private readonly choices = new Map<string, HTMLSelectElement>();

  constructor(
    readonly store: Store,
    reference: `${string}.${string}`
  ) {
    const {run} = store.current;
    [this.user, this.column] = reference.split(".") as [string, string];
    const lines = keysOf(run, this.user).map((key, row) => {
      const choice = html`<select aria-label=${`Use by ${key}`}>
        <option value="">as it is</option>
        <option value="copy">a copy of it uses the new row</option>
        <option value="move">uses the new row</option>
      </select>` as HTMLSelectElement;
      this.choices.set(key, choice);
      return html`<label>${key} <small>${valueAt(run, reference, row, 0)}</small> ${choice}</label>`;
    });
    this.element = html`<div>
      <h3>Used by</h3>
      <p>The model can't use a row that no ${words(this.user)} refers to: choose at least one.</p>
      <div class="wb-row-values" tabindex="0" role="group" aria-label="Used by">${lines}</div>
    </div>`;
  }

  /** What is set so that the chosen rows use the new one; a copy that needs a use is used as the copied row is. */
  settings(row: string, key: string): Setting[] {
    return [...this.choices].flatMap(([user, {value}]) => {
      if (value === "move") return [{cell: `${this.user}[${user}].${this.column}`, value: key}];
      return value === "copy" ? copies(this.store.current.run, this.user, user, key, this.column) : [];
    });
  }
}

/** A copy of a row that uses a new one, and copies of what uses the copied row, where it needs a use. */
function copies(run: Run, table: string, like: string, used: string, column: string): Setting[] {
  const key = `${like}-${used}`;
  const copy = `${table}[${key}]`;
  const own = [
    {cell: copy, value: likeRow(like)},
    {cell: `${copy}.${column}`, value: used}
  ];
  const [user, through] = usedBy[table]?.split(".") ?? [];
  if (user === undefined || through === undefined) return own;
  const users = keysOf(run, user).filter((_, row) => valueAt(run, `${user}.${through}`, row, 0) === like);
  return [...own, ...users.flatMap((one) => copies(run, user, one, key, through))];
}
